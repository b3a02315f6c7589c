import { exact, unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { type Period, samePeriod } from '../quantity/period.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { SortNumber } from '../quantity/sortNumber.ts';
import { sortValue } from '../quantity/sortValue.ts';
import { type Counted, countOnce, leftOutWarnings } from './countOnce.ts';
import { isKnown, type Row } from './extent.ts';
import { sumOfParts } from './total.ts';

/** What can be computed of rows. */
export type MeasureName = 'sum' | 'minimum' | 'maximum' | 'mean' | 'median';

/** How figures of rows are taken together. */
export interface Measure {
  readonly unit: string;
  /** Whether the figures cannot be negative, so that what is unknown can only add to a sum. */
  readonly nonNegative: boolean;
  /** Whether the figures of several rows add up; prices, shares and specifications do not. */
  readonly adds: boolean;
  /** Whether what rests on claims of weak confidence is taken in. */
  readonly includeTentative: boolean;
}

/** Rows taken together, before anything is computed of them. */
export interface Taken<One extends Row> extends Counted<One> {
  readonly measure: Measure;
  /** Left out because they rest on claims of weak confidence. */
  readonly weak: readonly One[];
}

/** Decides which of some rows are counted. Where figures do not add up none holds another, and all that are known are. */
export function takeTogether<One extends Row>(rows: readonly One[], measure: Measure): Taken<One> {
  const isWeak = ({ figure }: Row) => figure?.tentative === true && !measure.includeTentative;
  const firm = rows.filter((row) => !isWeak(row));
  const counted = measure.adds
    ? countOnce(firm)
    : { counted: firm.filter(isKnown), unknown: firm.filter((row) => !isKnown(row)), leftOut: [] };
  return { ...counted, weak: rows.filter(isWeak), measure };
}

/**
 * Σ counted. What is unknown leaves it without an upper bound where figures cannot be negative, else unknown; what was left
 * out is named. The sum of one row is that row's figure, and its evidence that one's.
 */
export function sumOfRows(taken: Taken<Row>): Figure {
  const { counted, unknown, measure } = taken;
  const [only, ...others] = knownFigures(counted);
  const warnings = warningsOf(taken);
  const isOne = only !== undefined && others.length === 0 && unknown.length === 0;
  if (isOne && warnings.length === 0) return only;
  const parts = [...counted, ...unknown];
  const period = sharedPeriodOf(knownFigures(counted));
  const sum = sumOfParts({ unit: measure.unit, nonNegative: measure.nonNegative, parts, period, warnings });
  return isOne ? { ...sum, evidence: only.evidence } : sum;
}

/** The row with the least figure, or the greatest, by what figures are ordered by; of those that are equal the first by id. */
export function extremeOfRows<One extends Row>({ counted }: Taken<One>, which: 'least' | 'greatest'): One | null {
  let best: { readonly row: One; readonly sort: SortNumber } | null = null;
  for (const row of counted) {
    const value = row.figure && sortValue(row.figure.quantity);
    if (value === null) continue;
    const sort = SortNumber.of(value);
    const beyond = best === null ? 1 : sort.compareTo(best.sort) * (which === 'least' ? -1 : 1);
    if (beyond > 0 || (beyond === 0 && best !== null && row.entity.id < best.row.entity.id)) best = { row, sort };
  }
  return best?.row ?? null;
}

/** The figures of rows that are counted. */
export function knownFigures(rows: readonly Row[]): readonly Figure[] {
  return rows.flatMap(({ figure }) => figure ?? []);
}

/** What was left out for its weakness, for being part of what is counted, or because no rate is known to convert it. */
export function warningsOf({ weak, leftOut, unknown }: Taken<Row>): readonly Warning[] {
  return [
    ...leftOutWarnings(leftOut),
    ...weak.map(
      ({ entity }): Warning => ({
        code: 'low-confidence',
        message: `${entity.name} is left out: its figure rests on a claim of weak confidence. A lens with includeTentative takes it in.`,
        entities: [entity],
      }),
    ),
    ...unknown.flatMap(({ entity, figure }) => withoutRate(entity, figure)),
  ];
}

function withoutRate(entity: Row['entity'], figure: Figure | null): readonly Warning[] {
  if (figure === null || !('warnings' in figure.origin)) return [];
  return figure.origin.warnings
    .filter(({ code }) => code === 'no-exchange-rate')
    .map((warning) => ({ ...warning, message: `${entity.name}: ${warning.message}`, entities: [entity] }));
}

/** The period that all figures share, null where they differ or one has none. */
export function sharedPeriodOf(figures: readonly Figure[]): Period | null {
  const [first, ...rest] = figures.map(({ period }) => period);
  if (first == null) return null;
  return rest.every((period) => period !== null && samePeriod(period, first)) ? first : null;
}

/**
 * The sum of the rows counted besides some of them, as a quantity, for `shareOfSum`; null where some of them are not counted
 * among all, or where it may be anything.
 */
export function restOfSum(all: Taken<Row>, some: Taken<Row>): Quantity | null {
  const inside = new Set([...some.counted, ...some.unknown]);
  const counted = new Set(all.counted);
  if (!some.counted.every((row) => counted.has(row))) return null;
  return restQuantity(
    all.measure,
    [...all.counted, ...all.unknown].filter((row) => !inside.has(row)),
  );
}

/** The sum of rows that are a rest; null where it may be anything. */
export function restQuantity({ unit, nonNegative }: Measure, parts: readonly Row[]): Quantity | null {
  if (parts.some(isKnown)) return sumOfParts({ unit, nonNegative, parts, period: null }).quantity;
  if (parts.length === 0) return exact(0, unit);
  return nonNegative ? { ...unknownQuantity(unit), low: new Decimal(0), bounds: 'computed' } : null;
}
