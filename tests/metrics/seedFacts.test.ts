import { describe, expect, test } from 'vitest';
import { agreement } from '../../src/metrics/agreement.ts';
import { comparison } from '../../src/metrics/comparison.ts';
import { convertCurrency, impliedRate } from '../../src/metrics/conversion.ts';
import { difference } from '../../src/metrics/difference.ts';
import { growth } from '../../src/metrics/growth.ts';
import { impliedBase } from '../../src/metrics/impliedBase.ts';
import { jointGrowth } from '../../src/metrics/jointGrowth.ts';
import { shipmentValue } from '../../src/metrics/shipmentValue.ts';
import { total } from '../../src/metrics/total.ts';
import type { EntityReference, Figure } from '../../src/quantity/figure.ts';
import { quantity } from '../quantity/given.ts';
import { claimed, derivationOf, period, warningsOf, withEvidence } from './given.ts';

// The claims of the story, and what follows from them by arithmetic. Amounts of the checks are in bn.
const h1 = { period: period('2024-H1') };
const three = claimed('50bn CNY (49.5bn..50.5bn)', h1);
const threeInUsd = claimed('7bn USD', h1);
const threeBefore = claimed('23bn CNY', { period: period('2023-H1') });
const alibaba = claimed('23bn CNY', h1);
const tencent = claimed('23bn CNY', h1);
const baidu = claimed('4.2bn CNY', h1);
const alibabaGrowth = claimed('123 %', h1);
const tencentGrowth = claimed('176 %', h1);
const baiduGrowth = claimed('4 %', h1);
const four = claimed('106bn USD', h1);
const bytedanceCash = claimed('>50bn USD');
const h20Units = withEvidence('>1m count', 'forecast');
const h20Price = withEvidence('12000..13000 USD', 'forecast');

const entity = (name: string): EntityReference => ({ id: `Company:${name.toLowerCase()}`, name });
const members = [
  { entity: entity('Alibaba'), figure: alibaba },
  { entity: entity('Tencent'), figure: tencent },
  { entity: entity('Baidu'), figure: baidu },
];
const whole = { unit: 'CNY', nonNegative: true, stated: three, parts: members, open: false, ...h1 };
const before = period('2023-H1');
const bases = [
  impliedBase({ current: alibaba, growth: alibabaGrowth }, before),
  impliedBase({ current: tencent, growth: tencentGrowth }, before),
  impliedBase({ current: baidu, growth: baiduGrowth }, before),
] as const;
const baseParts = members.map((member, index) => ({ ...member, figure: bases[index] ?? null }));
const baseTotal = total({ ...whole, stated: threeBefore, parts: baseParts, period: before });
const scenario = (units: string) => shipmentValue({ units: withEvidence(units, 'scenario'), unitPrice: h20Price });

/** `value low high` in bn where it is money, to these decimals. */
function shown(figure: Figure | null, decimals: number): string {
  if (figure === null) return 'null';
  const { value, low, high, lowOpen, highOpen, unit } = figure.quantity;
  const power = unit === 'CNY' || unit === 'USD' ? '1e-9' : '1';
  const text = (number: typeof value) => number?.times(power).toFixed(decimals) ?? '-';
  return `${text(value)} ${lowOpen ? '>' : ''}${text(low)} ${highOpen ? '<' : ''}${text(high)} ${unit}`;
}

