import { ratioOf } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { sharedPeriod } from './difference.ts';
import { derive, mixedDefinitions, named } from './metric.ts';

/** One figure over another of the same unit: left ÷ right. Unknown where the right one may be zero. */
export function ratio({ left, right }: { readonly left: Figure; readonly right: Figure }): Figure {
  return derive({
    metric: 'ratio',
    formula: 'left ÷ right',
    inputs: named({ left, right }),
    quantity: ratioOf(left.quantity, right.quantity),
    period: sharedPeriod(left, right),
    warnings: mixedDefinitions([left, right]),
    notDefined: 'the divisor may be zero',
  });
}
