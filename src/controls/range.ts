import { Decimal } from '../quantity/decimal.ts';
import { boundsOf, type End, type Interval, intervalOf } from '../quantity/interval.ts';
import type { Truth } from './evaluation.ts';
import type { Span } from './question.ts';

/** How a number may stand to a threshold. */
export type Order = 'at-least' | 'more-than' | 'at-most' | 'less-than';

/** The order that holds just where another does not. */
export const contrary = {
  'at-least': 'less-than',
  'more-than': 'at-most',
  'at-most': 'more-than',
  'less-than': 'at-least',
} as const satisfies Record<Order, Order>;

const endless: End = { at: new Decimal(Number.POSITIVE_INFINITY), open: true };

/** No quantity of rules is negative. */
export const anyNumber: Interval = { low: { at: new Decimal(0), open: false }, high: endless };

/** What can be divided by. */
export const anyPositive: Interval = { low: { at: new Decimal(0), open: true }, high: endless };

/** One number. */
export function pointAt(number: Decimal): Interval {
  const end = { at: number, open: false };
  return { low: end, high: end };
}

/** The numbers of a span. */
export function rangeOf({ low, high, lowOpen, highOpen }: Span): Interval {
  return meetingOf(anyNumber, intervalOf({ value: null, low, high, lowOpen, highOpen, bounds: 'computed', unit: '' }));
}

/** A range as a span. Quotients are rounded outward to 40 digits: ends no further apart than that are one number. */
export function spanOf(range: Interval): Span {
  const { low, high, ...open } = boundsOf(range);
  if (low === null || high === null || high.minus(low).gt(low.abs().times(hair))) return { low, high, ...open };
  const middle = low.plus(high).times('0.5').toSignificantDigits(38);
  return { low: middle, high: middle, ...open };
}

const hair = new Decimal('1e-38');

/** Whether all, none or some of the numbers stand so to a threshold. */
export function stands({ low, high }: Interval, order: Order, threshold: Decimal): Truth {
  if (order === 'less-than' || order === 'at-most') {
    const otherwise = stands({ low, high }, contrary[order], threshold);
    return otherwise === null ? null : !otherwise;
  }
  const itself = order === 'at-least';
  const below = low.at.cmp(threshold);
  if (below > 0 || (below === 0 && (itself || low.open))) return true;
  const above = high.at.cmp(threshold);
  if (above < 0 || (above === 0 && (!itself || high.open))) return false;
  return null;
}

/** All numbers that stand so to a threshold. */
export function standing(order: Order, threshold: Decimal): Interval {
  const end = { at: threshold, open: order === 'more-than' || order === 'less-than' };
  return order === 'at-least' || order === 'more-than'
    ? { low: end, high: endless }
    : { low: anyNumber.low, high: end };
}

/** The numbers that are in both. */
export function meetingOf(a: Interval, b: Interval): Interval {
  const lows = a.low.at.cmp(b.low.at);
  const highs = a.high.at.cmp(b.high.at);
  return {
    low: lows > 0 || (lows === 0 && a.low.open) ? a.low : b.low,
    high: highs < 0 || (highs === 0 && a.high.open) ? a.high : b.high,
  };
}

/** Whether there is no number in it. */
export function isEmpty({ low, high }: Interval): boolean {
  const order = low.at.cmp(high.at);
  return order > 0 || (order === 0 && (low.open || high.open));
}
