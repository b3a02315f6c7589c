import { computed, ratioOf } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { intervalOf } from '../quantity/interval.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { sharedPeriod } from './difference.ts';
import { derive, named } from './metric.ts';

/** A part of a whole, of one unit, and what was taken for granted in finding them. */
export interface PartOfWhole {
  readonly part: Figure;
  readonly whole: Figure;
  readonly assumptions: readonly string[];
}

/**
 * What part of its sales a company makes in a place: part ÷ whole, a ratio from 0 to 1.
 *
 * The part is in the whole, so that the bounds end at 1: sales of 5 to 10 of 8 to 12 are five twelfths of it to all of it,
 * not to five fourths. Unknown where the whole may be zero.
 */
export function exposure({ part, whole, assumptions }: PartOfWhole): Figure {
  return derive({
    metric: 'exposure',
    formula: 'part ÷ whole',
    inputs: named({ part, whole }),
    quantity: atMostAll(ratioOf(part.quantity, whole.quantity)),
    period: sharedPeriod(part, whole) ?? whole.period,
    assumptions,
    notDefined: 'the whole may be zero, or the part is more than the whole',
  });
}

function atMostAll(ratio: Quantity): Quantity {
  if (isUnknown(ratio)) return ratio;
  const { low, high } = intervalOf(ratio);
  const all = { at: new Decimal(1), open: false };
  if (low.at.gt(1))
    return { ...ratio, value: null, low: null, high: null, lowOpen: false, highOpen: false, bounds: 'unknown' };
  if (high.at.lte(1)) return ratio;
  return computed({ low, high: all }, ratio.value?.lte(1) ? ratio.value : null, 'ratio');
}
