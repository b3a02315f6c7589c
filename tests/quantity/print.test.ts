import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divide, exact, inUnit, multiply, subtract, unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { parseQuantity } from '../../src/quantity/parse.ts';
import { printQuantity } from '../../src/quantity/print.ts';
import { inWords, quantity } from './given.ts';

describe('what was stated prints as it was written', () => {
  test.each([
    ['23bn CNY', '23bn CNY'],
    ['83.0bn CNY', '83.0bn CNY'],
    ['4.2bn CNY', '4.2bn CNY'],
    ['50bn CNY (49.5bn..50.5bn)', '50bn CNY'],
    ['0.8tn USD', '800bn USD'],
    ['230k count', '230k count'],
    ['0.5k count', '0.5k count'],
    ['123 %', '123 %'],
    ['60.5 MW', '60.5 MW'],
    ['-2.3bn USD', '-2.3bn USD'],
    ['27,266,000,000 USD', '27,266,000,000 USD'],
    ['2368 count', '2,368 count'],
    ['999999999999999999 count', '999,999,999,999,999,999 count'],
    ['0 USD', '0 USD'],
    ['0.000001 USD', '0.000001 USD'],
    ['about 120bn USD', 'about 120bn USD'],
    ['about 4 MW', 'about 4 MW'],
    ['>12bn USD', '> 12bn USD'],
    ['at least 12 days', '>= 12 days'],
    ['up to 1.2m count', '<= 1.2m count'],
    ['under 5 GW', '< 5 GW'],
    ['12000..13000 USD', '12,000 to 13,000 USD'],
    ['>12bn..<13bn USD', '>12bn to <13bn USD'],
    ['3608873 count (3023442..4246321, 5-95 %)', '3,608,873 count (3,023,442 to 4,246,321, 5-95 %)'],
    ['0.9m..1.5m count (5-95 %)', '900,000 to 1,500,000 count (5-95 %)'],
  ])('%s: %s', (text, printed) => {
    expect(printQuantity(quantity(text))).toBe(printed);
  });
});

describe('what was computed prints at most four digits', () => {
  test.each([
    ['10.31bn CNY (10.07bn to 10.56bn)', divide(quantity('23bn CNY'), quantity('2.23 ratio'))],
    ['> 12bn USD', multiply(quantity('>1m count'), quantity('12000..13000 USD'))],
    ['12bn to 13bn USD', multiply(quantity('1000000 count'), quantity('12000..13000 USD'))],
    ['0.3333', divide(exact(1, 'USD'), exact(3, 'USD'))],
    ['12,350 USD', multiply(quantity('12345 USD'), quantity('1..1 ratio'))],
    ['5 to 2,000,000,000 USD', multiply(quantity('1 count'), quantity('5..2000000000 USD'))],
    ['unknown', unknownQuantity('USD')],
  ])('%s', (printed, computed) => {
    expect(printQuantity(computed)).toBe(printed);
  });
});

describe('a ratio that is growth prints in percent', () => {
  test.each([
    ['+123 %', inUnit(quantity('123 %'), 'ratio')],
    ['-5 %', inUnit(quantity('-5 %'), 'ratio')],
    ['1.23', null],
    ['+117.4 % (+110.6 to +124.4)', growthOfTheThree()],
  ])('%s', (printed, ratio) => {
    if (ratio === null) expect(printQuantity(inUnit(quantity('123 %'), 'ratio'))).toBe(printed);
    else expect(printQuantity(ratio, { as: 'growth' })).toBe(printed);
  });

  function growthOfTheThree() {
    return subtract(divide(quantity('50bn CNY (49.5bn..50.5bn)'), quantity('23bn CNY')), exact(1, 'ratio'));
  }
});

describe('printing and reading', () => {
  const digits = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 3 }), fc.boolean())
    // Of a stated 0.010bn the last zero is lost: it prints as 10m.
    .filter(([number, decimals]) => number % 10 !== 0 || number >= 10 ** decimals)
    .map(([number, decimals, isNegative]) => (isNegative ? '-' : '') + (number / 10 ** decimals).toFixed(decimals));
  const scale = fc.constantFrom('', 'k', 'm', 'bn', 'tn');
  const one = fc.tuple(digits, scale).map(([number, word]) => number + word);
  const qualifier = fc.constantFrom('', 'about ', '> ', '>= ', '< ', '<= ');
  const single = fc.tuple(qualifier, one).map(([words, number]) => words + number);
  const range = fc.tuple(one, one).map(([from, to]) => `${from}..${to}`);
  const scaled = fc.tuple(fc.oneof(single, range), fc.constantFrom('USD', 'count', 'MW', 'CNY/USD'));
  const percent = fc.tuple(digits, fc.constant('%'));

  test('give the same text again, and the same quantity', () => {
    fc.assert(
      fc.property(fc.oneof(scaled, percent), ([number, unit]) => {
        const first = parseQuantity(`${number} ${unit}`);
        fc.pre(!('problem' in first));
        const printed = printQuantity(first);
        const again = quantity(printed);
        expect(printQuantity(again)).toBe(printed);
        expect(inWords(again)).toBe(inWords(first));
      }),
      { numRuns: 2000 },
    );
  });

  test('never show an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (number) => {
        const shown = printQuantity({ ...exact(number, 'USD'), bounds: 'computed' });
        expect(shown).toMatch(/^-?[\d,.]+(bn|m|tn)? USD$/);
      }),
    );
  });
});
