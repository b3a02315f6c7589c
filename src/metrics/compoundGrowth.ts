import { computed, exact, ratioOf, subtract, unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal, quotient } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { intervalOf, isPositive } from '../quantity/interval.ts';
import type { Fraction } from '../quantity/lengthsApart.ts';
import type { Period } from '../quantity/period.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { root, rootsOf } from '../quantity/root.ts';
import { derive, mixedDefinitions, named, sharedDefinition } from './metric.ts';

/**
 * Growth from one figure to a later one of the same unit, spread evenly over the steps between them, as a ratio:
 * (last ÷ first) ^ (1 ÷ steps) − 1. From 28,107 to 115,948 in 3 years is 0.6038, that is 60.38 % a year.
 *
 * The lowest growth sets the lowest last figure against the highest first one, and roots are rounded outward. Unknown
 * where either may be zero or negative, because growth from nothing, or from a loss, has no meaning. `steps` is above
 * zero, 5 ÷ 2 for two and a half years; `period` is from the first to the last.
 *
 * Source: OECD, Glossary of Statistical Terms, "Compound annual growth rate".
 */
export function compoundGrowth(
  { first, last }: { readonly first: Figure; readonly last: Figure },
  steps: Fraction,
  period: Period | null,
): Figure {
  return derive({
    metric: 'compoundGrowth',
    formula: `(last ÷ first) ^ (${exponentOf(steps)}) − 1`,
    inputs: named({ first, last }),
    quantity: evenGrowth(first.quantity, last.quantity, steps),
    period,
    definition: sharedDefinition([first, last]),
    warnings: mixedDefinitions([first, last]),
    notDefined: 'an end may be zero or negative, and growth over such figures has no meaning',
  });
}

function evenGrowth(first: Quantity, last: Quantity, { times, over }: Fraction): Quantity {
  const factor = ratioOf(last, first);
  if (isUnknown(factor) || !isPositive(intervalOf(first)) || !isPositive(intervalOf(last)))
    return unknownQuantity('ratio');
  const [numerator, denominator] = [new Decimal(times), new Decimal(over)];
  const degree = {
    low: { at: quotient(numerator, denominator, 'down'), open: false },
    high: { at: quotient(numerator, denominator, 'up'), open: false },
  };
  const roots = rootsOf(intervalOf(factor), degree);
  if (roots === null) return unknownQuantity('ratio');
  const value = factor.value && root(factor.value, quotient(numerator, denominator, 'nearest'), 'nearest');
  return subtract(computed(roots, value, 'ratio'), exact(1, 'ratio'));
}

function exponentOf({ times, over }: Fraction): string {
  const divisor = greatestDivisor(times, over);
  return `${over / divisor} ÷ ${times / divisor}`;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
