import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';

/** A link of an entity, and the entity at its other end. */
export interface LinkedTo {
  readonly link: Seen<LinkRow>;
  readonly other: Seen<EntityRow>;
}

/** How many links of one entity are followed. */
const most = 1_000;

/** The links of some kinds that start from an entity, or lead to it, and held on a day; null for those of any day. */
export function linksOn(
  entity: Seen<EntityRow>,
  ends: 'from' | 'to',
  kinds: readonly LinkKindId[],
  day: string | null,
): Read<readonly LinkedTo[]> {
  const during = day === null ? { label: '../..', first: null, last: null } : { label: day, first: day, last: day };
  const page = { limit: most, backward: false, cursor: null };
  const links = entity.view.links(entity, { list: { ends, during }, where: { kinds }, order: [], page });
  return whenRead(links, ({ rows }) => {
    const others = rows.map((link) =>
      whenRead(
        ends === 'from' ? entityAt(link, 'to', (row) => row.toKey) : entityAt(link, 'from', (row) => row.fromKey),
        (other) => (other === null ? [] : [{ link, other }]),
      ),
    );
    return whenRead(whenAllRead(others), (found) => found.flat());
  });
}
