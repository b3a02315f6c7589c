import { Decimal } from './decimal.ts';
import { type End, type Interval, intervalOf, isBelow } from './interval.ts';
import { isUnknown, type Quantity } from './quantity.ts';

/** The limits of a range, in one unit; all that are given must hold. */
export interface Limits {
  readonly equals?: Decimal;
  readonly atLeast?: Decimal;
  readonly moreThan?: Decimal;
  readonly atMost?: Decimal;
  readonly lessThan?: Decimal;
}

/** The numbers that meet all limits; null where none does. */
export function rangeOf({ equals, atLeast, moreThan, atMost, lessThan }: Limits): Interval | null {
  const lows = [...ends(equals, false), ...ends(atLeast, false), ...ends(moreThan, true)];
  const highs = [...ends(equals, false), ...ends(atMost, false), ...ends(lessThan, true)];
  const low = lows.reduce((best, end) => (end.at.gt(best.at) || (end.at.eq(best.at) && end.open) ? end : best), floor);
  const high = highs.reduce(
    (best, end) => (end.at.lt(best.at) || (end.at.eq(best.at) && end.open) ? end : best),
    ceiling,
  );
  const isEmpty = low.at.gt(high.at) || (low.at.eq(high.at) && (low.open || high.open));
  return isEmpty ? null : { low, high };
}

/** Whether every value that a quantity allows lies in a range. Nothing is certain of one that is unknown. */
export function isCertainlyIn(quantity: Quantity, range: Interval): boolean {
  if (isUnknown(quantity)) return false;
  const { low, high } = intervalOf(quantity);
  return (
    (low.at.gt(range.low.at) || (low.at.eq(range.low.at) && (low.open || !range.low.open))) &&
    (high.at.lt(range.high.at) || (high.at.eq(range.high.at) && (high.open || !range.high.open)))
  );
}

/** Whether at least one value that a quantity allows lies in a range. Of one that is unknown nothing is said. */
export function isPossiblyIn(quantity: Quantity, range: Interval): boolean {
  if (isUnknown(quantity)) return false;
  const values = intervalOf(quantity);
  return !isBelow(values, range) && !isBelow(range, values);
}

function ends(at: Decimal | undefined, open: boolean): readonly End[] {
  return at === undefined ? [] : [{ at, open }];
}

const floor: End = { at: new Decimal(Number.NEGATIVE_INFINITY), open: true };
const ceiling: End = { at: new Decimal(Number.POSITIVE_INFINITY), open: true };
