import { computed } from '../quantity/arithmetic.ts';
import { daysBetween } from '../quantity/day.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { firstDayOf, lastDayOf } from '../quantity/period.ts';
import { derive } from './metric.ts';

/**
 * The days from a date to a later day. A date known to the month or the year counts as the last day of it, or as the later
 * day where that comes first; the bounds let it be any day of it. Null where the text is no date.
 */
export function age(date: string, on: string): Figure | null {
  const [first, last] = [firstDayOf(date), lastDayOf(date)];
  if (first === null || last === null) return null;
  const low = { at: daysTo(last, on), open: false };
  const high = { at: daysTo(first, on), open: false };
  const quantity = computed({ low, high }, low.at, 'days');
  return derive({
    metric: 'age',
    formula: 'day − date',
    inputs: [],
    quantity: first === last ? { ...quantity, bounds: 'exact' } : quantity,
    period: { label: on, first: on, last: on },
    assumptions: [`From ${date} to ${on}.`],
  });
}

function daysTo(day: string, on: string): Decimal {
  return new Decimal(Math.max(0, daysBetween(day, on)));
}
