import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  divide,
  exact,
  inUnit,
  multiply,
  negate,
  overlap,
  ratioOf,
  scale,
  subtract,
  sum,
  toNumber,
  unknownQuantity,
} from '../../src/quantity/arithmetic.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { isUnknown, type Quantity } from '../../src/quantity/quantity.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { allows, endsOf, inWords, isWithin, nested, quantity, samples } from './given.ts';

type Operation = (a: Quantity, b: Quantity) => Quantity;

const usd = samples('USD');
const operations: readonly (readonly [string, Operation, (a: Decimal, b: Decimal) => Decimal])[] = [
  ['add', add, (a, b) => a.plus(b)],
  ['subtract', subtract, (a, b) => a.minus(b)],
  ['multiply', (a, b) => multiply(a, b, 'USD'), (a, b) => a.times(b)],
  ['divide', divide, (a, b) => a.div(b)],
];

describe.each(operations)('%s', (_name, operation, onTruth) => {
  test('holds the true result, wherever within the inputs the true values lie', () => {
    fc.assert(
      fc.property(usd, usd, (a, b) => {
        const result = operation(a.quantity, b.quantity);
        fc.pre(!isUnknown(result));
        expect(allows(result, onTruth(a.truth, b.truth))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('is a point for points', () => {
    fc.assert(
      fc.property(usd, usd, (a, b) => {
        fc.pre(!b.truth.isZero());
        const { value, low, high } = operation(exact(a.truth, 'USD'), exact(b.truth, 'USD'));
        const ulp = onTruth(a.truth, b.truth).abs().times('1e-38');
        expect(value !== null && low?.lte(value) && high?.gte(value) && high.minus(low).lte(ulp)).toBe(true);
      }),
    );
  });

  test('never widens where an input narrows', () => {
    fc.assert(
      fc.property(nested(usd), nested(usd), (a, b) => {
        const wide = operation(a.wide.quantity, b.wide.quantity);
        const narrow = operation(a.narrow.quantity, b.narrow.quantity);
        expect(isWithin(narrow, wide)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('units', () => {
  test.each([
    ['add', () => add(quantity('1bn CNY'), quantity('1bn USD'))],
    ['subtract', () => subtract(quantity('1bn CNY'), quantity('1bn USD'))],
    ['sum', () => sum([quantity('1bn CNY'), quantity('1bn USD')], 'CNY')],
    ['sum, of one of another unit', () => sum([quantity('1bn CNY')], 'USD')],
    ['overlap', () => overlap(quantity('1bn CNY'), quantity('1bn USD'))],
    ['multiply', () => multiply(quantity('2 MW'), quantity('3 GB'))],
    ['divide', () => divide(quantity('2 MW'), quantity('3 GB'))],
    ['ratioOf', () => ratioOf(quantity('1bn CNY'), quantity('1bn USD'))],
    ['inUnit', () => inUnit(quantity('2 MW'), 'GB')],
    ['add, even of what is unknown', () => add(unknownQuantity('CNY'), unknownQuantity('USD'))],
  ])('that do not fit throw: %s', (_name, operation) => {
    expect(operation).toThrow(UnitMismatch);
  });

  test.each([
    ['1000000 count', '12000 USD', '12000000000', 'USD'],
    ['2 ratio', '3 USD', '6', 'USD'],
    ['7 CNY/USD', '3 USD', '21', 'CNY'],
    ['3 USD', '7 CNY/USD', '21', 'CNY'],
    ['2 USD/hour', '10 hours', '20', 'USD'],
    ['2 count/year', '10 years', '20', 'count'],
  ])('of a product: %s × %s = %s %s', (a, b, value, unit) => {
    expect(inWords(multiply(quantity(a), quantity(b)))).toBe(`exact ${value} ${value} ${value} ${unit}`);
  });

  test.each([
    ['6 USD', '2 USD', '3', 'ratio'],
    ['6 USD', '2 ratio', '3', 'USD'],
    ['6 USD', '2 count', '3', 'USD'],
    ['21 CNY', '3 USD', '7', 'CNY/USD'],
    ['21 CNY', '7 CNY/USD', '3', 'USD'],
    ['20 USD', '10 hours', '2', 'USD/hour'],
    ['14 CNY/USD', '2 EUR/USD', '7', 'CNY/EUR'],
    ['1 ratio', '4 CNY/USD', '0.25', 'USD/CNY'],
  ])('of a quotient: %s ÷ %s = %s %s', (a, b, value, unit) => {
    expect(inWords(divide(quantity(a), quantity(b)))).toBe(`exact ${value} ${value} ${value} ${unit}`);
  });

  test.each([
    ['123 %', 'ratio', 'rounding 1.23 1.225 1.235 ratio'],
    ['1.23 ratio', 'percent', 'rounding 123 122.5 123.5 percent'],
    ['>4 MW', 'kW', 'one-sided - >4000 - kW'],
    ['36 hours', 'days', 'exact 1.5 1.5 1.5 days'],
    ['2 years', 'days', 'exact 730.5 730.5 730.5 days'],
    ['7200 USD/hour', 'USD/hour', 'exact 7200 7200 7200 USD/hour'],
  ])('convert: %s in %s', (text, unit, expected) => {
    expect(inWords(inUnit(quantity(text), unit))).toBe(expected);
  });
});

describe('ends', () => {
  test.each([
    [
      'an open corner leaves its bound open',
      multiply(quantity('>1m count'), quantity('12000..13000 USD')),
      '>12000000000 ..',
    ],
    [
      'nothing bounds a product above where a factor has no end',
      multiply(quantity('<=2 ratio'), quantity('3 USD')),
      '.. 6',
    ],
    ['signs turn ends', multiply(quantity('>2..3 ratio'), quantity('-5..<-4 USD')), '-15 <-8'],
    [
      'zero that is reached is reached in the product',
      multiply(quantity('0..1 ratio'), quantity('>2..<3 USD')),
      '0 <3',
    ],
    ['zero that is not reached is not', multiply(quantity('>0..1 ratio'), quantity('2..3 USD')), '>0 3'],
    ['zero times what has no end is zero', multiply(quantity('0 ratio'), quantity('>2 USD')), '0 0'],
    ['an end at infinity makes a quotient come close to zero', divide(quantity('6 USD'), quantity('>=2 USD')), '>0 3'],
    ['a divisor close to zero takes the bound away', divide(quantity('6 USD'), quantity('>0..2 USD')), '3 ..'],
    ['a divisor close to zero from below likewise', divide(quantity('6 USD'), quantity('-2..<0 USD')), '.. -3'],
    ['negation swaps ends', negate(quantity('>1..2 USD')), '-2 <-1'],
    ['a negative scale swaps ends', scale(quantity('>1..2 USD'), new Decimal(-2)), '-4 <-2'],
  ])('%s', (_what, result, ends) => {
    expect(endsOf(result, 0)).toBe(ends);
  });

  test('a quotient is rounded outward', () => {
    const { low, high, value } = divide(exact(1, 'USD'), exact(3, 'USD'));
    expect(low?.times(3).lt(1)).toBe(true);
    expect(high?.times(3).gt(1)).toBe(true);
    expect(value?.toFixed()).toBe(`0.${'3'.repeat(40)}`);
  });

  test.each([
    ['a divisor that may be zero', divide(quantity('6 USD'), quantity('0..2 USD'))],
    ['a divisor of either sign', divide(quantity('6 USD'), quantity('-1..2 USD'))],
    ['a divisor of zero', divide(quantity('6 USD'), quantity('0 USD'))],
    ['a divisor without an end', divide(quantity('6 USD'), quantity('<2 USD'))],
    ['an unknown summand', add(quantity('6 USD'), unknownQuantity('USD'))],
    ['an unknown factor', multiply(quantity('0 ratio'), unknownQuantity('USD'))],
    ['what has an end on neither side', add(quantity('>1 USD'), quantity('<1 USD'))],
  ])('nothing is known after %s', (_what, result) => {
    expect(result.bounds).toBe('unknown');
    expect(isUnknown(result)).toBe(true);
  });
});

test('4bn and 6bn are exactly 10bn', () => {
  const ten = add(quantity('exactly 4bn USD'), quantity('exactly 6bn USD'));
  expect(inWords(ten)).toBe('exact 10000000000 10000000000 10000000000 USD');
  expect(toNumber(ten.value)).toBe(1e10);
  expect(toNumber(add(quantity('exactly 0.1 USD'), quantity('exactly 0.2 USD')).value)).toBe(0.3);
});

test('sums of numbers of very different size stay exact', () => {
  const all = sum([quantity('exactly 999999999999999999tn USD'), exact('1e-30', 'USD')], 'USD');
  expect(all.low?.toFixed()).toBe(`999999999999999999000000000000.${'0'.repeat(29)}1`);
});

test('the sum of one term is that term, of none zero', () => {
  const term = quantity('about 120bn USD');
  expect(sum([term], 'USD')).toBe(term);
  expect(inWords(sum([], 'USD'))).toBe('exact 0 0 0 USD');
});

describe('overlap', () => {
  test.each([
    ['49.15bn..51.25bn CNY', '49.5bn..50.5bn CNY', true],
    ['1..2 USD', '2..3 USD', true],
    ['1..<2 USD', '2..3 USD', false],
    ['1..2 USD', '>2 USD', false],
    ['>1 USD', '<1 USD', false],
    ['>=1 USD', '<=1 USD', true],
    ['1..2 USD', '3..4 USD', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlap(quantity(a), quantity(b))).toBe(expected);
    expect(overlap(quantity(b), quantity(a))).toBe(expected);
  });

  test('is there where both hold one truth', () => {
    fc.assert(
      fc.property(nested(usd), ({ wide, narrow }) => {
        fc.pre(!isUnknown(wide.quantity));
        return overlap(wide.quantity, narrow.quantity);
      }),
    );
  });
});
