import { unknownQuantity } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { derive, warning } from './metric.ts';

/** A figure that must be there and that nobody states: unknown, saying what is missing. */
export function unstated(unit: string, period: Period | null, message: string): Figure {
  return derive({
    metric: 'unstated',
    formula: 'as stated',
    inputs: [],
    quantity: unknownQuantity(unit),
    period,
    warnings: [warning('input-unknown', message)],
  });
}
