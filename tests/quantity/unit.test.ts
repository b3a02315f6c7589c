import { describe, expect, test } from 'vitest';
import { currencyPair, isCurrency, parseUnit, unitFactor } from '../../src/quantity/unit.ts';

test.each([
  ['%', 'percent'],
  ['RMB', 'CNY'],
  ['yuan', 'CNY'],
  ['usd', 'USD'],
  ['units', 'count'],
  ['Units', 'count'],
  ['TOPS', 'TOP/s'],
  ['TFLOPS', 'TFLOP/s'],
  ['TOPS x bit', 'TPP'],
  ['TPP/mm2', 'TPP/mm2'],
  ['GB/s/mm2', 'GB/s/mm2'],
  ['mm²', 'mm2'],
  ['h', 'hours'],
  ['USD/h', 'USD/hour'],
  ['USD/hours', 'USD/hour'],
  ['RMB/USD', 'CNY/USD'],
  ['units/year', 'count/year'],
  ['USD/TPP', 'USD/TPP'],
  [' GHz ', 'GHz'],
  ['mW', null],
  ['dollars', null],
  ['CNY/count', null],
  ['/USD', null],
  ['constructor', null],
  ['', null],
])('"%s" is %s', (text, unit) => {
  expect(parseUnit(text)).toBe(unit);
});

test('every code is read as itself', () => {
  const codes =
    'USD CNY EUR HKD TWD KRW JPY MYR GBP SGD ISK INR SAR AED CAD AUD CHF W kW MW GW GB TB GB/s TB/s TFLOP/s';
  const more =
    'PFLOP/s TOP/s TPP mm2 nm s hours days years MHz GHz tokens USD/hour count/year CNY/USD count ratio percent';
  for (const code of `${codes} ${more}`.split(' ')) expect(parseUnit(code)).toBe(code);
});

describe('factors', () => {
  test.each([
    ['kW', 'W', '1000'],
    ['W', 'GW', '0.000000001'],
    ['percent', 'ratio', '0.01'],
    ['TB', 'GB', '1000'],
    ['PFLOP/s', 'TFLOP/s', '1000'],
    ['years', 'days', '365.25'],
    ['USD/day', 'USD/year', '365.25'],
    ['USD', 'USD', '1'],
  ])('from %s to %s: %s', (from, to, factor) => {
    expect(unitFactor(from, to)?.toFixed()).toBe(factor);
  });

  test.each([
    ['USD', 'CNY'],
    ['W', 'GB'],
    ['count', 'ratio'],
    ['TFLOP/s', 'TOP/s'],
    ['USD/hour', 'CNY/hour'],
    ['USD/hour', 'USD'],
  ])('there is none from %s to %s', (from, to) => {
    expect(unitFactor(from, to)).toBeNull();
  });
});

test('currencies and pairs of them are told apart', () => {
  expect(isCurrency('CNY')).toBe(true);
  expect(isCurrency('CNY/USD')).toBe(false);
  expect(isCurrency('MW')).toBe(false);
  expect(currencyPair('CNY/USD')).toEqual({ of: 'CNY', per: 'USD' });
  expect(currencyPair('USD/hour')).toBeNull();
  expect(currencyPair('GB/s')).toBeNull();
});
