import { divide, exact, multiply, subtract } from '../quantity/arithmetic.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { derive, named } from './metric.ts';

/** A limit, what one unit uses up of it, and whether the limit itself may be reached. */
export interface Allowance {
  readonly limit: Figure;
  readonly use: Figure;
  readonly inclusive: boolean;
}

/**
 * How many whole units fitting within a limit: floor(limit ÷ use), or the most that stay below it. Of a use with bounds, from
 * as many as fitting at its high end to as many as fitting at its low end.
 */
export function unitsWithin({ limit, use, inclusive }: Allowance): Figure {
  return derive({
    metric: 'unitsWithin',
    formula: inclusive ? 'floor(limit ÷ use of one)' : 'ceil(limit ÷ use of one) − 1',
    inputs: named({ limit, 'use of one': use }),
    quantity: whole(divide(limit.quantity, use.quantity, 'count'), inclusive),
    period: null,
    notDefined: 'one uses up nothing',
  });
}

/** What so many units leave unused of a limit. */
export function unusedWithin(allowance: Allowance): Figure {
  const units = unitsWithin(allowance);
  const { limit, use } = allowance;
  const used = multiply(units.quantity, use.quantity, limit.quantity.unit);
  return derive({
    metric: 'unusedWithin',
    formula: 'limit − units × use of one',
    inputs: named({ limit, units, 'use of one': use }),
    quantity: isPoint(units.quantity) ? subtract(limit.quantity, used) : upToOne(use.quantity, limit.quantity.unit),
    period: null,
  });
}

function whole(ratio: Quantity, inclusive: boolean): Quantity {
  if (isUnknown(ratio)) return ratio;
  const fitting = (number: Decimal | null) => number && (inclusive ? number.floor() : number.ceil().minus(1));
  const [value, low, high] = [fitting(ratio.value), fitting(ratio.low), fitting(ratio.high)];
  const isExact = low !== null && high !== null && low.eq(high);
  if (isExact) return exact(low, 'count');
  return { value, low, high, lowOpen: false, highOpen: false, bounds: 'computed', unit: 'count' };
}

function isPoint({ low, high }: Quantity): boolean {
  return low !== null && high !== null && low.eq(high);
}

/** Where the number of units is open, less than one of them is left, whichever it is. */
function upToOne(use: Quantity, unit: string): Quantity {
  const { value: none } = exact(0, unit);
  return {
    value: null,
    low: none,
    high: use.high,
    lowOpen: false,
    highOpen: use.high !== null,
    bounds: 'computed',
    unit,
  };
}
