import { computed } from '../quantity/arithmetic.ts';
import { daysBetween } from '../quantity/day.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { type DatedEvent, daysOf, whyUnknown } from './datedEvent.ts';
import { derive, notKnown } from './metric.ts';

const metric = 'elapsedDays';
const formula = 'later day − earlier day';

/** What else is to be said of a span of days. */
interface Remarks {
  /** What else the days could be counted from, and the like. */
  readonly assumptions?: readonly string[];
  /** Whether one of the dates rests on a claim of weak confidence. */
  readonly tentative?: boolean;
}

/**
 * The days from one event to another. A date known to the month or the year counts as the last day of it; the bounds let
 * it be any day of it. Negative where the later event comes first.
 */
export function elapsedDays(
  { from, to }: { readonly from: DatedEvent; readonly to: DatedEvent },
  { assumptions = [], tentative = false }: Remarks = {},
): Figure {
  const [start, end] = [daysOf(from), daysOf(to)];
  if (start === null || end === null)
    return notKnown({ metric, formula, unit: 'days', code: 'input-unknown', why: whyUnknown([from, to]) });
  const interval = {
    low: { at: new Decimal(daysBetween(start.last, end.first)), open: false },
    high: { at: new Decimal(daysBetween(start.first, end.last)), open: false },
  };
  const quantity = computed(interval, new Decimal(daysBetween(start.last, end.last)), 'days');
  return derive({
    metric,
    formula,
    inputs: [],
    quantity: interval.low.at.eq(interval.high.at) ? { ...quantity, bounds: 'exact' } : quantity,
    period: null,
    assumptions: [`From ${from.date}, ${from.name}, to ${to.date}, ${to.name}.`, ...assumptions],
    tentative,
  });
}
