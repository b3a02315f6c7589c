import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { OrderedSlice } from '../src/store/children.ts';
import type { Page } from '../src/store/page.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { type ListAsked, parseCursor, printCursor } from './cursor.ts';
import { clientError } from './errors.ts';
import type { RowsTogether } from './rowsGathered.ts';
import type { togetherFields } from './togetherFields.ts';

// The relay plugin makes a promise for each connection and each id; here a page at hand is answered at once.

/** The largest page, and the one where none is asked for. */
export const pageSize = { most: 100, standard: 50 };

/** The page that a client asks for. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A page of rows, and how to count all of them. */
export interface ConnectionShape<Node> {
  readonly nodes: readonly Node[];
  readonly cursorOf: (node: Node) => string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: () => Read<number>;
  /** All rows, to be taken together; left out where they cannot be. */
  readonly together?: RowsTogether;
}

/** The arguments that every connection takes. */
export const pageArguments = builder.args((t) => ({
  first: t.int({ description: `Rows from the front, 1 to ${pageSize.most}. Default: ${pageSize.standard}.` }),
  after: t.string({ description: 'After this cursor.' }),
  last: t.int({ description: `Rows from the back, 1 to ${pageSize.most}.` }),
  before: t.string({ description: 'Before this cursor.' }),
}));

interface PageInfoShape {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export const PageInfo = builder.objectRef<PageInfoShape>('PageInfo').implement({
  description: 'Where a page stands.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether more follow.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Whether more come before.' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'The cursor of the first edge; null on an empty page.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The cursor of the last edge; null on an empty page.',
    }),
  }),
});

/** More fields of a connection. */
type MoreFields<Node> = (
  t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, ConnectionShape<Node>>,
) => ReturnType<typeof togetherFields<Node>>;

/**
 * Makes the types of a connection: `CompanyConnection` and `CompanyEdge` over pages of companies. `together` gives its
 * fields where rows can be taken together.
 */
export function connectionOf<Node>(
  node: ObjectRef<BuilderTypes, Node, Node> | InterfaceRef<BuilderTypes, Node, Node>,
  rows: string,
  together?: MoreFields<Node>,
): ObjectRef<BuilderTypes, ConnectionShape<Node>, ConnectionShape<Node>> {
  const Edge = builder.objectRef<{ readonly node: Node; readonly cursor: () => string }>(`${node.name}Edge`).implement({
    description: `One row of a page of ${rows}.`,
    fields: (t) => ({
      node: t.field({ type: node, description: 'The row.', resolve: (edge) => edge.node as never }),
      cursor: t.string({
        description: 'Its cursor, for `after` and `before`. It fits only the same order, filter and revision.',
        resolve: (edge) => edge.cursor(),
      }),
    }),
  });
  return builder.objectRef<ConnectionShape<Node>>(`${node.name}Connection`).implement({
    description: `A page of ${rows}.`,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The rows of the page.',
        complexity: { field: 1, multiplier: 1 },
        resolve: ({ nodes, cursorOf }) => nodes.map((one) => ({ node: one, cursor: () => cursorOf(one) })),
      }),
      pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: pageInfoOf }),
      totalCount: t.int({
        description: 'How many there are over all pages; counted only when asked for.',
        resolve: (page) => page.totalCount(),
      }),
      ...together?.(t),
    }),
  });
}

/** Where a page stands. */
export function pageInfoOf<Node>({
  nodes,
  cursorOf,
  hasNextPage,
  hasPreviousPage,
}: ConnectionShape<Node>): PageInfoShape {
  const [first] = nodes;
  const last = nodes.at(-1);
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: first === undefined ? null : cursorOf(first),
    endCursor: last === undefined ? null : cursorOf(last),
  };
}

/** What a connection costs: what hangs below it, as often as its page may have rows. */
export function pageComplexity({ first, last }: PageArguments): { field: number; multiplier: number } {
  return { field: 1, multiplier: Math.min(Math.max(first ?? last ?? pageSize.standard, 1), pageSize.most) };
}

/** Reads what a client says of the page that it wants. `of` is the list that its cursor must have been made for. */
export function pageOf(asked: PageArguments, of: ListAsked): Page {
  const { first, after, last, before } = asked;
  for (const [argument, value] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (value != null && (value < 1 || value > pageSize.most)) {
      throw clientError('BAD_PAGE', `${argument} is ${value}; a page has 1 to ${pageSize.most} rows.`, argument);
    }
  }
  if (first != null && last != null) throw clientError('BAD_PAGE', 'Give first or last, not both.', 'last');
  const backward = last != null || (first == null && before != null);
  if (backward && after != null)
    throw clientError('BAD_PAGE', 'A page from the back takes before, not after.', 'after');
  if (!backward && before != null)
    throw clientError('BAD_PAGE', 'A page from the front takes after, not before.', 'before');
  const cursor = backward ? before : after;
  return {
    limit: (backward ? last : first) ?? pageSize.standard,
    backward,
    cursor: cursor == null ? null : parseCursor(cursor, of, backward ? 'before' : 'after'),
  };
}

/** A page of what a store read, as a connection. */
export function connection<Node>(
  slice: Read<OrderedSlice<Node>>,
  page: Page,
  of: ListAsked,
  totalCount: () => Read<number>,
  together?: RowsTogether,
): Read<ConnectionShape<Node>> {
  return whenRead(slice, ({ rows, keys, hasMore }) => ({
    nodes: rows,
    cursorOf: (node) => printCursor(of, keys[rows.indexOf(node)] ?? []),
    hasNextPage: page.backward ? page.cursor !== null : hasMore,
    hasPreviousPage: page.backward ? hasMore : page.cursor !== null,
    totalCount,
    ...(together && { together }),
  }));
}
