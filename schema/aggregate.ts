import { mean } from '../src/metrics/mean.ts';
import { median } from '../src/metrics/median.ts';
import {
  extremeOfRows,
  type Measure,
  type MeasureName,
  sumOfRows,
  type Taken,
  takeTogether,
} from '../src/metrics/rowsTogether.ts';
import { wholesBesideParts } from '../src/metrics/wholeBesideParts.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { SortNumber } from '../src/quantity/sortNumber.ts';
import { sortValue } from '../src/quantity/sortValue.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { claimBehind, factBehind } from './claimBehind.ts';
import { disputedOf } from './disputed.ts';
import { Entity } from './entity.ts';
import { FigureRef, figureIn } from './figure.ts';
import { type GatheredRow, measureOf, type RowFigureShape, type RowsTogether } from './rowsGathered.ts';
import { TotalRef, type TotalShape } from './total.ts';

/** Rows taken together. */
export interface AggregateShape {
  readonly view: View;
  readonly count: number;
  readonly countedCount: number;
  readonly unknownCount: number;
  disputedCount(): Read<number>;
  reportedCount(): number;
  /** Null where rows are only counted, or it is not defined for what they hold. @throws the client's error where they are too many */
  measured(name: MeasureName): Read<Figure | null>;
  /** What orders a figure among those of other groups; null where it is unknown. */
  sortOf(name: MeasureName): SortNumber | null;
  /** The rows without a known figure, at most `mostListed`. */
  unknown(): Read<readonly Seen<EntityRow>[]>;
  /** Stated wholes beside their parts, at most `mostListed`. @throws the client's error where the rows are too many */
  totals(): Read<readonly TotalShape[]>;
}

/** How many rows without a figure, and how many wholes, an answer lists. */
export const mostListed = 100;

export const Aggregate = builder.objectRef<AggregateShape>('Aggregate').implement({
  description: 'Rows taken together.',
  fields: (t) => ({
    count: t.exposeInt('count', {
      description:
        'How many rows match. Investments and shipments of which the lens sees no claim are none: nobody whom it trusts knows of them.',
    }),
    countedCount: t.exposeInt('countedCount', {
      description: 'How many of them were counted: known, and not part of another one counted.',
    }),
    unknownCount: t.exposeInt('unknownCount', { description: 'How many have no known figure.' }),
    disputedCount: t.int({
      description: 'How many of the counted are disputed.',
      resolve: (aggregate) => aggregate.disputedCount(),
    }),
    reportedCount: t.int({
      description: 'How many of the counted are reported.',
      resolve: (aggregate) => aggregate.reportedCount(),
    }),
    sum: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'The sum; unknown rows leave it without an upper bound. Its derivation warns of what was left out. Null for text and for figures that do not add up, such as ratios and prices.',
      resolve: (aggregate) => measuredIn(aggregate, 'sum'),
    }),
    minimum: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The least; its claim names the row.',
      resolve: (aggregate) => measuredIn(aggregate, 'minimum'),
    }),
    maximum: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The greatest; its claim names the row.',
      resolve: (aggregate) => measuredIn(aggregate, 'maximum'),
    }),
    mean: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The mean of the counted.',
      resolve: (aggregate) => measuredIn(aggregate, 'mean'),
    }),
    median: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The median of the counted.',
      resolve: (aggregate) => measuredIn(aggregate, 'median'),
    }),
    unknown: t.field({
      type: [Entity],
      description: `The rows without a known figure, at most ${mostListed}.`,
      resolve: (aggregate) => whenRead(aggregate.unknown(), (rows) => [...rows]),
    }),
    totals: t.field({
      type: [TotalRef],
      description: `Stated wholes beside the sum of their parts, where rows hold both: group and members, year and quarters; at most ${mostListed}.`,
      resolve: (aggregate) => whenRead(aggregate.totals(), (totals) => [...totals]),
    }),
  }),
});

function measuredIn(aggregate: AggregateShape, name: MeasureName) {
  return whenRead(aggregate.measured(name), (figure) => figureIn(aggregate.view, figure));
}

/** Rows that are only counted. */
export function counted(view: View, count: number): AggregateShape {
  return {
    view,
    count,
    countedCount: count,
    unknownCount: 0,
    disputedCount: () => 0,
    reportedCount: () => 0,
    measured: () => null,
    sortOf: () => null,
    unknown: () => [],
    totals: () => [],
  };
}

/** Rows that were gathered, and which of them are counted. */
export class GatheredAggregate implements AggregateShape {
  readonly view: View;
  readonly count: number;
  readonly taken: Taken<GatheredRow>;

  constructor(view: View, rows: readonly GatheredRow[], measure: Measure) {
    this.view = view;
    this.count = rows.length;
    this.taken = takeTogether(rows, measure);
  }

  get countedCount(): number {
    return this.taken.counted.length;
  }

  get unknownCount(): number {
    return this.taken.unknown.length;
  }

  disputedCount(): Read<number> {
    const disputed = this.taken.counted.map(({ figure }) => {
      const fact = figure && factBehind(figure);
      return fact ? disputedOf(fact) : false;
    });
    return whenRead(whenAllRead(disputed), (found) => found.filter((one) => one).length);
  }

  reportedCount(): number {
    return this.taken.counted.filter(({ figure }) => figure && claimBehind(figure)?.evidence === 'reported').length;
  }

  measured(name: MeasureName): Figure | null {
    return measures[name](this.taken);
  }

  sortOf(name: MeasureName): SortNumber | null {
    const figure = this.measured(name);
    const value = figure && sortValue(figure.quantity);
    return value && SortNumber.of(value);
  }

  unknown(): readonly Seen<EntityRow>[] {
    return this.taken.unknown.slice(0, mostListed).map(({ seen }) => seen);
  }

  totals(): readonly TotalShape[] {
    const { counted: known, unknown, leftOut, measure } = this.taken;
    if (!measure.adds) return [];
    const rows = [...known, ...unknown, ...leftOut.map(({ row }) => row)];
    return wholesBesideParts(rows, measure.nonNegative)
      .slice(0, mostListed)
      .map(({ whole, total }) => ({ view: this.view, whole: whole.seen, total }));
  }
}

const measures: Readonly<Record<MeasureName, (taken: Taken<GatheredRow>) => Figure | null>> = {
  sum: (taken) => (taken.measure.adds ? sumOfRows(taken) : null),
  minimum: (taken) => extremeOfRows(taken, 'least')?.figure ?? null,
  maximum: (taken) => extremeOfRows(taken, 'greatest')?.figure ?? null,
  mean,
  median,
};

/** Rows taken together. @throws the client's error where there are too many, or their units differ */
export function aggregateOf(rows: RowsTogether, of: RowFigureShape | null | undefined): Read<AggregateShape> {
  const { view } = rows;
  if (of == null) return whenRead(rows.count(), (count) => counted(view, count));
  return whenRead(rows.many?.(of, []) ?? null, (many) => {
    const [all] = many?.groups ?? [];
    if (many && all) return whenRead(many.tell([all]), ([bucket]) => bucket?.aggregate ?? counted(view, 0));
    return whenRead(
      rows.gather(of, []),
      (gathered) => new GatheredAggregate(view, gathered, measureOf(view, of, gathered)),
    );
  });
}
