import { Decimal, quotient, type Rounding } from './decimal.ts';
import type { Quantity } from './quantity.ts';

/** One end of an interval; where there is none it lies at infinity. */
export interface End {
  readonly at: Decimal;
  /** Whether the point itself is left out. */
  readonly open: boolean;
}

/** All numbers from one end to the other. */
export interface Interval {
  readonly low: End;
  readonly high: End;
}

/** The interval of a quantity. */
export function intervalOf({ low, high, lowOpen, highOpen }: Quantity): Interval {
  return {
    low: low === null ? { at: new Decimal(Number.NEGATIVE_INFINITY), open: true } : { at: low, open: lowOpen },
    high: high === null ? { at: new Decimal(Number.POSITIVE_INFINITY), open: true } : { at: high, open: highOpen },
  };
}

/** The bounds of a quantity from an interval: an end at infinity is no bound. */
export function boundsOf({ low, high }: Interval): Pick<Quantity, 'low' | 'high' | 'lowOpen' | 'highOpen'> {
  return {
    low: low.at.isFinite() ? low.at : null,
    high: high.at.isFinite() ? high.at : null,
    lowOpen: low.open && low.at.isFinite(),
    highOpen: high.open && high.at.isFinite(),
  };
}

/** The sums of numbers of two intervals. */
export function sumOf(a: Interval, b: Interval): Interval {
  return { low: endSum(a.low, b.low), high: endSum(a.high, b.high) };
}

/** The numbers of an interval with their signs turned. */
export function negativeOf({ low, high }: Interval): Interval {
  return { low: { at: high.at.neg(), open: high.open }, high: { at: low.at.neg(), open: low.open } };
}

/** The products of numbers of two intervals. They are extreme at corners, being monotone in each factor. */
export function productOf(a: Interval, b: Interval): Interval {
  const corners = cornersOf(a, b).map(([x, y]) => endProduct(x, y));
  return { low: lowest(corners), high: highest(corners) };
}

/**
 * The quotients of numbers of two intervals, rounded outward; null where the divisor may be zero. Where it only comes
 * close to zero, as in "more than 0", the quotient has no bound on that side.
 */
export function quotientOf(a: Interval, b: Interval): Interval | null {
  if (holdsZero(b)) return null;
  const corners = cornersOf(a, signed(b));
  return {
    low: lowest(corners.map(([x, y]) => endQuotient(x, y, 'down'))),
    high: highest(corners.map(([x, y]) => endQuotient(x, y, 'up'))),
  };
}

/** Whether two intervals share a number. */
export function intervalsMeet(a: Interval, b: Interval): boolean {
  return !isBelow(a, b) && !isBelow(b, a);
}

/** Whether every number of one interval is less than every number of the other. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high.at.lt(b.low.at) || (a.high.at.eq(b.low.at) && (a.high.open || b.low.open));
}

/** Whether zero is one of the numbers. */
export function holdsZero({ low, high }: Interval): boolean {
  return reachesDown(low) && reachesDown({ at: high.at.neg(), open: high.open });
}

/** Whether all numbers are greater than zero. */
export function isPositive({ low }: Interval): boolean {
  return !reachesDown(low);
}

/** The end furthest down, a closed one before an open one at the same point: the point then is in. */
export function lowest(ends: readonly End[]): End {
  return ends.reduce((best, end) => (end.at.lt(best.at) || (end.at.eq(best.at) && best.open) ? end : best));
}

/** The end furthest up, a closed one before an open one at the same point. */
export function highest(ends: readonly End[]): End {
  return ends.reduce((best, end) => (end.at.gt(best.at) || (end.at.eq(best.at) && best.open) ? end : best));
}

function reachesDown(low: End): boolean {
  return low.at.lt(0) || (low.at.isZero() && !low.open);
}

function cornersOf(a: Interval, b: Interval): readonly (readonly [End, End])[] {
  return [
    [a.low, b.low],
    [a.low, b.high],
    [a.high, b.low],
    [a.high, b.high],
  ];
}

function endSum(a: End, b: End): End {
  return { at: Decimal.add(a.at, b.at), open: a.open || b.open };
}

function endProduct(a: End, b: End): End {
  // Zero times anything is zero, a bound that does not exist included; it is reached where zero itself is.
  if (a.at.isZero() || b.at.isZero())
    return { at: new Decimal(0), open: !(isReachedZero(a) || isReachedZero(b)) && (a.open || b.open) };
  return { at: Decimal.mul(a.at, b.at), open: a.open || b.open };
}

function endQuotient(a: End, b: End, rounding: Rounding): End {
  if (a.at.isZero()) return { at: new Decimal(0), open: a.open };
  if (!b.at.isFinite()) return { at: new Decimal(0), open: true };
  return { at: quotient(a.at, b.at, rounding), open: a.open || b.open };
}

function isReachedZero(end: End): boolean {
  return end.at.isZero() && !end.open;
}

/** The same interval, with the sign of the side from which it comes on an end at zero. */
function signed({ low, high }: Interval): Interval {
  return {
    low: low.at.isZero() ? { at: new Decimal(0), open: low.open } : low,
    high: high.at.isZero() ? { at: new Decimal('-0'), open: high.open } : high,
  };
}
