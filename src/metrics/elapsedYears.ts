import { computed } from '../quantity/arithmetic.ts';
import { daysBetween } from '../quantity/day.ts';
import { Decimal, quotient, type Rounding } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { type DatedEvent, daysOf, whyUnknown } from './datedEvent.ts';
import { derive, notKnown } from './metric.ts';

const metric = 'elapsedYears';
const formula = 'days between ÷ 365.25';

/**
 * The time from one event to another, in years of 365.25 days. A date known to the month or the year counts as the last
 * day of it; the bounds let it be any day of it. Negative where the later event comes first.
 */
export function elapsedYears({ from, to }: { readonly from: DatedEvent; readonly to: DatedEvent }): Figure {
  const [start, end] = [daysOf(from), daysOf(to)];
  if (start === null || end === null)
    return notKnown({ metric, formula, unit: 'years', code: 'input-unknown', why: whyUnknown([from, to]) });
  const interval = {
    low: { at: years(daysBetween(start.last, end.first), 'down'), open: false },
    high: { at: years(daysBetween(start.first, end.last), 'up'), open: false },
  };
  return derive({
    metric,
    formula,
    inputs: [],
    quantity: computed(interval, years(daysBetween(start.last, end.last), 'nearest'), 'years'),
    period: null,
    assumptions: [`From ${from.date}, ${from.name}, to ${to.date}, ${to.name}.`],
  });
}

function years(days: number, rounding: Rounding): Decimal {
  return quotient(new Decimal(days), daysAYear, rounding);
}

const daysAYear = new Decimal('365.25');
