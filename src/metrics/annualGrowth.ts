import { computed, exact, subtract, unknownQuantity } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { intervalOf } from '../quantity/interval.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { root, rootsOf } from '../quantity/root.ts';
import { derive, named } from './metric.ts';

/**
 * Compound growth a year, as a ratio: factor ^ (1 ÷ years) − 1; 106.03 times in 8.6133 years is 0.7185, that is 71.85 % a
 * year. Unknown where the factor, or the time, may be zero or negative.
 */
export function annualGrowth({ factor, years }: { readonly factor: Figure; readonly years: Figure }): Figure {
  return derive({
    metric: 'annualGrowth',
    formula: 'factor ^ (1 ÷ years) − 1',
    inputs: named({ factor, years }),
    quantity: lessOne(factor.quantity, years.quantity),
    period: null,
    notDefined: 'the factor or the time may be zero or negative',
  });
}

function lessOne(factor: Quantity, years: Quantity): Quantity {
  const roots = isUnknown(factor) || isUnknown(years) ? null : rootsOf(intervalOf(factor), intervalOf(years));
  if (roots === null) return unknownQuantity('ratio');
  const value = factor.value && years.value && root(factor.value, years.value, 'nearest');
  return subtract(computed(roots, value, 'ratio'), exact(1, 'ratio'));
}
