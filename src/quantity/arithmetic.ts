import { Decimal, quotient } from './decimal.ts';
import {
  boundsOf,
  type Interval,
  intervalOf,
  intervalsMeet,
  negativeOf,
  productOf,
  quotientOf,
  sumOf,
} from './interval.ts';
import { isUnknown, type Quantity } from './quantity.ts';
import { productUnit, quotientUnit, UnitMismatch, unitFraction } from './unit.ts';

// Wherever within the inputs the true values lie, the true result lies within the result. Sums, differences and products
// are exact, quotients are rounded outward; an unknown input makes the result unknown. Where an input occurs twice in a
// formula these bounds are sound and too wide: such a metric bounds itself.

/** A number known exactly. */
export function exact(number: Decimal | number | string, unit: string): Quantity {
  const value = new Decimal(number);
  return { value, low: value, high: value, lowOpen: false, highOpen: false, bounds: 'exact', unit };
}

/** A quantity of which nothing but its unit is known. */
export function unknownQuantity(unit: string): Quantity {
  return { value: null, low: null, high: null, lowOpen: false, highOpen: false, bounds: 'unknown', unit };
}

/** The sum of two quantities of one unit. */
export function add(a: Quantity, b: Quantity): Quantity {
  assertSameUnit(a, b);
  const value = both(a.value, b.value, (x, y) => Decimal.add(x, y));
  return combined([a, b], a.unit, value, sumOf);
}

/** The first less the second, of one unit. */
export function subtract(a: Quantity, b: Quantity): Quantity {
  return add(a, negate(b));
}

/** The sum of quantities of this unit; of one it is that one itself, of none exactly zero. */
export function sum(quantities: readonly Quantity[], unit: string): Quantity {
  const zero = exact(0, unit);
  for (const quantity of quantities) assertSameUnit(zero, quantity);
  const [first = zero, ...rest] = quantities;
  return rest.reduce(add, first);
}

/** The same with its sign turned. */
export function negate(quantity: Quantity): Quantity {
  return {
    ...quantity,
    value: quantity.value?.neg() ?? null,
    ...boundsOf(negativeOf(intervalOf(quantity))),
  };
}

/** The product, in the unit that follows from the two (a count times USD is USD) or the one given. */
export function multiply(a: Quantity, b: Quantity, unit: string | null = productUnit(a.unit, b.unit)): Quantity {
  if (unit === null) throw new UnitMismatch(a.unit, b.unit);
  const value = both(a.value, b.value, (x, y) => Decimal.mul(x, y));
  return combined([a, b], unit, value, productOf);
}

/**
 * The quotient, in the unit that follows from the two (like units give a ratio) or the one given. Unknown where the
 * divisor may be zero.
 */
export function divide(a: Quantity, b: Quantity, unit: string | null = quotientUnit(a.unit, b.unit)): Quantity {
  if (unit === null) throw new UnitMismatch(a.unit, b.unit);
  const value = b.value?.isZero() ? null : both(a.value, b.value, (x, y) => quotient(x, y, 'nearest'));
  return combined([a, b], unit, value, quotientOf);
}

/** The ratio of two quantities of one unit; unknown where the divisor may be zero. */
export function ratioOf(a: Quantity, b: Quantity): Quantity {
  assertSameUnit(a, b);
  return divide(a, b, 'ratio');
}

/** The quantity times an exact number; the kind of its bounds stays. */
export function scale(quantity: Quantity, factor: Decimal): Quantity {
  const point = { at: factor, open: false };
  return {
    ...quantity,
    value: quantity.value === null ? null : Decimal.mul(quantity.value, factor),
    ...(isUnknown(quantity) ? {} : boundsOf(productOf(intervalOf(quantity), { low: point, high: point }))),
  };
}

/**
 * The same quantity in another unit of what it measures: 123 percent are 1.23. Its bounds stay of their kind, unless the
 * factor has no end (hours to days) and they are computed. Throws where the units do not fit.
 */
export function inUnit(quantity: Quantity, unit: string): Quantity {
  if (quantity.unit === unit) return quantity;
  const fraction = unitFraction(quantity.unit, unit);
  if (fraction === null) throw new UnitMismatch(quantity.unit, unit);
  const factor = quotient(fraction.times, fraction.over, 'nearest');
  const hasEnd = Decimal.mul(factor, fraction.over).eq(fraction.times);
  if (hasEnd) return { ...scale(quantity, factor), unit };
  return { ...divide(scale(quantity, fraction.times), exact(fraction.over, 'ratio')), unit };
}

/** Whether two quantities of one unit share a value. False where one of them is unknown. */
export function overlap(a: Quantity, b: Quantity): boolean {
  assertSameUnit(a, b);
  return !isUnknown(a) && !isUnknown(b) && intervalsMeet(intervalOf(a), intervalOf(b));
}

/** The one conversion to a double, for answers; null stays null. */
export function toNumber(decimal: Decimal | null): number | null {
  return decimal === null ? null : decimal.toNumber();
}

/** A computed quantity of an interval; unknown where there are neither value nor bounds. */
export function computed(interval: Interval, value: Decimal | null, unit: string): Quantity {
  const quantity = { value, ...boundsOf(interval), bounds: 'computed' as const, unit };
  return isUnknown(quantity) ? unknownQuantity(unit) : quantity;
}

function combined(
  inputs: readonly [Quantity, Quantity],
  unit: string,
  value: Decimal | null,
  operation: (a: Interval, b: Interval) => Interval | null,
): Quantity {
  if (inputs.some(isUnknown)) return unknownQuantity(unit);
  const [a, b] = inputs;
  const interval = operation(intervalOf(a), intervalOf(b));
  if (interval === null) return unknownQuantity(unit);
  const result = computed(interval, value, unit);
  return inputs.every(isExact) && isPoint(result) ? { ...result, bounds: 'exact' } : result;
}

function isExact({ bounds }: Quantity): boolean {
  return bounds === 'exact';
}

function isPoint({ value, low, high }: Quantity): boolean {
  return value !== null && low !== null && high !== null && low.eq(high) && value.eq(low);
}

function both(a: Decimal | null, b: Decimal | null, operation: (a: Decimal, b: Decimal) => Decimal): Decimal | null {
  return a === null || b === null ? null : operation(a, b);
}

function assertSameUnit(a: Quantity, b: Quantity): void {
  if (a.unit !== b.unit) throw new UnitMismatch(a.unit, b.unit);
}
