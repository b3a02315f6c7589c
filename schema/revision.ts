import type { Publication } from '../src/store/store.ts';
import { entityTypes } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import type { Context } from './context.ts';
import { entityConnection } from './entities.ts';
import { EntityCount } from './entityCount.ts';

import { whereArgument } from './entityKind.ts';
import { orderArguments } from './order.ts';
import { revisionArgument } from './revisionArgument.ts';
import { SourceConnection, SourceFilter } from './source.ts';

/** A revision, opened where more is asked of it than when it was published. */
interface RevisionShape {
  readonly id: string;
  readonly publishedAt: string;
  readonly view: () => Read<View>;
}

const RevisionRef = builder.objectRef<RevisionShape>('Revision').implement({
  description: 'One published state of the whole graph. It never changes.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The hash of its content.' }),
    publishedAt: t.field({
      type: 'DateTime',
      description: 'When it was published.',
      resolve: ({ publishedAt }) => publishedAt,
    }),
    horizon: t.field({
      type: 'Date',
      description: 'The day up to which its curators have looked: claims that became known after it are not in.',
      resolve: ({ view }) => whenRead(view(), ({ horizon }) => horizon),
    }),
    counts: t.field({
      type: [EntityCount],
      description: 'How many entities of each kind.',
      resolve: ({ view }) =>
        whenRead(view(), ({ revision: { info } }) =>
          entityTypes.map((type) => ({ type, count: info.counts[type] ?? 0 })),
        ),
    }),
    claimCount: t.int({
      description: 'How many claims.',
      resolve: ({ view }) => whenRead(view(), ({ revision }) => revision.info.claimCount),
    }),
    sources: t.field({
      type: SourceConnection,
      description:
        'Its sources, by name unless ordered otherwise. How fresh they are say `published`, `fetched` and `age`.',
      args: { ...whereArgument(SourceFilter), ...orderArguments, ...pageArguments },
      complexity: pageComplexity,
      resolve: (revision, asked) =>
        whenRead(revision.view(), (view) =>
          whenRead(SourceFilter.where(asked.where, view), (where) =>
            entityConnection(view, null, { all: 'Source' }, where, asked),
          ),
        ),
    }),
  }),
});

builder.queryFields((t) => ({
  revision: t.field({
    type: RevisionRef,
    nullable: true,
    description:
      'The revision that this request is answered from, or a kept one. Null with an error where none of that id is kept.',
    args: { id: t.arg.id({ description: 'The id of a kept revision; left out, the current one.' }) },
    resolve: (view, { id }, context) =>
      id == null ? shapeOf(view) : whenRead(revisionArgument(context, id, 'id'), shapeOf),
  }),
  revisions: t.field({
    type: [RevisionRef],
    description:
      'The revisions that are kept, newest first, at most 100: the last three, and what was replaced less than 15 minutes ago, unless who publishes has said otherwise.',
    complexity: { field: 1, multiplier: 10 },
    resolve: (_view, _args, context) => whenRead(context.kept(), (kept) => revisionsOf(context, kept)),
  }),
}));

/** The kept ones as a list. The one that answers is among them, even if it has been replaced for long. */
function revisionsOf(context: Context, kept: readonly Publication[]): RevisionShape[] {
  const pinned = context.revision.info;
  const others = kept
    .filter(({ id }) => id !== pinned.id)
    .map(({ id, publishedAt }) => ({ id, publishedAt, view: () => revisionArgument(context, id, 'id') }));
  const all = [shapeOf(context.view()), ...others];
  return all.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).slice(0, 100);
}

function shapeOf(view: View): RevisionShape {
  const { id, publishedAt } = view.revision.info;
  return { id, publishedAt, view: () => view };
}
