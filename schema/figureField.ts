import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { FigureRef, figureIn } from './figure.ts';
import { figureOf } from './figureOf.ts';
import { Growth, growthArguments } from './growth.ts';
import { growthOf } from './growthOf.ts';
import { Property } from './property.ts';

type Fields = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Seen<EntityRow>>;

const figureArguments = builder.args((t) => ({
  property: t.field({ type: Property, required: true, description: 'Which figure.' }),
  period: t.field({ type: 'PeriodLabel', description: 'The period or day. Default: the latest by the lens.' }),
  definition: t.string({ description: 'The definition. Default: the first that has a claim that counts.' }),
  unit: t.string({
    description:
      'The unit or currency of the answer; needed where it is computed from several currencies, which are converted as by Figure.in.',
  }),
}));

/** The door to numbers, the same on every kind of entity that has figures. */
export function figureField(t: Fields) {
  return t.field({
    type: FigureRef,
    nullable: true,
    description:
      'One figure: stated, or computed from others where none is stated. Null where nothing that counts is claimed; an unknown figure with warnings where it is a metric that cannot be computed.',
    args: figureArguments,
    resolve: (entity, asked) => whenRead(figureOf(entity, asked), (figure) => figureIn(entity.view, figure)),
  });
}

/** Growth of any figure over time, the same on every kind of entity that has figures of periods. */
export function growthField(t: Fields) {
  return t.field({
    type: Growth,
    nullable: true,
    description: 'Growth of a figure over an earlier period: as reported, as computed, and whether they agree.',
    args: growthArguments,
    resolve: (entity, asked) => growthOf(entity, asked),
  });
}
