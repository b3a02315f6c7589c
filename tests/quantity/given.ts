import fc from 'fast-check';
import { Decimal } from '../../src/quantity/decimal.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import { isUnknown, type Quantity } from '../../src/quantity/quantity.ts';

/** The quantity that a text stands for; throws where it stands for none. */
export function quantity(text: string, unit?: string): Quantity {
  const read = parseQuantity(text, unit === undefined ? {} : { unit });
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

/** A quantity and a value that it allows. */
export interface Sample {
  readonly quantity: Quantity;
  readonly truth: Decimal;
}

/**
 * Quantities of a unit, each with a true value from within: points, closed and open intervals, and such without an end,
 * between the least and the greatest value given.
 */
export function samples(unit: string, least = -1000, greatest = 1000): fc.Arbitrary<Sample> {
  const number = fc.integer({ min: least * 100, max: greatest * 100 }).map((cents) => new Decimal(cents).div(100));
  const shape = fc.record({
    corners: fc.tuple(number, number, number),
    lowOpen: fc.boolean(),
    highOpen: fc.boolean(),
    hasLow: fc.boolean(),
    hasHigh: fc.boolean(),
    hasValue: fc.boolean(),
  });
  return shape.map(({ corners, lowOpen, highOpen, hasLow, hasHigh, hasValue }): Sample => {
    const [low, truth, high] = corners.toSorted((a, b) => a.cmp(b)) as [Decimal, Decimal, Decimal];
    const isLowSound = lowOpen && hasLow && truth.gt(low);
    const isHighSound = highOpen && hasHigh && truth.lt(high);
    const bounds = { low: hasLow ? low : null, high: hasHigh ? high : null };
    const open = { lowOpen: isLowSound, highOpen: isHighSound };
    const value = hasValue ? truth : null;
    const kind = isUnknown({ value, ...bounds, ...open, bounds: 'unknown', unit }) ? 'unknown' : 'computed';
    return { quantity: { value, ...bounds, ...open, bounds: kind, unit }, truth };
  });
}

/** Whether a quantity allows a value. */
export function allows({ low, high, lowOpen, highOpen }: Quantity, truth: Decimal): boolean {
  const aboveLow = low === null || (lowOpen ? truth.gt(low) : truth.gte(low));
  return aboveLow && (high === null || (highOpen ? truth.lt(high) : truth.lte(high)));
}

/** Whether every value that the inner quantity allows is allowed by the outer one, to 30 digits. */
export function isWithin(inner: Quantity, outer: Quantity): boolean {
  if (isUnknown(outer)) return true;
  return (
    (outer.low === null || inner.low?.gte(outer.low.minus(slack(outer.low))) === true) &&
    (outer.high === null || inner.high?.lte(outer.high.plus(slack(outer.high))) === true)
  );
}

function slack(number: Decimal): Decimal {
  return number.abs().plus(1).times('1e-30');
}

/** The same sample, and a narrower one that allows the same truth. */
export function nested(wide: fc.Arbitrary<Sample>): fc.Arbitrary<{ readonly wide: Sample; readonly narrow: Sample }> {
  const part = fc.integer({ min: 0, max: 100 }).map((percent) => new Decimal(percent).div(100));
  return fc.tuple(wide, part, part).map(([sample, a, b]) => {
    const { quantity: outer, truth } = sample;
    const low = (outer.low ?? truth.minus(1000)).minus(truth).times(a).plus(truth);
    const high = (outer.high ?? truth.plus(1000)).minus(truth).times(b).plus(truth);
    // Closed at its new ends, so an open end has to move inward; where it cannot, it stays.
    const lowOpen = outer.lowOpen && outer.low !== null && low.eq(outer.low);
    const highOpen = outer.highOpen && outer.high !== null && high.eq(outer.high);
    const narrow: Quantity = { ...outer, low, high, lowOpen, highOpen, bounds: 'computed' };
    return { wide: sample, narrow: { quantity: narrow, truth } };
  });
}

/** The ends of a quantity to some decimals, `>` or `<` before one that is left out: `>12.00 ..`. */
export function endsOf({ low, high, lowOpen, highOpen }: Quantity, decimals: number): string {
  const from = low === null ? '..' : low.toFixed(decimals);
  const to = high === null ? '..' : high.toFixed(decimals);
  return `${lowOpen ? '>' : ''}${from} ${highOpen ? '<' : ''}${to}`;
}

/** All of a quantity: `kind value low high unit`, with `>` and `<` at open ends and `-` for what is not there. */
export function inWords({ bounds, value, low, high, lowOpen, highOpen, unit }: Quantity): string {
  const [from, to] = [`${lowOpen ? '>' : ''}${low ?? '-'}`, `${highOpen ? '<' : ''}${high ?? '-'}`];
  return `${bounds} ${value ?? '-'} ${from} ${to} ${unit}`;
}
