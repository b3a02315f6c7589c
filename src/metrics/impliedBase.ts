import { add, divide, exact, inUnit, unknownQuantity } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { intervalOf, isPositive } from '../quantity/interval.ts';
import type { Period } from '../quantity/period.ts';
import { derive, named } from './metric.ts';

/**
 * The earlier figure that a later one and its growth imply, in the unit of the later one.
 *
 * current ÷ (1 + growth), the growth as a ratio or in percent: 22.5 to 23.5 after growth of 1.225 to 1.235 implies 10.067
 * to 10.562. Unknown where the growth may be a loss of everything (−1) or more. `period` is that of the base.
 */
export function impliedBase(
  { current, growth }: { readonly current: Figure; readonly growth: Figure },
  period: Period | null,
): Figure {
  const times = add(exact(1, 'ratio'), inUnit(growth.quantity, 'ratio'));
  const isSound = isPositive(intervalOf(times));
  return derive({
    metric: 'impliedBase',
    formula: 'current ÷ (1 + growth)',
    inputs: named({ current, growth }),
    quantity: isSound ? divide(current.quantity, times) : unknownQuantity(current.quantity.unit),
    period,
    definition: current.definition,
    assumptions: ['The growth was reported for the same scope as the figure.'],
    notDefined: 'the growth may be −100 % or less, which leaves no base',
  });
}
