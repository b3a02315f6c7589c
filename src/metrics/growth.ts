import { exact, ratioOf, subtract, unknownQuantity } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { intervalOf, isPositive } from '../quantity/interval.ts';
import { derive, mixedDefinitions, named, sharedDefinition } from './metric.ts';

/**
 * Growth of a figure over an earlier one of the same unit, as a ratio: 1.23 is an increase of 123 %.
 *
 * current ÷ base − 1. The lowest growth sets the lowest current figure against the highest base: 22.5 to 23.5 over 10.25
 * to 10.35 is 1.1739 to 1.2927. Unknown where the base may be zero or negative, because growth from nothing, or from a
 * loss, has no meaning.
 *
 * Source: OECD, Glossary of Statistical Terms, "Growth rate".
 */
export function growth({ current, base }: { readonly current: Figure; readonly base: Figure }): Figure {
  const times = ratioOf(current.quantity, base.quantity);
  const less = subtract(times, exact(1, 'ratio'));
  return derive({
    metric: 'growth',
    formula: 'current ÷ base − 1',
    inputs: named({ current, base }),
    quantity: isPositive(intervalOf(base.quantity)) ? less : unknownQuantity('ratio'),
    period: current.period,
    definition: sharedDefinition([current, base]),
    warnings: mixedDefinitions([current, base]),
    notDefined: 'the base may be zero or negative, and growth over such a base has no meaning',
  });
}
