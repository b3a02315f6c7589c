import { divide, exact, unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
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

/**
 * What so many units leave unused of a limit: limit − units × use. Of a use with bounds the number of units hangs on where
 * in there it lies, so that less than one of them is left, and no more can be said.
 */
export function unusedWithin(allowance: Allowance): Figure {
  const units = unitsWithin(allowance);
  const { limit, use } = allowance;
  return derive({
    metric: 'unusedWithin',
    formula: 'limit − units × use of one',
    inputs: named({ limit, units, 'use of one': use }),
    quantity: left(limit.quantity, units.quantity, use.quantity),
    period: null,
  });
}

function left(limit: Quantity, units: Quantity, use: Quantity): Quantity {
  if (isUnknown(units)) return unknownQuantity(limit.unit);
  const value = limit.value && units.value && use.value && limit.value.minus(units.value.times(use.value));
  if (value !== null && isPoint(use) && isPoint(limit)) return exact(value, limit.unit);
  const none = new Decimal(0);
  return {
    value,
    low: none,
    high: use.high,
    lowOpen: false,
    highOpen: use.high !== null,
    bounds: 'computed',
    unit: limit.unit,
  };
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
