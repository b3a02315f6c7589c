import { Decimal, quotient } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { sortValue } from './sortValue.ts';
import { sizeOf } from './unit.ts';

/**
 * A quantity as doubles, for sorting and comparing many at once: in the base unit of what it measures, so that 4 MW and
 * 4000 kW are equal, and money in its own currency. Numbers that agree to some 15 digits are equal.
 */
export interface Comparable {
  /** What it measures, in the words of unit.ts: `power`, `ratio`, `CNY`, `USD per time`. */
  readonly dimension: string;
  /** What it is ordered by: its value, else the middle of its bounds, else the one bound; null where it is unknown. */
  readonly sort: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A quantity in doubles. */
export function comparableOf(quantity: Quantity): Comparable {
  const { low, high, unit } = quantity;
  const middle = sortValue(quantity);
  const sort = comparableNumber(middle, unit);
  return {
    dimension: sizeOf(unit).dimension,
    sort,
    low: low === middle ? sort : comparableNumber(low, unit),
    high: high === middle ? sort : comparableNumber(high, unit),
  };
}

/** A number of a unit as a double in the base unit; null stays null. */
export function comparableNumber(number: Decimal | null, unit: string): number | null {
  if (number === null) return null;
  const { times, over } = sizeOf(unit);
  const above = times.eq(1) ? number : Decimal.mul(number, times);
  return (over.eq(1) ? above : quotient(above, over, 'nearest')).toNumber();
}
