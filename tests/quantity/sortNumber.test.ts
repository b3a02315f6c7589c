import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../src/quantity/decimal.ts';
import { SortNumber } from '../../src/quantity/sortNumber.ts';

const apart = fc.constantFrom('0', '1e-25', '1e-18', '1e-12', '1e-6', '1', '-1e-18', '-1', '1e12');

test('numbers are in order however little tells them apart, and though their doubles are a little wrong', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      apart,
      fc.integer({ min: -9, max: 9 }),
      (a, gap, wrong) => {
        const [left, right] = [new Decimal(a), Decimal.add(a, gap)];
        const close = new SortNumber(right.toNumber() * (1 + wrong * 1e-16), () => right);
        const digits = (number: Decimal) => number.toSignificantDigits(30);
        expect(Math.sign(SortNumber.of(left).compareTo(close))).toBe(digits(left).comparedTo(digits(right)));
      },
    ),
  );
});

test('numbers that differ only where a division is rounded are equal', () => {
  const third = new Decimal(1).div(3);
  expect(SortNumber.of(third).compareTo(SortNumber.of(third.times(7).div(7)))).toBe(0);
  expect(SortNumber.of(Decimal.add(third, third)).compareTo(SortNumber.of(new Decimal(2).div(3)))).toBe(0);
});
