import { subtract } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { type Period, samePeriod } from '../quantity/period.ts';
import { derive, mixedDefinitions, named, sharedDefinition } from './metric.ts';

/** One figure less another of the same unit: left − right, the lowest left less the highest right at the low end. */
export function difference({ left, right }: { readonly left: Figure; readonly right: Figure }): Figure {
  return derive({
    metric: 'difference',
    formula: 'left − right',
    inputs: named({ left, right }),
    quantity: subtract(left.quantity, right.quantity),
    period: sharedPeriod(left, right),
    definition: sharedDefinition([left, right]),
    warnings: mixedDefinitions([left, right]),
  });
}

/** The period of two figures, null where they differ in it. */
export function sharedPeriod(left: Figure, right: Figure): Period | null {
  if (left.period === null || right.period === null) return null;
  return samePeriod(left.period, right.period) ? left.period : null;
}
