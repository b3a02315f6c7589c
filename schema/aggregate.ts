import { mean } from '../src/metrics/mean.ts';
import { median } from '../src/metrics/median.ts';
import { extremeOfRows, type Measure, sumOfRows, type Taken, takeTogether } from '../src/metrics/rowsTogether.ts';
import { wholesBesideParts } from '../src/metrics/wholeBesideParts.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { claimBehind, factBehind } from './claimBehind.ts';
import { disputedOf } from './disputed.ts';
import { Entity } from './entity.ts';
import { FigureRef, figureIn } from './figure.ts';
import { type ManyTaken, tooManyToTell } from './manyTogether.ts';
import { type GatheredRow, measureOf, type RowFigureShape, type RowsTogether } from './rowsGathered.ts';
import { TotalRef } from './total.ts';

/** Rows taken together; `taken` is null where they are only counted. */
export interface AggregateShape {
  readonly view: View;
  readonly count: number;
  readonly taken: Taken<GatheredRow> | null;
  /** What is told of more rows than may be gathered. */
  readonly many?: ManyTaken;
}

/** How many rows without a figure, and how many wholes, an answer lists. */
const mostListed = 100;

export const Aggregate = builder.objectRef<AggregateShape>('Aggregate').implement({
  description: 'Rows taken together.',
  fields: (t) => ({
    count: t.exposeInt('count', {
      description:
        'How many rows match. Investments and shipments of which the lens sees no claim are none: nobody whom it trusts knows of them.',
    }),
    countedCount: t.int({
      description: 'How many of them were counted: known, and not part of another one counted.',
      resolve: ({ taken, many, count }) => many?.countedCount ?? taken?.counted.length ?? count,
    }),
    unknownCount: t.int({
      description: 'How many have no known figure.',
      resolve: ({ taken, many }) => many?.unknownCount ?? taken?.unknown.length ?? 0,
    }),
    disputedCount: t.int({
      description: 'How many of the counted are disputed.',
      resolve: ({ taken, many }) => {
        if (many) return many.disputedCount;
        const disputed = (taken?.counted ?? []).map(({ figure }) => {
          const fact = figure && factBehind(figure);
          return fact ? disputedOf(fact) : false;
        });
        return whenRead(whenAllRead(disputed), (found) => found.filter((one) => one).length);
      },
    }),
    reportedCount: t.int({
      description: 'How many of the counted are reported.',
      resolve: ({ taken, many }) =>
        many?.reportedCount ??
        (taken?.counted ?? []).filter(({ figure }) => figure && claimBehind(figure)?.evidence === 'reported').length,
    }),
    sum: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'The sum; unknown rows leave it without an upper bound. Its derivation warns of what was left out. Null for text and for figures that do not add up, such as ratios and prices.',
      resolve: (aggregate) => figureIn(aggregate.view, measured(aggregate, 'sum')),
    }),
    minimum: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The least; its claim names the row.',
      resolve: (aggregate) => figureIn(aggregate.view, measured(aggregate, 'minimum')),
    }),
    maximum: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The greatest; its claim names the row.',
      resolve: (aggregate) => figureIn(aggregate.view, measured(aggregate, 'maximum')),
    }),
    mean: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The mean of the counted.',
      resolve: (aggregate) => figureIn(aggregate.view, measured(aggregate, 'mean')),
    }),
    median: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The median of the counted.',
      resolve: (aggregate) => figureIn(aggregate.view, measured(aggregate, 'median')),
    }),
    unknown: t.field({
      type: [Entity],
      description: `The rows without a known figure, at most ${mostListed}.`,
      resolve: (aggregate) => (allOf(aggregate)?.unknown ?? []).slice(0, mostListed).map(({ seen }) => seen),
    }),
    totals: t.field({
      type: [TotalRef],
      description: `Stated wholes beside the sum of their parts, where rows hold both: group and members, year and quarters; at most ${mostListed}.`,
      resolve: (aggregate) => {
        const { view } = aggregate;
        const taken = allOf(aggregate);
        if (taken === null || !taken.measure.adds) return [];
        const rows = [...taken.counted, ...taken.unknown, ...taken.leftOut.map(({ row }) => row)];
        return wholesBesideParts(rows, taken.measure.nonNegative)
          .slice(0, mostListed)
          .map(({ whole, total }) => ({ view, whole: whole.seen, total }));
      },
    }),
  }),
});

/** What can be computed of rows. */
export type MeasureName = 'sum' | 'minimum' | 'maximum' | 'mean' | 'median';

const measures: Readonly<Record<MeasureName, (taken: Taken<GatheredRow>) => Figure | null>> = {
  sum: (taken) => (taken.measure.adds ? sumOfRows(taken) : null),
  minimum: (taken) => extremeOfRows(taken, 'least')?.figure ?? null,
  maximum: (taken) => extremeOfRows(taken, 'greatest')?.figure ?? null,
  mean,
  median,
};

/** One figure of rows taken together; null where they are only counted or it is not defined for what they hold. */
export function measured(aggregate: AggregateShape, name: MeasureName): Figure | null {
  if (aggregate.many && name === 'sum') return aggregate.many.sum;
  const taken = allOf(aggregate);
  return taken && measures[name](taken);
}

/** The rows; null where they are only counted. @throws the client's error where they are too many */
function allOf({ taken, many }: AggregateShape): Taken<GatheredRow> | null {
  if (many) throw tooManyToTell();
  return taken;
}

/** Rows taken together. @throws the client's error where there are too many, or their units differ */
export function aggregateOf(rows: RowsTogether, of: RowFigureShape | null | undefined): Read<AggregateShape> {
  const { view } = rows;
  if (of == null) return whenRead(rows.count(), (count) => ({ view, count, taken: null }));
  return whenRead(rows.many?.(of, []) ?? null, (many) => {
    const [all] = many ?? [];
    if (all !== undefined) return all.aggregate;
    return whenRead(rows.gather(of, []), (gathered) => aggregated(view, gathered, measureOf(view, of, gathered)));
  });
}

/** Rows that were gathered, taken together; `measure` is null where they are only counted. */
export function aggregated(view: View, rows: readonly GatheredRow[], measure: Measure | null): AggregateShape {
  return { view, count: rows.length, taken: measure && takeTogether(rows, measure) };
}
