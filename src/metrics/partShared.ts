import { unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { isUnknown } from '../quantity/quantity.ts';
import { derive, named } from './metric.ts';

/**
 * What one of several had of a figure that they share, such as one investor of a round: from nothing to all of it. Unknown
 * where that is, and where figures can be negative.
 */
export function partShared(whole: Figure, nonNegative: boolean): Figure {
  const { quantity } = whole;
  const none = { value: null, low: new Decimal(0), lowOpen: false, bounds: 'computed' as const };
  return derive({
    metric: 'partShared',
    formula: '0 to whole',
    inputs: named({ whole }),
    quantity: nonNegative && !isUnknown(quantity) ? { ...quantity, ...none } : unknownQuantity(quantity.unit),
    period: whole.period,
    definition: whole.definition,
    assumptions: ['It is shared among several, and nobody says how.'],
    notDefined: 'it may be negative for some of those who share it',
  });
}