describe('the story adds up', () => {
  test.each([
    ['x01 sum of the three', total(whole).sum, 2, '50.20 49.15 51.25 CNY'],
    ['x02 base of Alibaba', bases[0], 4, '10.3139 10.0671 10.5618 CNY'],
    ['x03 base of Tencent', bases[1], 4, '8.3333 8.1374 8.5299 CNY'],
    ['x04 base of Baidu', bases[2], 4, '4.0385 3.9713 4.1063 CNY'],
    ['x05 sum of the bases', baseTotal.sum, 4, '22.6857 22.1758 23.1980 CNY'],
    ['x06 growth from the two totals', growth({ current: three, base: threeBefore }), 4, '1.1739 1.1064 1.2444 ratio'],
    [
      'x07 growth from the members, naive',
      growth({ current: total(whole).sum, base: baseTotal.sum }),
      4,
      '1.2128 1.1187 1.3111 ratio',
    ],
    ['x09 implied exchange rate', impliedRate(three, threeInUsd), 4, '7.1429 6.6000 7.7692 CNY/USD'],
    ['x11 three over four', comparison(threeInUsd, four).ratio, 5, '0.06604 0.06103 0.07109 ratio'],
    ['x12 four over three', comparison(threeInUsd, four).inverse, 3, '15.143 14.067 16.385 ratio'],
    ['x13 gap', comparison(four, threeInUsd).difference, 1, '99.0 98.0 100.0 USD'],
    [
      'x14 value of the forecast shipments',
      shipmentValue({ units: h20Units, unitPrice: h20Price }),
      1,
      '- >12.0 - USD',
    ],
    ['x15 of exactly a million', scenario('1000000 count'), 1, '- 12.0 13.0 USD'],
    ['x16 of one to 1.2 million', scenario('1000000..1200000 count'), 1, '- 12.0 15.6 USD'],
    ['x17 a million over the spending', comparison(scenario('1000000 count'), threeInUsd).ratio, 1, '- 1.6 2.0 ratio'],
    [
      'x18 Baidu by difference',
      difference({ left: difference({ left: three, right: alibaba }), right: tencent }),
      1,
      '4.0 2.5 5.5 CNY',
    ],
    ['x19 share of Alibaba', total(whole).shares[0]?.share ?? null, 4, '0.4600 0.4455 0.4747 ratio'],
    ['x20 share of Tencent', total(whole).shares[1]?.share ?? null, 4, '0.4600 0.4455 0.4747 ratio'],
    ['x21 share of Baidu', total(whole).shares[2]?.share ?? null, 4, '0.0840 0.0822 0.0859 ratio'],
    ['x22 rise in yuan', difference({ left: three, right: threeBefore }), 1, '27.0 26.0 28.0 CNY'],
    ['x24 cash over spending', comparison(bytedanceCash, threeInUsd).ratio, 4, '- >6.6667 - ratio'],
  ])('%s', (_check, figure, decimals, expected) => {
    expect(shown(figure, decimals)).toBe(expected);
  });

  test('x01, x05, x18: stated and computed agree', () => {
    expect(total(whole).agreement).toBe('agree');
    expect(shown(total(whole).difference, 2)).toBe('-0.20 -1.75 1.35 CNY');
    expect(baseTotal.agreement).toBe('agree');
    expect(agreement(difference({ left: difference({ left: three, right: alibaba }), right: tencent }), baidu)).toBe(
      'agree',
    );
  });

  test('x08: the joint growth of the members is tight', () => {
    const joint = jointGrowth([
      { name: 'Alibaba', current: alibaba, growth: alibabaGrowth },
      { name: 'Tencent', current: tencent, growth: tencentGrowth },
      { name: 'Baidu', current: baidu, growth: baiduGrowth },
    ]);
    expect(shown(joint, 4)).toBe('1.2128 1.2001 1.2254 ratio');
    expect(joint.evidence).toBe('derived');
    expect(derivationOf(joint).inputs.map(({ name }) => name)).toEqual([
      'current of Alibaba',
      'growth of Alibaba',
      'current of Tencent',
      'growth of Tencent',
      'current of Baidu',
      'growth of Baidu',
    ]);
  });

  test.each([
    ['x10 the three', three, '7.2151', '6.9299 6.8606 6.9992'],
    ['Alibaba', alibaba, '7.2151', '3.1878 3.1185 3.2571'],
    ['Baidu', baidu, '7.2151', '0.5821 0.5752 0.5890'],
    ['the three a year before', threeBefore, '6.9256', '3.3210 3.2488 3.3932'],
  ])('x10 in dollars at the mean rate: %s', (_what, amount, rate, expected) => {
    const inUsd = convertCurrency(amount, 'USD', claimed(`exactly ${rate} CNY/USD`));
    expect(shown(inUsd, 4)).toBe(`${expected} USD`);
    expect(derivationOf(inUsd).formula).toBe('amount ÷ rate');
  });

  test('x14 to x17: what rests on forecasts and suppositions says so', () => {
    expect(shipmentValue({ units: h20Units, unitPrice: h20Price }).evidence).toBe('forecast');
    expect(scenario('1000000 count').evidence).toBe('scenario');
    expect(comparison(scenario('1000000 count'), threeInUsd).ratio?.evidence).toBe('scenario');
  });

  test('x23: the order of growth is strict', () => {
    expect(comparison(tencentGrowth, alibabaGrowth).order).toBe('greater');
    expect(comparison(alibabaGrowth, baiduGrowth).order).toBe('greater');
  });

  test('x25: ByteDance is missing from the four, not zero', () => {
    const bytedance = {
      entity: entity('ByteDance'),
      figure: claimed({ ...quantity('1 CNY'), value: null, low: null, high: null, bounds: 'unknown' }),
    };
    const { sum, counted, missing } = total({ ...whole, stated: null, parts: [bytedance, ...members] });
    expect(shown(sum, 2)).toBe('- 49.15 - CNY');
    expect(counted).toHaveLength(3);
    expect(missing).toEqual([entity('ByteDance')]);
    expect(warningsOf(sum)).toEqual(['unknown-left-out']);
    expect(derivationOf(sum).warnings[0]?.message).toContain('ByteDance');
    expect(derivationOf(sum).warnings[0]?.entities).toEqual([entity('ByteDance')]);
  });
});
