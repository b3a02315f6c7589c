import type { Total } from '../src/metrics/total.ts';
import type { EntityReference } from '../src/quantity/figure.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Entity } from './entity.ts';
import { Agreement } from './evidence.ts';
import { FigureRef, figureIn } from './figure.ts';
import { isEntity, nodeOf } from './node.ts';
import { Share } from './share.ts';

/** A total, and the view it was asked through. */
export interface TotalShape {
  readonly view: View;
  readonly whole: Seen<EntityRow>;
  readonly total: Total;
}

export const TotalRef = builder.objectRef<TotalShape>('Total').implement({
  description: 'A whole beside the sum of its parts.',
  fields: (t) => ({
    whole: t.field({
      type: Entity,
      nullable: true,
      description: 'The entity that stands for the whole, for example a group.',
      resolve: ({ whole }) => whole,
    }),
    stated: t.field({
      type: FigureRef,
      nullable: true,
      description: 'What sources state for the whole; null where none does.',
      resolve: ({ view, total }) => figureIn(view, total.stated),
    }),
    sum: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The sum of the parts counted. An unknown part leaves it without an upper bound.',
      resolve: ({ view, total }) => figureIn(view, total.sum),
    }),
    difference: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Stated less sum; null where one of them is.',
      resolve: ({ view, total }) => figureIn(view, total.difference),
    }),
    agreement: t.field({
      type: Agreement,
      description: 'Whether the two agree.',
      resolve: ({ total }) => total.agreement,
    }),
    countedCount: t.int({ description: 'How many parts were counted.', resolve: ({ total }) => total.counted.length }),
    missingCount: t.int({
      description: 'How many parts have no known figure.',
      resolve: ({ total }) => total.missing.length,
    }),
    counted: t.field({
      type: [Entity],
      description: 'The parts counted, at most 100.',
      resolve: ({ total }, _args, context) => entitiesOf(context, total.counted),
    }),
    missing: t.field({
      type: [Entity],
      description: 'The parts without a known figure, at most 100.',
      resolve: ({ total }, _args, context) => entitiesOf(context, total.missing),
    }),
    shares: t.field({
      type: [Share],
      description:
        'The share of each part counted in what is stated for the whole, else in the sum, with tight bounds; at most 100, in the order of `counted`.',
      resolve: ({ view, total }) =>
        total.shares.slice(0, 100).map(({ entity, share }) => ({ view, holder: entity, share, since: null })),
    }),
  }),
});

function entitiesOf(context: Context, references: readonly EntityReference[]): Read<Seen<EntityRow>[]> {
  const nodes = whenAllRead(references.slice(0, 100).map(({ id }) => nodeOf(context, id, 'id')));
  return whenRead(nodes, (found) => found.filter(isEntity));
}
