import { mostFound } from '../src/search/nameIndex.ts';
import type { Seen } from '../src/store/seen.ts';
import { type EntityRow, type EntityType, entityTypes } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { type ConnectionShape, PageInfo, pageInfoOf } from './connection.ts';
import { Entity } from './entity.ts';
import { EntityCount } from './entityCount.ts';

/** An entity on a page of a search. */
export interface FoundShape {
  readonly entity: Seen<EntityRow>;
  readonly highlight: string;
}

/** A page of a search, and the kinds of all that it found. */
export interface SearchShape extends ConnectionShape<FoundShape> {
  readonly types: readonly EntityType[];
}

const SearchEdge = builder.objectRef<{ readonly found: FoundShape; readonly cursor: string }>('SearchEdge').implement({
  description: 'One row of a page of search results.',
  fields: (t) => ({
    node: t.field({ type: Entity, description: 'The row.', resolve: ({ found }) => found.entity }),
    cursor: t.exposeString('cursor', {
      description: 'Its cursor, for `after` and `before`. It fits only the same text, kinds and revision.',
    }),
    highlight: t.string({
      description: 'The name, alias or sentence that matched, with the match between `**`.',
      resolve: ({ found }) => found.highlight,
    }),
  }),
});

export const SearchConnection = builder.objectRef<SearchShape>('SearchConnection').implement({
  description: 'A page of search results.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'The rows of the page.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ nodes, cursorOf }) => nodes.map((found) => ({ found, cursor: cursorOf(found) })),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: pageInfoOf }),
    totalCount: t.int({
      description: `How many there are over all pages: the best ${mostFound.toLocaleString('en')} are all that is found.`,
      resolve: (page) => page.totalCount(),
    }),
    counts: t.field({
      type: [EntityCount],
      description: 'How many results of each kind of entity, over all pages; kinds without any are left out.',
      resolve: ({ types }) =>
        entityTypes
          .map((type) => ({ type, count: types.filter((one) => one === type).length }))
          .filter(({ count }) => count > 0),
    }),
  }),
});
