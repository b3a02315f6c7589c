import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/metrics/agreement.ts';
import { comparison } from '../../src/metrics/comparison.ts';
import { unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { endsOf } from '../quantity/given.ts';
import { claimed, derivationOf, period, warningsOf } from './given.ts';

const ends = (figure: ReturnType<typeof comparison>['ratio']) => (figure === null ? null : endsOf(figure.quantity, 2));

describe('a comparison', () => {
  test('answers ratio, inverse, difference and relative difference', () => {
    const { ratio, inverse, difference, relativeDifference, order } = comparison(claimed('4..6 USD'), claimed('2 USD'));
    expect([ratio, inverse, difference, relativeDifference].map(ends)).toEqual([
      '2.00 3.00',
      '0.33 0.50',
      '2.00 4.00',
      '1.00 2.00',
    ]);
    expect(order).toBe('greater');
    expect(ratio && derivationOf(ratio)).toMatchObject({ metric: 'ratio', formula: 'left ÷ right' });
    expect(inverse && derivationOf(inverse).inputs[0]?.figure.quantity.low?.toFixed()).toBe('2');
    expect(relativeDifference && derivationOf(relativeDifference).formula).toBe('left ÷ right − 1');
  });

  test.each([
    ['3 USD', '2 USD', 'greater'],
    ['2..3 USD', '>3 USD', 'less'],
    ['2..3 USD', '>=3 USD', 'overlapping'],
    ['3 USD', '3 USD', 'equal'],
    ['3 USD', '2..4 USD', 'overlapping'],
    ['>3 USD', '>4 USD', 'overlapping'],
    ['3 USD', '3 CNY', 'unknown'],
    ['3000 kW', '3 MW', 'equal'],
    ['50 %', '0.4..0.6 ratio', 'overlapping'],
  ])('%s to %s is %s', (left, right, order) => {
    expect(comparison(claimed(left), claimed(right)).order).toBe(order);
  });

  test('brings units that fit to the left one', () => {
    expect(comparison(claimed('3000 kW'), claimed('2 MW')).difference?.quantity.unit).toBe('kW');
  });

  test('has nothing but its order across units that differ in kind', () => {
    expect(comparison(claimed('3 USD'), claimed('3 CNY'))).toEqual({
      ratio: null,
      inverse: null,
      difference: null,
      relativeDifference: null,
      order: 'unknown',
    });
  });

  test('has no ratio over what may be zero', () => {
    const { ratio, inverse, relativeDifference, difference } = comparison(claimed('3 USD'), claimed('0..1 USD'));
    expect([ratio, relativeDifference]).toEqual([null, null]);
    expect([inverse, difference].map(ends)).toEqual(['0.00 0.33', '2.00 3.00']);
  });

  test('says what is not known', () => {
    const { ratio, order } = comparison(claimed('3 USD'), claimed(unknownQuantity('USD')));
    expect(order).toBe('unknown');
    expect(ratio?.quantity).toEqual(unknownQuantity('ratio'));
    expect(ratio && warningsOf(ratio)).toEqual(['input-unknown']);
  });

  test('has the period that both share, and warns of definitions that differ', () => {
    const left = claimed('3 USD', { period: period('2024-Q2'), definition: 'cash-purchases' });
    const same = claimed('2 USD', { period: period('2024-04-01/2024-06-30'), definition: 'unstated' });
    const { ratio } = comparison(left, same);
    expect(ratio?.period?.label).toBe('2024-Q2');
    expect(ratio && warningsOf(ratio)).toEqual(['mixed-definitions']);
    expect(comparison(left, claimed('2 USD', { period: period('2024') })).ratio?.period).toBeNull();
  });
});

describe('agreement', () => {
  test.each([
    ['49.15bn..51.25bn CNY', '49.5bn..50.5bn CNY', 'agree'],
    ['1..2 USD', '>2 USD', 'disagree'],
    ['>=49bn CNY', '50bn CNY', 'agree'],
  ])('of %s and %s: %s', (a, b, expected) => {
    expect(agreement(claimed(a), claimed(b))).toBe(expected);
  });

  test('is unknown where a side is', () => {
    expect(agreement(null, claimed('1 USD'))).toBe('unknown');
    expect(agreement(claimed('1 USD'), claimed(unknownQuantity('USD')))).toBe('unknown');
  });

  test('across units throws', () => {
    expect(() => agreement(claimed('1 USD'), claimed('1 CNY'))).toThrow(UnitMismatch);
  });
});
