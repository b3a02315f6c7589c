import type { Chain } from '../src/graph/chain.ts';
import { type Seen, seeAll } from '../src/store/seen.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { PathShape } from './path.ts';

/** Chains with the entities and links along them, read together. */
export function pathsOfChains(view: View, chains: readonly Chain[]): Read<readonly PathShape[]> {
  const entityKeys = [...new Set(chains.flatMap(({ entities }) => entities))];
  const linkKeys = [...new Set(chains.flatMap(({ links }) => links))];
  return whenRead(view.revision.entities(entityKeys), (entities) =>
    whenRead(view.revision.links(linkKeys), (links) => {
      const entityOf = seenByKey(view, entities);
      const linkOf = seenByKey(view, links);
      return chains.map((chain) => ({
        entities: chain.entities.flatMap((key) => entityOf.get(key) ?? []),
        links: chain.links.flatMap((key) => linkOf.get(key) ?? []),
      }));
    }),
  );
}

/** Rows that were read by their keys, as one cohort. */
export function seenByKey<Row extends { readonly key: number }>(
  view: View,
  rows: ReadonlyMap<number, readonly Row[]>,
): ReadonlyMap<number, Seen<Row>> {
  return new Map(seeAll(view, [...rows.values()].flat()).map((seen) => [seen.row.key, seen]));
}
