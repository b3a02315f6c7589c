import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../src/quantity/parse.ts';
import { inWords, quantity } from './given.ts';

describe('a quantity', () => {
  test.each([
    // Half a unit of the last digit stated.
    ['23bn CNY', 'rounding 23000000000 22500000000 23500000000 CNY'],
    ['23 billion RMB', 'rounding 23000000000 22500000000 23500000000 CNY'],
    ['83.0bn CNY', 'rounding 83000000000 82950000000 83050000000 CNY'],
    ['4.2bn CNY', 'rounding 4200000000 4150000000 4250000000 CNY'],
    ['-2.3bn USD', 'rounding -2300000000 -2350000000 -2250000000 USD'],
    ['−2.3bn USD', 'rounding -2300000000 -2350000000 -2250000000 USD'],
    ['31,501m CNY', 'rounding 31501000000 31500500000 31501500000 CNY'],
    ['60.5 MW', 'rounding 60.5 60.45 60.55 MW'],
    ['123 %', 'rounding 123 122.5 123.5 percent'],
    ['+123%', 'rounding 123 122.5 123.5 percent'],
    ['0bn USD', 'rounding 0 -500000000 500000000 USD'],
    // Trailing zeros of a whole number are not stated digits.
    ['50bn CNY', 'rounding 50000000000 45000000000 55000000000 CNY'],
    ['230k count', 'rounding 230000 225000 235000 count'],
    ['50.0bn CNY', 'rounding 50000000000 49950000000 50050000000 CNY'],
    // Whole numbers written out.
    ['1000000 count', 'exact 1000000 1000000 1000000 count'],
    ['27,266,000,000 USD', 'exact 27266000000 27266000000 27266000000 USD'],
    ['2 units', 'exact 2 2 2 count'],
    ['0 USD', 'exact 0 0 0 USD'],
    ['exactly 23bn CNY', 'exact 23000000000 23000000000 23000000000 CNY'],
    ['exactly 7.2151 CNY/USD', 'exact 7.2151 7.2151 7.2151 CNY/USD'],
    // A whole unit of the last digit, at most a tenth.
    ['about 120bn USD', 'approximate 120000000000 110000000000 130000000000 USD'],
    ['around 200bn USD', 'approximate 200000000000 180000000000 220000000000 USD'],
    ['~4 MW', 'approximate 4 3.6 4.4 MW'],
    ['about 83.0bn CNY', 'approximate 83000000000 82900000000 83100000000 CNY'],
    // One bound.
    ['>1m count', 'one-sided - >1000000 - count'],
    ['more than 50bn USD', 'one-sided - >50000000000 - USD'],
    ['>= 12 days', 'one-sided - 12 - days'],
    ['at least 3 years', 'one-sided - 3 - years'],
    ['<5 GW', 'one-sided - - <5 GW'],
    ['under 5 GW', 'one-sided - - <5 GW'],
    ['up to 1.2m units', 'one-sided - - 1200000 count'],
    ['at most 10 %', 'one-sided - - 10 percent'],
    // Ranges.
    ['12000..13000 USD', 'stated-range - 12000 13000 USD'],
    ['12,000 to 13,000 USD', 'stated-range - 12000 13000 USD'],
    ['12bn..13bn USD', 'stated-range - 12000000000 13000000000 USD'],
    ['900m to 1.1bn USD', 'stated-range - 900000000 1100000000 USD'],
    ['>12000..13000 USD', 'stated-range - >12000 13000 USD'],
    ['>12000..<13000 USD', 'stated-range - >12000 <13000 USD'],
    ['-3..-2 %', 'stated-range - -3 -2 percent'],
    // Bounds written out.
    ['50bn CNY (49.5bn..50.5bn)', 'rounding 50000000000 49500000000 50500000000 CNY'],
    ['about 120bn USD (100bn..125bn)', 'approximate 120000000000 100000000000 125000000000 USD'],
    ['1.2m count (0.9m..1.5m, 5-95 %)', 'percentiles-5-95 1200000 900000 1500000 count'],
    ['0.9m..1.5m count (5-95 %)', 'percentiles-5-95 - 900000 1500000 count'],
  ])('%s is %s', (text, expected) => {
    expect(inWords(quantity(text))).toBe(expected);
  });

  test.each([
    ['5 gigawatts', 'GW'],
    ['300 TOPS', 'TOP/s'],
    ['4,800 TOPS x bit', 'TPP'],
    ['80 GB', 'GB'],
    ['4 TB/s', 'TB/s'],
    ['814 mm²', 'mm2'],
    ['2 USD/hour', 'USD/hour'],
    ['2 USD per cent', null],
    ['7 CNY/USD', 'CNY/USD'],
    ['1000 chips/year', 'count/year'],
    ['3 m USD', 'USD'],
    ['3 MUSD', null],
    ['3 mW', null],
  ])('%s is in %s', (text, unit) => {
    const result = parseQuantity(text);
    expect('problem' in result ? null : result.unit).toBe(unit);
  });

  test('takes the unit of its place where it has none of its own', () => {
    expect(quantity('1.23', 'ratio')).toMatchObject({ unit: 'ratio', bounds: 'rounding' });
    expect(quantity('123 %', 'ratio').unit).toBe('percent');
  });
});

describe('what is wrong with', () => {
  test.each([
    ['', 'not a quantity'],
    ['a lot', 'write a number and its unit'],
    ['23bn', 'no unit; write one after the number'],
    ['$5bn', 'write the code after the number: 5bn USD'],
    ['CNY 23bn', 'write the code after the number: 23bn CNY'],
    ['4.2 foo', '"foo" in "4.2 foo" is not a unit'],
    ['5 dollars', 'is not a unit; write a currency code'],
    ['1,00,000 USD', 'grouped in threes'],
    ['1.2.3 USD', 'cannot be read'],
    ['13..12 USD', 'low end of "13..12 USD" is above its high end'],
    ['>12..<12 USD', 'holds no number'],
    ['12..13bn USD', 'write it at each: 12bn..13bn'],
    ['about 3..4 USD', 'is a range, which cannot be "about" too'],
    ['<3..4 USD', 'is a range, which cannot be "<" too'],
    ['3..>4 USD', 'excludes the wrong side'],
    ['50bn CNY (51bn..52bn)', 'lies outside its bounds'],
    ['50bn CNY (52bn..51bn)', 'is above its high end'],
    ['50bn CNY (49.5bn)', 'bounds of "50bn CNY (49.5bn)" cannot be read'],
    ['50bn CNY (49bn..51bn, 10-90 %)', 'cannot be read'],
    ['>50bn CNY (49bn..51bn)', 'has bounds besides'],
    ['exactly 50bn CNY (49bn..51bn)', 'has bounds besides'],
    ['12bn..13bn USD (11bn..14bn)', 'a range and bounds besides'],
    ['1234567890123456789012345678901 USD', 'out of reach'],
    ['99999999999999999999999tn USD', 'out of reach'],
  ])('"%s" is said: %s', (text, problem) => {
    expect(parseQuantity(text)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test('any text at all is either a quantity or a problem', () => {
    const pieces = fc.constantFrom(
      '1',
      '23',
      '0.5',
      ',',
      '.',
      '..',
      ' ',
      'bn',
      '%',
      'USD',
      '(',
      ')',
      '>',
      '<=',
      '-',
      'to',
      'about ',
      '5-95 %',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 9 }).map((all) => all.join('')),
        ),
        (text) => {
          const result = parseQuantity(text);
          if ('problem' in result) return result.problem.length > 0;
          return result.low === null || result.high === null || result.low.lte(result.high);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
