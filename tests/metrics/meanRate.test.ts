import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MonthlyRate, meanRate } from '../../src/metrics/meanRate.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { periodSteps } from '../../src/quantity/periodSteps.ts';
import { allows, nested, quantity, samples } from '../quantity/given.ts';
import { claimed, derivationOf, period } from './given.ts';

/** Monthly means of the Fed's noon rates, yuan for one dollar: G.5, January 2022 to December 2025. */
const monthly = `
  6.3556 6.3436 6.3446 6.4310 6.6990 6.6952 6.7352 6.8007 7.0195 7.1902 7.1812 6.9717
  6.7904 6.8380 6.8909 6.8876 6.9854 7.1614 7.1863 7.2486 7.2979 7.3071 7.2226 7.1402
  7.1707 7.1935 7.2015 7.2374 7.2327 7.2547 7.2609 7.1475 7.0760 7.0881 7.2063 7.2807
  7.2957 7.2734 7.2493 7.2968 7.2166 7.1804 7.1741 7.1727 7.1235 7.1200 7.1069 7.0432`;

function rates(year: number, from: number, to: number): readonly MonthlyRate[] {
  return periodSteps({ first: `${year}-${pad(from)}-01`, last: `${year}-${pad(to)}-28` }, 'month', null).map((step) => {
    const place = (Number(step.label.slice(0, 4)) - 2022) * 12 + Number(step.label.slice(5)) - 1;
    const value = monthly.trim().split(/\s+/)[place];
    return { rate: claimed(quantity(`exactly ${value} CNY/USD`), { period: step }), months: 1 };
  });
}

function pad(month: number): string {
  return String(month).padStart(2, '0');
}

describe('the mean rate', () => {
  // What research took as the plain mean of the months, to four decimals.
  test.each([
    ['2022-Q1', 2022, 1, 3, '6.3479'],
    ['2022-Q2', 2022, 4, 6, '6.6084'],
    ['2022-Q3', 2022, 7, 9, '6.8518'],
    ['2022-Q4', 2022, 10, 12, '7.1144'],
    ['2022-H1', 2022, 1, 6, '6.4782'],
    ['2022-H2', 2022, 7, 12, '6.9831'],
    ['2023-Q1', 2023, 1, 3, '6.8398'],
    ['2023-Q2', 2023, 4, 6, '7.0115'],
    ['2023-Q3', 2023, 7, 9, '7.2443'],
    ['2023-Q4', 2023, 10, 12, '7.2233'],
    ['2023-H1', 2023, 1, 6, '6.9256'],
    ['2023-H2', 2023, 7, 12, '7.2338'],
    ['2024-Q1', 2024, 1, 3, '7.1886'],
    ['2024-Q2', 2024, 4, 6, '7.2416'],
    ['2024-Q3', 2024, 7, 9, '7.1615'],
    ['2024-Q4', 2024, 10, 12, '7.1917'],
    ['2024-H1', 2024, 1, 6, '7.2151'],
    ['2024-H2', 2024, 7, 12, '7.1766'],
    ['2025-Q1', 2025, 1, 3, '7.2728'],
    ['2025-Q2', 2025, 4, 6, '7.2313'],
    ['2025-Q3', 2025, 7, 9, '7.1568'],
    ['2025-Q4', 2025, 10, 12, '7.0900'],
    ['2025-H1', 2025, 1, 6, '7.2520'],
    ['2025-H2', 2025, 7, 12, '7.1234'],
  ])('of %s from its months', (label, year, from, to, mean) => {
    const figure = meanRate(rates(year, from, to), period(label));
    expect(figure.quantity.value?.toFixed(4)).toBe(mean);
    expect(figure).toMatchObject({ evidence: 'derived', period: { label } });
    expect(derivationOf(figure).formula).toBe(`Σ monthly means ÷ ${to - from + 1}`);
    expect(derivationOf(figure).inputs[0]?.name).toBe(`${year}-${pad(from)}`);
  });

  test('weighs longer stretches by their months', () => {
    const figure = meanRate(
      [
        { rate: claimed('exactly 7 CNY/USD', { period: period('2024-12') }), months: 1 },
        { rate: claimed('exactly 8 CNY/USD', { period: period('2025-Q1') }), months: 3 },
      ],
      period('2024-12/2025-03'),
    );
    expect(figure.quantity.value?.toNumber()).toBe(7.75);
    expect(derivationOf(figure)).toMatchObject({
      formula: 'Σ (mean × its months) ÷ 4',
      inputs: [{ name: '2024-12' }, { name: '2025-Q1' }],
    });
  });

  test('holds the true mean, and narrower rates never widen it', () => {
    const parts = fc.array(fc.tuple(nested(samples('CNY/USD', 1, 20)), fc.integer({ min: 1, max: 12 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(parts, (all) => {
        const at = (end: 'wide' | 'narrow') =>
          meanRate(
            all.map(([one, months]) => ({ rate: claimed(one[end].quantity), months })),
            period('2024'),
          ).quantity;
        const months = all.reduce((count, [, one]) => count + one, 0);
        const sum = all.reduce((so, [one, count]) => so.plus(one.wide.truth.times(count)), new Decimal(0));
        const truth = sum.div(months);
        const [wide, narrow] = [at('wide'), at('narrow')];
        const near = (shift: string) => truth.plus(shift);
        expect(
          wide.bounds === 'unknown' ||
            allows(wide, truth) ||
            allows(wide, near('1e-30')) ||
            allows(wide, near('-1e-30')),
        ).toBe(true);
        if (wide.bounds !== 'unknown' && wide.low !== null) expect(narrow.low?.gte(wide.low)).toBe(true);
        if (wide.bounds !== 'unknown' && wide.high !== null) expect(narrow.high?.lte(wide.high)).toBe(true);
      }),
    );
  });
});
