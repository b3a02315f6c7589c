import type { Figure } from '../src/quantity/figure.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { Aggregate, type AggregateShape } from './aggregate.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { Entity } from './entity.ts';
import { FigureRef, figureIn } from './figure.ts';
import { groupKeyEnum } from './groupKeyEnum.ts';
import type { GroupKeyId, KeyValue } from './groupKeys.ts';
import { PeriodRef } from './period.ts';

/** One group of rows. */
export interface BucketShape {
  readonly keys: readonly BucketKeyShape[];
  readonly aggregate: AggregateShape;
  readonly share: () => Read<Figure | null>;
}

/** One value that the rows of a group share; null where it is unknown. */
export interface BucketKeyShape {
  readonly key: GroupKeyId;
  readonly value: KeyValue | null;
}

const BucketKey = builder.objectRef<BucketKeyShape>('BucketKey').implement({
  description: 'One value that the rows of a group share. Entity, period and text are all null where it is unknown.',
  fields: (t) => ({
    key: t.field({ type: groupKeyEnum(), description: 'Which key.', resolve: ({ key }) => key }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'The entity; null where the key is no entity or unknown.',
      resolve: ({ value }) => value?.entity ?? null,
    }),
    period: t.field({
      type: PeriodRef,
      nullable: true,
      description: 'The period; null where the key is none or unknown.',
      resolve: ({ value }) => value?.period ?? null,
    }),
    text: t.string({
      nullable: true,
      description: 'The value in words, for every key; null where unknown.',
      resolve: ({ value }) => value?.text ?? null,
    }),
  }),
});

const Bucket = builder.objectRef<BucketShape>('Bucket').implement({
  description: 'One group of rows.',
  fields: (t) => ({
    keys: t.field({
      type: [BucketKey],
      description: 'The values that its rows share, in the order of the keys asked for.',
      resolve: ({ keys }) => [...keys],
    }),
    aggregate: t.field({
      type: Aggregate,
      description: 'Its rows taken together.',
      resolve: ({ aggregate }) => aggregate,
    }),
    share: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Its sum over the sum of all rows, as a ratio; null where there is no sum.',
      resolve: ({ share, aggregate }) => whenRead(share(), (figure) => figureIn(aggregate.view, figure)),
    }),
  }),
});

export const BucketConnection = connectionOf(Bucket, 'groups of rows');
