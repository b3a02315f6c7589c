import { plusDays } from '../quantity/day.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import type { Engine } from './engine.ts';
import type { RateRow } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';

/** Published exchange rates. */
export interface Rates {
  /** Units of a currency for one US dollar: the mean of a period, or the rate of its last day; null where none is known. */
  rate(currency: string, kind: RateRow['kind'], period: Period, knownOn: string): Figure | null;
}

/** A rate and the source that publishes it. */
export type SourcedRate = RateRow & { readonly sourceSlug: string; readonly sourceName: string };

/** Reads all exchange rates: some hundreds, so that they are kept. */
export function readRates(engine: Engine): Read<Rates> {
  const { sql, parameters } = engine.build
    .selectFrom('rate')
    .innerJoin('entity', 'entity.key', 'rate.sourceKey')
    .selectAll('rate')
    .select(['entity.slug as sourceSlug', 'entity.name as sourceName'])
    .compile();
  return whenRead(engine.run<SourcedRate>(sql, parameters), ratesOf);
}

/** Exchange rates out of their rows. */
export function ratesOf(rows: readonly SourcedRate[]): Rates {
  const byKey = new Map(rows.map((row) => [keyOf(row.currency, row.kind, row.periodFirst, row.periodLast), row]));
  return {
    rate(currency, kind, { first, last }, knownOn) {
      const row = kind === 'mean' ? byKey.get(keyOf(currency, kind, first, last)) : lastTraded(byKey, currency, last);
      // A rate is known from the day after its period, whenever its source was printed.
      return row && row.periodLast < knownOn ? rateFigure(row) : null;
    },
  };
}

/** Markets rest on weekends and feasts: the rate of the last day is that of the last day on which they traded. */
function lastTraded(
  byKey: ReadonlyMap<string, SourcedRate>,
  currency: string,
  last: string | null,
): SourcedRate | undefined {
  if (last === null) return undefined;
  const days = Array.from({ length: longestRest + 1 }, (_, back) => plusDays(last, -back));
  return days.map((day) => byKey.get(keyOf(currency, 'last-day', day, day))).find((row) => row !== undefined);
}

/** Days in a row without trade: the golden week of China. */
const longestRest = 8;

function keyOf(currency: string, kind: string, first: string | null, last: string | null): string {
  return [currency, kind, first, last].join(' ');
}

function rateFigure(row: SourcedRate): Figure {
  const value = new Decimal(row.rate);
  return {
    quantity: {
      value,
      low: value,
      high: value,
      lowOpen: false,
      highOpen: false,
      bounds: 'exact',
      unit: `${row.currency}/USD`,
    },
    evidence: row.evidence,
    tentative: false,
    period: { label: row.periodLabel, first: row.periodFirst, last: row.periodLast },
    definition: null,
    origin: {
      metric: 'exchange rate',
      formula: row.kind === 'mean' ? 'mean of the rates of the period' : 'rate of the last day of the period',
      inputs: [],
      assumptions: [`The rate is that of ${row.sourceName} (source ${row.sourceSlug}).`],
      warnings: [],
    },
  };
}
