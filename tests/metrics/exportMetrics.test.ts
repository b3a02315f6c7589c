import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysSpent } from '../../src/metrics/daysSpent.ts';
import { elapsedDays } from '../../src/metrics/elapsedDays.ts';
import { headroomDistance, headroomRatio } from '../../src/metrics/headroom.ts';
import { distance, margin } from '../../src/metrics/margin.ts';
import { ruleFigure } from '../../src/metrics/ruleFigure.ts';
import { spanOfClaims } from '../../src/metrics/spanOfClaims.ts';
import { transferRate } from '../../src/metrics/transferRate.ts';
import { unitsWithin, unusedWithin } from '../../src/metrics/unitsWithin.ts';
import { exact } from '../../src/quantity/arithmetic.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { claimed } from './given.ts';

const threshold = (number: number, unit = 'TPP') =>
  ruleFigure(exact(number, unit), { text: 'a rule.', tentative: false });
const bounds = ({ quantity: { low, high } }: { quantity: { low: Decimal | null; high: Decimal | null } }) => [
  low?.toNumber() ?? null,
  high?.toNumber() ?? null,
];

describe('days', () => {
  test('between two dates are signed, and any day of a month counts', () => {
    const days = (from: string, to: string) =>
      elapsedDays({ from: { name: 'a', date: from }, to: { name: 'b', date: to } });
    expect(days('2025-01-13', '2025-05-13').quantity).toMatchObject({ value: new Decimal(120), bounds: 'exact' });
    expect(days('2023-11-17', '2023-11-09').quantity.value?.toNumber()).toBe(-8);
    const open = days('2024-01-31', '2024-02');
    expect(open.quantity.value?.toNumber()).toBe(29);
    expect(bounds(open)).toEqual([1, 29]);
  });

  test('spent count both ends, up to a day, and leave out what is weak', () => {
    const windows = [
      { from: '2025-09-29', to: '2025-11-09', tentative: false },
      { from: '2026-11-10', to: null, tentative: true },
    ];
    const figure = daysSpent({ windows, until: '2026-11-25', withTentative: false });
    expect(figure.quantity.value?.toNumber()).toBe(42);
    expect(figure).toMatchObject({ tentative: false, origin: { warnings: [{ code: 'low-confidence' }] } });
    const all = daysSpent({ windows, until: '2026-11-25', withTentative: true });
    expect(all.quantity.value?.toNumber()).toBe(58);
    expect(all.tentative).toBe(true);
    expect(daysSpent({ windows, until: '2025-01-01', withTentative: true }).quantity.value?.toNumber()).toBe(0);
  });
});

describe('what is weighed', () => {
  test('of disputed claims is their span', () => {
    const span = spanOfClaims([claimed('exactly 576 GB/s'), claimed('exactly 0.64 TB/s')]);
    expect(span.quantity).toMatchObject({ value: null, unit: 'GB/s' });
    expect(bounds(span)).toEqual([576, 640]);
  });

  test('as transfer rate is the sum of both ports, and at least that of one of them', () => {
    const both = transferRate({ interconnect: claimed('exactly 900 GB/s'), hostPort: claimed('exactly 128 GB/s') });
    expect(both.quantity.value?.toNumber()).toBe(1028);
    const one = transferRate({ interconnect: null, hostPort: claimed('exactly 64 GB/s') });
    expect(bounds(one)).toEqual([64, null]);
    expect(transferRate({ interconnect: null, hostPort: null }).quantity.bounds).toBe('unknown');
  });
});

describe('beside a threshold', () => {
  test('a margin is signed, over the threshold, and a distance in its unit', () => {
    const h20 = { actual: claimed('exactly 2368 TPP'), threshold: threshold(2400) };
    expect(margin(h20).quantity.value?.toNumber()).toBeCloseTo(-0.013333, 6);
    expect(distance(h20).quantity.value?.toNumber()).toBe(-32);
  });

  test('headroom runs from the value to the limit', () => {
    const limit = ruleFigure(
      {
        value: new Decimal('1948.8'),
        low: null,
        high: new Decimal('1948.8'),
        lowOpen: false,
        highOpen: true,
        bounds: 'computed',
        unit: 'TPP',
      },
      { text: 'a rule.', tentative: false },
    );
    const going = { actual: claimed('exactly 1912 TPP'), limit };
    expect(headroomDistance(going).quantity.value?.toNumber()).toBe(36.8);
    expect(headroomRatio(going).quantity.value?.toNumber()).toBeCloseTo(0.019247, 6);
  });

  test('a margin holds the true one, wherever in its bounds the value lies', () => {
    const ends = fc.tuple(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 0, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, fc.integer({ min: 1, max: 50_000 }), ([low, width, at], limit) => {
        const found = margin({ actual: claimed(`${low}..${low + width} TPP`), threshold: threshold(limit) });
        const truth = (low + at * width - limit) / limit;
        const [least, most] = bounds(found);
        const slack = Math.abs(truth) * 1e-12 + 1e-12;
        expect((least ?? -Infinity) - slack <= truth && truth <= (most ?? Infinity) + slack).toBe(true);
      }),
    );
  });
});

describe('units within a limit', () => {
  test('are whole, and leave less than one of them', () => {
    const lot = { limit: threshold(26_900_000), use: claimed('exactly 15832 TPP'), inclusive: true };
    expect(unitsWithin(lot).quantity.value?.toNumber()).toBe(1699);
    expect(unusedWithin(lot).quantity).toMatchObject({ value: new Decimal(1432), unit: 'TPP' });
  });

  test('may reach the limit where that is allowed, and stay below it elsewhere', () => {
    const use = claimed('exactly 100 TPP');
    expect(unitsWithin({ limit: threshold(1000), use, inclusive: true }).quantity.value?.toNumber()).toBe(10);
    expect(unitsWithin({ limit: threshold(1000), use, inclusive: false }).quantity.value?.toNumber()).toBe(9);
  });

  test('of a use with bounds have bounds, and so has what they leave', () => {
    const lot = { limit: threshold(1000), use: claimed('90..110 TPP'), inclusive: true };
    expect(bounds(unitsWithin(lot))).toEqual([9, 11]);
    expect(bounds(unusedWithin(lot))).toEqual([0, 110]);
  });
});
