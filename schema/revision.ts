import type { RevisionInfo } from '../src/store/revision.ts';
import { entityTypes } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { EntityCount } from './entityCount.ts';

const RevisionRef = builder.objectRef<RevisionInfo>('Revision').implement({
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
      resolve: ({ horizon }) => horizon,
    }),
    counts: t.field({
      type: [EntityCount],
      description: 'How many entities of each kind.',
      resolve: ({ counts }) => entityTypes.map((type) => ({ type, count: counts[type] ?? 0 })),
    }),
    claimCount: t.exposeInt('claimCount', { description: 'How many claims.' }),
  }),
});

builder.queryField('revision', (t) =>
  t.field({
    type: RevisionRef,
    description: 'The revision that this request is answered from.',
    resolve: (_view, _args, { revision }) => revision.info,
  }),
);
