import { describe, expect, test } from 'vitest';
import { convertCurrency, convertUnit, crossRate, impliedRate, noRate } from '../../src/metrics/conversion.ts';
import { unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { endsOf, inWords } from '../quantity/given.ts';
import { claimed, derivationOf, period, warningsOf, withEvidence } from './given.ts';

const yuanPerDollar = claimed('exactly 7 CNY/USD');

describe('conversion', () => {
  test.each([
    ['4 MW', 'kW', 'exact 4000 4000 4000 kW', 'amount × 1000'],
    ['123 %', 'ratio', 'rounding 1.23 1.225 1.235 ratio', 'amount × 0.01'],
    ['2788k hours', 'days', null, 'amount × 0.0416666666667'],
  ])('of %s to %s', (text, unit, expected, formula) => {
    const answer = convertUnit(claimed(text), unit);
    if (expected !== null) expect(inWords(answer.quantity)).toBe(expected);
    expect(answer.evidence).toBe('derived');
    expect(derivationOf(answer)).toMatchObject({ metric: 'conversion', formula });
  });

  test('to the same unit is the figure itself', () => {
    const figure = claimed('4 MW');
    expect(convertUnit(figure, 'MW')).toBe(figure);
  });

  test('keeps period and definition', () => {
    const of = { period: period('2024-H1'), definition: 'cash-purchases' };
    expect(convertCurrency(claimed('14 CNY', of), 'USD', yuanPerDollar)).toMatchObject(of);
  });

  test.each([
    ['14bn CNY', 'USD', '1.93 2.07', 'amount ÷ rate'],
    ['2bn USD', 'CNY', '10.50 17.50', 'amount × rate'],
  ])('of %s to %s goes by the rate, whichever way it is written', (text, unit, ends, formula) => {
    const answer = convertCurrency(claimed(text), unit, yuanPerDollar);
    expect(
      endsOf(
        {
          ...answer.quantity,
          low: answer.quantity.low?.times('1e-9') ?? null,
          high: answer.quantity.high?.times('1e-9') ?? null,
        },
        2,
      ),
    ).toBe(ends);
    expect(derivationOf(answer)).toMatchObject({ formula, inputs: [{ name: 'amount' }, { name: 'rate' }] });
  });

  test('has the evidence of its rate where that is the weaker', () => {
    const rate = withEvidence('exactly 7 CNY/USD', 'estimated');
    expect(convertCurrency(claimed('14 CNY'), 'USD', rate).evidence).toBe('estimated');
  });

  test.each([
    ['a unit of another kind', () => convertUnit(claimed('4 MW'), 'GB')],
    ['another currency, as a unit', () => convertUnit(claimed('4 USD'), 'CNY')],
    ['a currency that the rate does not name', () => convertCurrency(claimed('4 USD'), 'EUR', yuanPerDollar)],
    ['at a rate of other currencies', () => convertCurrency(claimed('4 EUR'), 'USD', yuanPerDollar)],
    ['at a rate that is none', () => convertCurrency(claimed('4 USD'), 'CNY', claimed('7 ratio'))],
  ])('to %s throws', (_what, convert) => {
    expect(convert).toThrow(UnitMismatch);
  });
});

describe('a rate', () => {
  test('between two currencies follows from that of each for a third', () => {
    const cross = crossRate(claimed('exactly 7.2 CNY/USD'), claimed('exactly 0.9 EUR/USD'), 'CNY/EUR');
    expect(inWords(cross.quantity)).toBe('exact 8 8 8 CNY/EUR');
    expect(derivationOf(cross).formula).toBe('CNY/USD ÷ EUR/USD');
    expect(() => crossRate(yuanPerDollar, claimed('exactly 0.9 EUR/USD'), 'EUR/CNY')).toThrow(UnitMismatch);
  });

  test('is implied by one amount in two currencies', () => {
    const rate = impliedRate(claimed('50bn CNY (49.5bn..50.5bn)'), claimed('7bn USD'));
    expect(endsOf(rate.quantity, 2)).toBe('6.60 7.77');
    expect(rate.quantity.unit).toBe('CNY/USD');
    expect(() => impliedRate(claimed('1 CNY'), claimed('1 CNY'))).toThrow(UnitMismatch);
    expect(() => impliedRate(claimed('1 CNY'), claimed('1 count'))).toThrow(UnitMismatch);
  });

  test('that is not known leaves an unknown figure that says so', () => {
    const answer = noRate(
      claimed('1bn ISK', { period: period('2024') }),
      'USD',
      'no rate of ISK/USD is known for 2024',
    );
    expect(answer.quantity).toEqual(unknownQuantity('USD'));
    expect(answer.period?.label).toBe('2024');
    expect(warningsOf(answer)).toEqual(['no-exchange-rate']);
    expect(derivationOf(answer).warnings[0]?.message).toContain('ISK/USD');
  });
});
