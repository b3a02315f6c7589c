import { dependentEnds } from '../src/quantity/dependence.ts';
import type { Evidence } from '../src/quantity/evidence.ts';
import type { Period } from '../src/quantity/period.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { clientError } from './errors.ts';
import type { LinkedTo } from './linksOn.ts';

/** Links by which one end depends on the other. */
export interface Dependence {
  readonly kinds: readonly LinkKindId[];
  readonly during: Period;
  /** Null for any. */
  readonly evidence: readonly Evidence[] | null;
}

/** How many links of one entity are read. */
const most = 1_000;

/** What an entity depends on: its suppliers, landlords and makers, with the links that say so, one kind of end after the other. */
export function suppliersOf(
  entity: Seen<EntityRow>,
  { kinds, during, evidence }: Dependence,
): Read<readonly LinkedTo[]> {
  const sides = (['to', 'from'] as const).map((ends) => {
    const among = kinds.filter((kind) => dependentEnds[ends].includes(kind));
    if (among.length === 0) return [];
    const where = { kinds: among, ...(evidence && { evidence }) };
    const page = { limit: most, backward: false, cursor: null };
    return whenRead(entity.view.links(entity, { list: { ends, during }, where, order: [], page }), ({ rows }) =>
      whenAllRead(
        rows.map((link) => {
          const other =
            ends === 'to' ? entityAt(link, 'from', (row) => row.fromKey) : entityAt(link, 'to', (row) => row.toKey);
          return whenRead(other, (found) => (found === null ? [] : [{ link, other: found }]));
        }),
      ),
    );
  });
  return whenRead(whenAllRead<readonly (readonly LinkedTo[])[]>(sides), (found) => found.flat(2));
}

/** The kinds of link that carry dependence. @throws the client's error for one that does not */
export function dependenceKinds(kinds: readonly LinkKindId[], argument: string): readonly LinkKindId[] {
  const carrying = [...dependentEnds.from, ...dependentEnds.to];
  const stray = kinds.find((kind) => !carrying.includes(kind));
  if (stray === undefined) return kinds;
  const words = (list: readonly string[]) => list.map((kind) => kind.toUpperCase().replaceAll('-', '_')).join(', ');
  throw clientError(
    'BAD_ARGUMENT',
    `By a link of the kind ${words([stray])} neither end depends on the other; kinds that carry dependence are ${words(carrying)}.`,
    argument,
  );
}
