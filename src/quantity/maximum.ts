import { computed } from './arithmetic.ts';
import { Decimal } from './decimal.ts';
import { type End, highest, intervalOf } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { UnitMismatch } from './unit.ts';

/**
 * The greatest of some quantities of one unit.
 *
 * Its low end is the highest of their low ends and its high end the highest of their high ends: 10 to 20 and 15 to 17
 * have a maximum of 15 to 20. It has a value where each of them has one, or cannot pass the highest that has. One that is
 * unknown leaves it without a high end. Of one quantity it is that one.
 */
export function maximum(quantities: readonly [Quantity, ...Quantity[]]): Quantity {
  const [first] = quantities;
  for (const { unit } of quantities) if (unit !== first.unit) throw new UnitMismatch(first.unit, unit);
  if (quantities.length === 1) return first;
  const intervals = quantities.map(intervalOf);
  const interval = {
    low: highestLow(intervals.map(({ low }) => low)),
    high: highest(intervals.map(({ high }) => high)),
  };
  const result = computed(interval, highestValue(quantities), first.unit);
  const isPoint = result.value !== null && interval.low.at.eq(interval.high.at);
  return isPoint ? { ...result, bounds: 'exact' } : result;
}

/** Of two low ends at one point the open one counts: what lies above it lies above the other too. */
function highestLow(ends: readonly End[]): End {
  return ends.reduce((best, end) => (end.at.gt(best.at) || (end.at.eq(best.at) && end.open) ? end : best));
}

function highestValue(quantities: readonly Quantity[]): Decimal | null {
  const values = quantities.flatMap(({ value }) => (value === null ? [] : [value]));
  const [first, ...rest] = values;
  if (first === undefined) return null;
  const value = Decimal.max(first, ...rest);
  const mayPass = quantities.some((one) => one.value === null && (one.high === null || one.high.gt(value)));
  return mayPass ? null : value;
}
