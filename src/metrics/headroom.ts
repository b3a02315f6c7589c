import { divide, exact, inUnit, subtract } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { derive, named } from './metric.ts';

/** A value and the limit that it could go to, of one dimension. */
export interface Going {
  readonly actual: Figure;
  readonly limit: Figure;
}

/** How far a value could go, in the unit of the limit: limit − value, negative where the limit lies below. */
export function headroomDistance({ actual, limit }: Going): Figure {
  return derive({
    metric: 'headroom',
    formula: 'limit − value',
    inputs: named({ limit, value: actual }),
    quantity: subtract(pointOf(limit), inUnit(actual.quantity, limit.quantity.unit)),
    period: null,
  });
}

/** How far a value could go, as a ratio of it: 0.02 is two hundredths more. */
export function headroomRatio({ actual, limit }: Going): Figure {
  const times = divide(pointOf(limit), inUnit(actual.quantity, limit.quantity.unit), 'ratio');
  return derive({
    metric: 'headroomRatio',
    formula: 'limit ÷ value − 1',
    inputs: named({ limit, value: actual }),
    quantity: subtract(times, exact(1, 'ratio')),
    period: null,
    notDefined: 'the value may be zero',
  });
}

/** The limit is one point, whichever side of it is open. */
function pointOf({ quantity }: Figure) {
  return quantity.value === null ? quantity : exact(quantity.value, quantity.unit);
}
