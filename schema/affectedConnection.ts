import { type AffectedShape, AffectReasonEnum } from './affects.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { type ConnectionShape, PageInfo, pageInfoOf } from './connection.ts';
import { PathRef } from './path.ts';

interface EdgeShape {
  readonly affected: AffectedShape;
  readonly cursor: string;
}

const AffectedEdge = builder.objectRef<EdgeShape>('AffectedEdge').implement({
  description: 'One row of a page of companies that a control bears on.',
  fields: (t) => ({
    node: t.field({ type: Company, description: 'The row.', resolve: ({ affected }) => affected.company }),
    cursor: t.exposeString('cursor', {
      description: 'Its cursor, for `after` and `before`. It fits only the same order and revision.',
    }),
    reason: t.field({
      type: AffectReasonEnum,
      description: 'Why it is affected.',
      resolve: ({ affected }) => affected.reason,
    }),
    path: t.field({
      type: PathRef,
      description:
        'The chain of links that says why: from the control, or from a processor that it catches by its terms, to the company.',
      resolve: ({ affected }) => affected.path,
    }),
  }),
});

export const AffectedConnection = builder.objectRef<ConnectionShape<AffectedShape>>('AffectedConnection').implement({
  description: 'A page of companies that a control bears on.',
  fields: (t) => ({
    edges: t.field({
      type: [AffectedEdge],
      description: 'The rows of the page.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ nodes, cursorOf }) => nodes.map((affected) => ({ affected, cursor: cursorOf(affected) })),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: pageInfoOf }),
    totalCount: t.int({
      description: 'How many there are over all pages; counted only when asked for.',
      resolve: (page) => page.totalCount(),
    }),
  }),
});
