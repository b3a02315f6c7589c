import type { Evidence } from '../src/quantity/evidence.ts';
import type { Period } from '../src/quantity/period.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import { entityAt } from '../src/store/reading.ts';
import { type Seen, seeAll } from '../src/store/seen.ts';
import type { EntityRow, EntityType, LinkRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';

/** What to look for around an entity. */
export interface NeighbourhoodAsked {
  readonly kinds: readonly LinkKindId[] | null;
  /** Links that held on a day of this period. */
  readonly during: Period;
  /** Null for all. */
  readonly evidence: readonly Evidence[] | null;
  /** At most so many entities. */
  readonly first: number;
}

/** An entity and how many links it is away. */
export interface NeighbourShape {
  readonly entity: Seen<EntityRow>;
  readonly distance: number;
}

/** What lies around an entity. */
export interface NeighbourhoodShape {
  readonly entities: readonly NeighbourShape[];
  readonly links: readonly Seen<LinkRow>[];
  /** How many entities of each kind were left out. */
  readonly cut: ReadonlyMap<EntityType, number>;
  readonly truncated: boolean;
}

/** How many links are looked at, and how many are shown. */
export const mostLinks = 2_000;

/** The entities that an entity is linked with, by id, and the links among them and to it. */
export function neighbourhoodOf(centre: Seen<EntityRow>, asked: NeighbourhoodAsked): Read<NeighbourhoodShape> {
  const { first } = asked;
  return whenRead(linksOf(centre, asked, 'both', null), ({ rows: links, hasMore }) =>
    whenRead(whenAllRead(links.map((link) => otherEnd(link, centre))), (ends) => {
      const byKey = new Map(ends.flatMap((end) => (end ? [[end.row.key, end] as const] : [])));
      const found = [...byKey.values()].sort((a, b) => a.row.key - b.row.key);
      const kept = seeAll(
        centre.view,
        found.slice(0, first).map(({ row }) => row),
      );
      return whenRead(linksAmong(kept, asked), (among) => {
        const keys = new Set([centre, ...kept].map(({ row }) => row.key));
        const toCentre = links.filter(({ row }) => keys.has(row.fromKey) && keys.has(row.toKey));
        const all = [...toCentre, ...among.rows];
        return {
          entities: kept.map((entity) => ({ entity, distance: 1 })),
          links: all.slice(0, mostLinks),
          cut: countsOf(found.slice(first)),
          truncated: hasMore || among.hasMore || all.length > mostLinks,
        };
      });
    }),
  );
}

/** The links among some entities, read from where they start. */
function linksAmong(entities: readonly Seen<EntityRow>[], asked: NeighbourhoodAsked) {
  const keys = entities.map(({ row }) => row.key);
  const each = whenAllRead(entities.map((entity) => linksOf(entity, asked, 'from', keys)));
  return whenRead(each, (found) => ({
    rows: found.flatMap(({ rows }) => rows),
    hasMore: found.some(({ hasMore }) => hasMore),
  }));
}

function linksOf(
  entity: Seen<EntityRow>,
  { kinds, during, evidence }: NeighbourhoodAsked,
  ends: 'from' | 'both',
  among: readonly number[] | null,
) {
  const where = {
    ...(kinds && { kinds }),
    ...(evidence && { evidence }),
    ...(among && { other: { keys: among } }),
  };
  const page = { limit: mostLinks, backward: false, cursor: null };
  return entity.view.links(entity, { list: { ends, during }, where, order: [], page });
}

function otherEnd(link: Seen<LinkRow>, { row }: Seen<EntityRow>): Read<Seen<EntityRow> | null> {
  return link.row.fromKey === row.key
    ? entityAt(link, 'to', ({ toKey }) => toKey)
    : entityAt(link, 'from', ({ fromKey }) => fromKey);
}

function countsOf(entities: readonly Seen<EntityRow>[]): ReadonlyMap<EntityType, number> {
  const counts = new Map<EntityType, number>();
  for (const { row } of entities) counts.set(row.type, (counts.get(row.type) ?? 0) + 1);
  return counts;
}
