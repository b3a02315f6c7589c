import type { EntityReference, Warning } from '../src/quantity/figure.ts';
import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { entityId } from './globalId.ts';
import { isAdHoc } from './groupOf.ts';
import { dayOf } from './links.ts';

/** How many members a group may have, and how far up parents are looked for. */
const most = { members: 1_000, generations: 8 };

/** The members of a group on the day of the lens, by id. */
export function membersOf(group: Seen<EntityRow>): Read<readonly Seen<EntityRow>[]> {
  if (isAdHoc(group)) return group.members;
  return whenRead(linked(group, 'member-of', 'to', most.members), (members) =>
    [...members].sort((a, b) => a.row.key - b.row.key),
  );
}

/** Companies to be added up, and those left out because a parent among them holds what is theirs already. */
export interface Disjoint {
  readonly counted: readonly Seen<EntityRow>[];
  readonly warnings: readonly Warning[];
}

/** Leaves out companies that another one of them controls on the day of the lens, directly or through others. */
export function withoutSubsidiaries(companies: readonly Seen<EntityRow>[]): Read<Disjoint> {
  const keys = new Set(companies.map(({ row }) => row.key));
  const held = whenAllRead(companies.map((company) => holderAmong(company, keys, most.generations)));
  return whenRead(held, (holders) => ({
    counted: companies.filter((_company, place) => holders[place] == null),
    warnings: companies.flatMap((company, place): Warning[] => {
      const holder = holders[place];
      if (holder == null) return [];
      const message = `${company.row.name} is left out: it belongs to ${holder.row.name}, whose figure holds its own.`;
      return [{ code: 'overlap-left-out', message, entities: [referenceTo(company)] }];
    }),
  }));
}

/** An entity, for a metric to speak of. */
export function referenceTo(entity: Seen<EntityRow>): EntityReference {
  return { id: entityId(entity), name: entity.row.name };
}

function holderAmong(
  company: Seen<EntityRow>,
  keys: ReadonlySet<number>,
  generations: number,
): Read<Seen<EntityRow> | null> {
  if (generations === 0) return null;
  return whenRead(linked(company, 'parent-of', 'to', 1), ([parent]) => {
    if (parent === undefined || parent.row.key === company.row.key) return null;
    return keys.has(parent.row.key) ? parent : holderAmong(parent, keys, generations - 1);
  });
}

/** The entities at the other end of the links of a kind that hold on the day of the lens. */
function linked(
  entity: Seen<EntityRow>,
  kind: 'member-of' | 'parent-of',
  ends: 'from' | 'to',
  limit: number,
): Read<readonly Seen<EntityRow>[]> {
  const { view } = entity;
  const list = { ends, during: dayOf(view) };
  const page = { limit, backward: false, cursor: null };
  return whenRead(view.links(entity, { list, where: { kinds: [kind] }, order: [], page }), ({ rows }) =>
    whenRead(
      whenAllRead(
        rows.map((link) =>
          ends === 'to' ? entityAt(link, 'from', (row) => row.fromKey) : entityAt(link, 'to', (row) => row.toKey),
        ),
      ),
      (others) => others.filter((other) => other !== null),
    ),
  );
}

/** The company that controls a company on the day of the lens; null where none does. */
export function parentOf(company: Seen<EntityRow>): Read<Seen<EntityRow> | null> {
  return whenRead(linked(company, 'parent-of', 'to', 1), ([parent]) => parent ?? null);
}
