import { daysBetween } from './day.ts';
import type { StepLength } from './periodSteps.ts';
import { wholeMonths } from './wholeMonths.ts';

/**
 * Whether a stretch of days is a year, half year, quarter or month: as many whole months, or as many whole weeks as a
 * fiscal calendar that counts in weeks gives it, 13 or 14 a quarter. Null for any other length, such as nine months, and
 * where an end is open.
 */
export function stepLengthOf(period: {
  readonly first: string | null;
  readonly last: string | null;
}): StepLength | null {
  const { first, last } = period;
  if (first === null || last === null) return null;
  const months = wholeMonths(period);
  if (months !== null) return byMonths.get(months.count) ?? null;
  return byDays.get(daysBetween(first, last) + 1) ?? null;
}

const byMonths: ReadonlyMap<number, StepLength> = new Map([
  [12, 'year'],
  [6, 'half-year'],
  [3, 'quarter'],
  [1, 'month'],
]);

/** One quarter of a year has 14 weeks where the year has 53. */
const byDays: ReadonlyMap<number, StepLength> = new Map([
  [52 * 7, 'year'],
  [53 * 7, 'year'],
  [26 * 7, 'half-year'],
  [27 * 7, 'half-year'],
  [13 * 7, 'quarter'],
  [14 * 7, 'quarter'],
]);
