import { exact, ratioOf, subtract } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { holdsZero, intervalOf, isBelow } from '../quantity/interval.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { unitFraction } from '../quantity/unit.ts';
import { convertUnit } from './conversion.ts';
import { difference, sharedPeriod } from './difference.ts';
import { derive, mixedDefinitions, named } from './metric.ts';
import { ratio } from './ratio.ts';

/** How two figures stand to each other: `overlapping` where their bounds leave open which is the greater. */
export type ComparisonOrder = 'greater' | 'less' | 'equal' | 'overlapping' | 'unknown';

/** Two figures side by side. */
export interface Comparison {
  /** Left ÷ right; null where the units differ in kind or the right one may be zero. */
  readonly ratio: Figure | null;
  /** Right ÷ left; null where the units differ in kind or the left one may be zero. */
  readonly inverse: Figure | null;
  /** Left − right; null where the units differ in kind. */
  readonly difference: Figure | null;
  /** (left − right) ÷ right: 0.05 means 5 % more; null as the ratio. */
  readonly relativeDifference: Figure | null;
  readonly order: ComparisonOrder;
}

/**
 * Compares two figures. Units that measure the same (kW and MW) are brought to the left one's; currencies are not, for
 * that takes a rate: convert before.
 */
export function comparison(left: Figure, right: Figure): Comparison {
  if (unitFraction(right.quantity.unit, left.quantity.unit) === null) return incomparable;
  const other = convertUnit(right, left.quantity.unit);
  const [leftMayBeZero, otherMayBeZero] = [mayBeZero(left.quantity), mayBeZero(other.quantity)];
  return {
    ratio: otherMayBeZero ? null : ratio({ left, right: other }),
    inverse: leftMayBeZero ? null : ratio({ left: other, right: left }),
    difference: difference({ left, right: other }),
    relativeDifference: otherMayBeZero ? null : relativeDifference(left, other),
    order: orderOf(left.quantity, other.quantity),
  };
}

const incomparable: Comparison = {
  ratio: null,
  inverse: null,
  difference: null,
  relativeDifference: null,
  order: 'unknown',
};

/** left ÷ right − 1 rather than (left − right) ÷ right, where the right one would occur twice and widen the bounds. */
function relativeDifference(left: Figure, right: Figure): Figure {
  const times = ratioOf(left.quantity, right.quantity);
  return derive({
    metric: 'relativeDifference',
    formula: 'left ÷ right − 1',
    inputs: named({ left, right }),
    quantity: subtract(times, exact(1, 'ratio')),
    period: sharedPeriod(left, right),
    warnings: mixedDefinitions([left, right]),
  });
}

function mayBeZero(quantity: Quantity): boolean {
  return !isUnknown(quantity) && holdsZero(intervalOf(quantity));
}

function orderOf(left: Quantity, right: Quantity): ComparisonOrder {
  if (isUnknown(left) || isUnknown(right)) return 'unknown';
  const [a, b] = [intervalOf(left), intervalOf(right)];
  if (isBelow(b, a)) return 'greater';
  if (isBelow(a, b)) return 'less';
  // What meets and has no width on either side is one point.
  return a.low.at.eq(a.high.at) && b.low.at.eq(b.high.at) ? 'equal' : 'overlapping';
}
