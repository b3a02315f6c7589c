import { parsePeriod } from '../src/quantity/period.ts';
import { type StepLength, stepsAYear } from '../src/quantity/periodSteps.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { compoundGrowthOf } from './compoundGrowthOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { figureOf } from './figureOf.ts';
import { Growth, growthArguments } from './growth.ts';
import { growthOf } from './growthOf.ts';
import { Interval } from './interval.ts';
import { Property } from './property.ts';
import { mostSteps, seriesOf } from './seriesOf.ts';

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

const seriesArguments = builder.args((t) => ({
  property: t.field({ type: Property, required: true, description: 'Which figure.' }),
  interval: t.field({ type: Interval, required: true, description: 'The steps.' }),
  within: t.field({
    type: 'PeriodLabel',
    description: 'From the first to the last step, those that lie within it. Default: all that is known.',
  }),
  fiscal: t.boolean({ defaultValue: false, description: "Steps of the fiscal calendar instead of the calendar's." }),
  definition: t.string({
    description: 'The definition. Default: the first that gives any of the steps; in a group, for each member.',
  }),
  unit: t.string({
    description: 'The unit or currency of the answers; needed where they are computed from several currencies.',
  }),
}));

/** A figure over time, the same on every kind of entity that has figures of periods. */
export function seriesField(t: Fields) {
  return t.field({
    type: [FigureRef],
    nullable: true,
    description: `One figure over time, for charts: an entry a step, earliest first, unknown ones as unknown figures. Of what is held on a day, such as cash, the last that is known in the step, with its day. Forecasts stand beside results, and say so by their evidence. At most ${mostSteps} steps.`,
    args: seriesArguments,
    complexity: seriesComplexity,
    resolve: (entity, asked) =>
      whenRead(seriesOf(entity, asked), (figures) => figures.map((figure) => figureIn(entity.view, figure))),
  });
}

/** What hangs below a series, as often as it may have steps. */
function seriesComplexity({
  interval,
  within,
}: {
  readonly interval: StepLength;
  readonly within?: string | null | undefined;
}) {
  const period = within == null ? null : parsePeriod(within);
  const [first, last] = period === null || 'problem' in period ? [null, null] : [period.first, period.last];
  // Of what is not said or in a fiscal calendar, as many as facts usually give.
  const years = first === null || last === null ? 10 : Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  return { field: 1, multiplier: Math.min(years * stepsAYear[interval], mostSteps) };
}

/** Compound growth of any figure, the same on every kind of entity that has figures of periods. */
export function compoundGrowthField(t: Fields) {
  return t.field({
    type: FigureRef,
    nullable: true,
    description:
      'Compound growth a period of the length of the first, as a ratio: of years a year, of half years a half year. Null where an end is not known; an unknown figure with a warning where one may be zero or negative.',
    args: {
      property: t.arg({ type: Property, required: true, description: 'What grew.' }),
      from: t.arg({ type: 'PeriodLabel', required: true, description: 'The first period.' }),
      to: t.arg({ type: 'PeriodLabel', required: true, description: 'The last period, of the same length.' }),
      definition: t.arg.string({ description: 'The definition. Default: the first that has a claim that counts.' }),
    },
    resolve: (entity, asked) => whenRead(compoundGrowthOf(entity, asked), (figure) => figureIn(entity.view, figure)),
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
