import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { maximum } from '../../src/quantity/maximum.ts';
import { isUnknown } from '../../src/quantity/quantity.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { allows, inWords, isWithin, nested, quantity, samples } from './given.ts';

const watts = samples('W');

describe('the greatest of some quantities', () => {
  test('holds the true one, wherever within the inputs the true values lie', () => {
    fc.assert(
      fc.property(watts, watts, watts, (a, b, c) => {
        const result = maximum([a.quantity, b.quantity, c.quantity]);
        fc.pre(!isUnknown(result));
        expect(allows(result, Decimal.max(a.truth, b.truth, c.truth))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('never widens where an input narrows', () => {
    fc.assert(
      fc.property(nested(watts), nested(watts), (a, b) => {
        const wide = maximum([a.wide.quantity, b.wide.quantity]);
        const narrow = maximum([a.narrow.quantity, b.narrow.quantity]);
        expect(isUnknown(wide) || isWithin(narrow, wide)).toBe(true);
      }),
    );
  });

  test.each([
    [['10..20 W', '15..17 W'], 'computed - 15 20 W'],
    [['exactly 15 W', 'exactly 10 W'], 'exact 15 15 15 W'],
    // What lies above 15 lies above 15, even where the other may be 15 itself.
    [['>15 W', 'exactly 15 W'], 'computed - >15 - W'],
    [['<15 W', '<12 W'], 'computed - - <15 W'],
    [['<15 W', 'exactly 15 W'], 'exact 15 15 15 W'],
  ])('of %j is %s', (texts, words) => {
    const [first = '', ...rest] = texts;
    expect(inWords(maximum([quantity(first), ...rest.map((text) => quantity(text))]))).toBe(words);
  });

  test('has a value where nothing without one can pass it', () => {
    expect(maximum([quantity('exactly 20 W'), quantity('10..20 W')]).value?.toNumber()).toBe(20);
    expect(maximum([quantity('exactly 20 W'), quantity('10..21 W')]).value).toBeNull();
    expect(maximum([quantity('exactly 20 W'), unknownQuantity('W')])).toMatchObject({ value: null, high: null });
  });

  test('of several units there is none', () => {
    expect(() => maximum([quantity('1 W'), quantity('1 GB')])).toThrow(UnitMismatch);
  });
});
