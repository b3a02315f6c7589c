import { computed, ratioOf, unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal, quotient, type Rounding } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { type End, highest, type Interval, intervalOf, isPositive, lowest, sumOf } from '../quantity/interval.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { UnitMismatch } from '../quantity/unit.ts';
import { sharedPeriod } from './difference.ts';
import { derive, mixedDefinitions, named } from './metric.ts';

/** The share of a part in a whole that is stated by itself: part ÷ whole, a ratio. Unknown where the whole may be zero. */
export function share({ part, whole }: { readonly part: Figure; readonly whole: Figure }): Figure {
  return derive({
    metric: 'share',
    formula: 'part ÷ whole',
    inputs: named({ part, whole }),
    quantity: ratioOf(part.quantity, whole.quantity),
    period: sharedPeriod(part, whole),
    warnings: mixedDefinitions([part, whole]),
    notDefined: 'the whole may be zero',
  });
}

/**
 * The share of a part in a sum that it is in itself: part ÷ (part + rest), a ratio. Two parts of 1 to 2 are each a third
 * to two thirds of their sum; dividing by the sum as if it were another number would say a quarter to all of it. Unknown
 * where the sum may be zero or negative.
 *
 * `rest` is the sum without the part, without a high end where it is not all known.
 */
export function shareOfSum(shared: { readonly part: Figure; readonly rest: Quantity; readonly sum: Figure }): Figure {
  const { part, rest, sum } = shared;
  return derive({
    metric: 'share',
    formula: 'part ÷ sum',
    inputs: named({ part, sum }),
    quantity: isUnknown(sum.quantity) ? unknownQuantity('ratio') : fraction(part.quantity, rest),
    period: sharedPeriod(part, sum),
    assumptions: ['The part is in the sum, and has the same value in both.'],
    warnings: mixedDefinitions([part, sum]),
    notDefined: 'the sum may be zero',
  });
}

/** Extreme at the corners: with the sum positive it is monotone in the part, and in the rest, each by itself. */
function fraction(part: Quantity, rest: Quantity): Quantity {
  if (part.unit !== rest.unit) throw new UnitMismatch(part.unit, rest.unit);
  const [a, b] = [intervalOf(part), intervalOf(rest)];
  if (!isPositive(sumOf(a, b))) return unknownQuantity('ratio');
  const whole = part.value === null || rest.value === null ? null : Decimal.add(part.value, rest.value);
  const value = part.value === null || !whole?.gt(0) ? null : quotient(part.value, whole, 'nearest');
  const interval = { low: lowest(cornersOf(a, b, 'down')), high: highest(cornersOf(a, b, 'up')) };
  return computed(interval, value, 'ratio');
}

function cornersOf(part: Interval, rest: Interval, rounding: Rounding): readonly End[] {
  return [part.low, part.high].flatMap((a) => [rest.low, rest.high].flatMap((b) => corner(a, b, rounding)));
}

/**
 * The fraction at a corner. A rest of nothing makes it 1 and a part of nothing 0, whatever the other is. Where both come
 * close to nothing, or both are without end, it is anything between the limits that the other corners give.
 */
function corner(part: End, rest: End, rounding: Rounding): readonly End[] {
  if (rest.at.isZero() && !rest.open) return [{ at: one, open: false }];
  if (part.at.isZero() && !part.open) return [{ at: nothing, open: false }];
  const [partVanishes, restVanishes] = [
    part.at.isZero() || !rest.at.isFinite(),
    rest.at.isZero() || !part.at.isFinite(),
  ];
  if (partVanishes && restVanishes) return [];
  if (partVanishes) return [{ at: nothing, open: true }];
  if (restVanishes) return [{ at: one, open: true }];
  const at = quotient(part.at, Decimal.add(part.at, rest.at), rounding);
  return [{ at, open: part.open || rest.open }];
}

const nothing = new Decimal(0);
const one = new Decimal(1);
