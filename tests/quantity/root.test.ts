import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/quantity/decimal.ts';
import { type Interval, intervalOf } from '../../src/quantity/interval.ts';
import { root, rootsOf } from '../../src/quantity/root.ts';
import { quantity, samples } from './given.ts';

const positive = samples('ratio', 1, 900).filter((one) => one.quantity.low !== null && one.quantity.high !== null);

describe('roots', () => {
  test.each([
    ['1.44', '2', 1.2],
    ['8', '3', 2],
    ['0.5', '1', 0.5],
  ])('%s of degree %s is %s', (radicand, degree, expected) => {
    expect(root(new Decimal(radicand), new Decimal(degree), 'nearest').toNumber()).toBeCloseTo(expected, 15);
  });

  test('hold the true root, and its power is the number again', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const roots = rootsOf(intervalOf(a.quantity), intervalOf(b.quantity));
        const truth = root(a.truth, b.truth, 'nearest');
        expect(roots?.low.at.lte(truth) && roots.high.at.gte(truth)).toBe(true);
        const again = Math.exp(b.truth.toNumber() * Math.log(truth.toNumber()));
        expect(again / a.truth.toNumber()).toBeCloseTo(1, 9);
      }),
    );
  });

  test('are rounded outward by no more than a unit of the last place', () => {
    const [down, up] = [root(new Decimal(2), new Decimal(3), 'down'), root(new Decimal(2), new Decimal(3), 'up')];
    expect(down.lt(up) && up.minus(down).lte('1e-39')).toBe(true);
  });

  test.each([
    ['0..1 ratio', '2 years'],
    ['>=0 ratio', '2 years'],
    ['1 ratio', '0..2 years'],
  ])('of %s and %s there are none', (radicand, degree) => {
    expect(rootsOf(intervalOf(quantity(radicand)), intervalOf(quantity(degree)))).toBeNull();
  });

  test('of more than nothing have no end where the number has none', () => {
    const [above, degree]: Interval[] = [intervalOf(quantity('>4 ratio')), intervalOf(quantity('2 years'))];
    const roots = above && degree && rootsOf(above, degree);
    expect(roots?.low).toMatchObject({ open: true });
    expect(roots?.low.at.toNumber()).toBeCloseTo(2, 12);
    expect(roots?.high.at.isFinite()).toBe(false);
  });
});
