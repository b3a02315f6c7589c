import { Decimal, quotient, type Rounding } from '../quantity/decimal.ts';
import { boundsOf, type End, intervalOf } from '../quantity/interval.ts';
import type { Truth } from './evaluation.ts';
import type { Span } from './question.ts';

/** An end of a range. `near` is its double: most comparisons are settled by it. */
export interface Bound extends End {
  readonly near: number;
}

/** All numbers from one bound to another; none is negative, since no quantity of rules is. */
export interface Range {
  readonly low: Bound;
  readonly high: Bound;
}

/** How a number may stand to a threshold. */
export type Order = 'at-least' | 'more-than' | 'at-most' | 'less-than';

/** The order that holds just where another does not. */
export const contrary = {
  'at-least': 'less-than',
  'more-than': 'at-most',
  'at-most': 'more-than',
  'less-than': 'at-least',
} as const satisfies Record<Order, Order>;

/** A bound, which is a number itself or leaves it out. */
export function boundAt(at: Decimal, open = false): Bound {
  return { at, open, near: at.toNumber() };
}

const nothing = boundAt(new Decimal(0));
const aboveNothing = boundAt(nothing.at, true);
const endless = boundAt(new Decimal(Number.POSITIVE_INFINITY), true);

/** A number of which nothing is known. */
export const anyNumber: Range = { low: nothing, high: endless };

/** The same of one that can be divided by. */
export const anyPositive: Range = { low: aboveNothing, high: endless };

/** One number. */
export function pointAt(number: Decimal): Range {
  const bound = boundAt(number);
  return { low: bound, high: bound };
}

/** The numbers of a span. */
export function rangeOf({ low, high, lowOpen, highOpen }: Span): Range {
  const ends = intervalOf({ value: null, low, high, lowOpen, highOpen, bounds: 'computed', unit: '' });
  const range = { low: boundAt(ends.low.at, ends.low.open), high: boundAt(ends.high.at, ends.high.open) };
  return meetingOf(anyNumber, range);
}

/** A range as a span. Quotients are rounded outward to 40 digits: ends no further apart than that are one number. */
export function spanOf(range: Range): Span {
  const { low, high, ...open } = boundsOf(range);
  if (low === null || high === null || high.minus(low).gt(low.abs().times(hair))) return { low, high, ...open };
  const middle = low.plus(high).times('0.5').toSignificantDigits(38);
  return { low: middle, high: middle, ...open };
}

const hair = new Decimal('1e-38');

/** Whether all, none or some of the numbers stand so to a threshold. */
export function stands({ low, high }: Range, order: Order, threshold: Bound): Truth {
  if (order === 'less-than' || order === 'at-most') {
    const otherwise = stands({ low, high }, contrary[order], threshold);
    return otherwise === null ? null : !otherwise;
  }
  const itself = order === 'at-least';
  const below = compare(low, threshold);
  if (below > 0 || (below === 0 && (itself || low.open))) return true;
  const above = compare(high, threshold);
  if (above < 0 || (above === 0 && (!itself || high.open))) return false;
  return null;
}

/** All numbers that stand so to a threshold. */
export function standing(order: Order, { at, near }: Bound): Range {
  const bound = { at, near, open: order === 'more-than' || order === 'less-than' };
  return order === 'at-least' || order === 'more-than' ? { low: bound, high: endless } : { low: nothing, high: bound };
}

/** The numbers that are in both. */
export function meetingOf(a: Range, b: Range): Range {
  const lows = compare(a.low, b.low);
  const highs = compare(a.high, b.high);
  return {
    low: lows > 0 || (lows === 0 && a.low.open) ? a.low : b.low,
    high: highs < 0 || (highs === 0 && a.high.open) ? a.high : b.high,
  };
}

/** Whether there is no number in it. */
export function isEmpty({ low, high }: Range): boolean {
  const order = compare(low, high);
  return order > 0 || (order === 0 && (low.open || high.open));
}

/** Doubles settle what is not close; where they are close, the exact numbers do. */
function compare(a: Bound, b: Bound): number {
  if (a.at === b.at) return 0;
  const apart = a.near - b.near;
  return Math.abs(apart) > Math.max(a.near, b.near) * close ? apart : a.at.cmp(b.at);
}

/** Far more than the error of a double, and far less than any two numbers of rules differ by. */
const close = 1e-12;

/** The products of numbers of two ranges: extreme where both are. */
export function productOf(a: Range, b: Range): Range {
  return { low: productEnd(a.low, b.low), high: productEnd(a.high, b.high) };
}

/** The quotients of numbers of two ranges, rounded outward: extreme where one is low and the other high. */
export function quotientOf(a: Range, b: Range): Range {
  return { low: quotientEnd(a.low, b.high, 'down'), high: quotientEnd(a.high, b.low, 'up') };
}

/** The sums of numbers of two ranges. */
export function sumOf(a: Range, b: Range): Range {
  return { low: sumEnd(a.low, b.low), high: sumEnd(a.high, b.high) };
}

/** What is left of numbers of a range without numbers of another, where that is not less than nothing. */
export function restOf(sum: Range, part: Range): Range {
  return { low: restEnd(sum.low, part.high), high: restEnd(sum.high, part.low) };
}

/** Nothing times anything is nothing, a bound that does not exist included. */
function productEnd(a: Bound, b: Bound): Bound {
  if (a.at.isZero()) return a.open && b.at.isZero() ? b : a;
  if (b.at.isZero()) return b;
  return boundAt(Decimal.mul(a.at, b.at), a.open || b.open);
}

function quotientEnd(a: Bound, b: Bound, rounding: Rounding): Bound {
  if (a.at.isZero()) return a;
  if (!b.at.isFinite()) return aboveNothing;
  if (b.at.isZero() || !a.at.isFinite()) return endless;
  return boundAt(quotient(a.at, b.at, rounding), a.open || b.open);
}

function sumEnd(a: Bound, b: Bound): Bound {
  return boundAt(Decimal.add(a.at, b.at), a.open || b.open);
}

function restEnd(sum: Bound, part: Bound): Bound {
  if (!sum.at.isFinite()) return endless;
  const rest = Decimal.sub(sum.at, part.at);
  return rest.isNegative() ? nothing : boundAt(rest, sum.open || part.open);
}
