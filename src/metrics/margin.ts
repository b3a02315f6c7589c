import { divide, inUnit, subtract } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { derive, named } from './metric.ts';

/** A value and the threshold that it is held against, of one dimension. */
export interface Weighed {
  readonly actual: Figure;
  readonly threshold: Figure;
}

/** How far a value is from a threshold, as a signed ratio of the threshold: 2,368 is -0.0133 from 2,400, 1.33 % below. */
export function margin({ actual, threshold }: Weighed): Figure {
  const distance = difference({ actual, threshold });
  return derive({
    metric: 'margin',
    formula: '(actual − threshold) ÷ threshold',
    inputs: named({ actual, threshold }),
    quantity: divide(distance, threshold.quantity, 'ratio'),
    period: null,
    notDefined: 'the threshold is zero',
  });
}

/** How far a value is from a threshold, in the unit of the threshold, signed. */
export function distance({ actual, threshold }: Weighed): Figure {
  return derive({
    metric: 'distance',
    formula: 'actual − threshold',
    inputs: named({ actual, threshold }),
    quantity: difference({ actual, threshold }),
    period: null,
  });
}

function difference({ actual, threshold }: Weighed) {
  return subtract(inUnit(actual.quantity, threshold.quantity.unit), threshold.quantity);
}
