import { ballAround } from '../src/graph/ball.ts';
import { Spending } from '../src/graph/budget.ts';
import { linksAmong } from '../src/store/linksAmong.ts';
import type { Seen } from '../src/store/seen.ts';
import { stepsThrough } from '../src/store/steps.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { type TypeCount, typeCounts } from '../src/store/typeCounts.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type FollowedShape, followed, newBudget } from './followed.ts';
import { seenByKey } from './pathsOfChains.ts';

/** What to look for around an entity. */
export interface NeighbourhoodAsked extends FollowedShape {
  /** How many links away. */
  readonly depth: number;
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
  readonly cut: readonly TypeCount[];
  readonly truncated: boolean;
}

/** How many links are shown. */
export const mostLinks = 2_000;

/** The entities around an entity, the nearest first and of one distance by id, and the links among them and to it. */
export function neighbourhoodOf(
  { row: { key: centre }, view }: Seen<EntityRow>,
  { depth, first, ...asked }: NeighbourhoodAsked,
): Read<NeighbourhoodShape> {
  const links = followed(view, asked, 'both');
  const spending = new Spending(newBudget());
  return whenRead(ballAround(centre, depth, stepsThrough(view, links), spending), ({ layers }) => {
    const { kept, cut } = nearest(layers, first);
    return whenRead(view.revision.entities([...kept.keys()]), (rows) =>
      whenRead(linksAmong(view, [centre, ...kept.keys()], links, mostLinks), (among) =>
        whenRead(view.revision.links(among.keys), (linkRows) => {
          const entityOf = seenByKey(view, rows);
          const linkOf = seenByKey(view, linkRows);
          return {
            entities: [...kept].flatMap(([key, distance]) => {
              const entity = entityOf.get(key);
              return entity === undefined ? [] : [{ entity, distance }];
            }),
            links: among.keys.flatMap((key) => linkOf.get(key) ?? []),
            cut: typeCounts(view.revision.info.counts, cut),
            truncated: spending.isSpent || !among.complete,
          };
        }),
      ),
    );
  });
}

/** The entities of the first layers around a centre, with their distances: the nearest first and of one distance by id, and those left out. */
function nearest(layers: readonly (readonly number[])[], first: number) {
  const kept = new Map<number, number>();
  const cut: number[] = [];
  for (const [distance, layer] of layers.entries()) {
    if (distance === 0) continue;
    const left = first - kept.size;
    // Those of a layer of which nothing is kept are only counted.
    const sorted = left > 0 ? layer.toSorted((a, b) => a - b) : layer;
    for (const [place, key] of sorted.entries()) {
      if (place < left) kept.set(key, distance);
      else cut.push(key);
    }
  }
  return { kept, cut };
}
