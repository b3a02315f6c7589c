import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Concentration, concentration, type NamedShare } from '../../src/metrics/concentration.ts';
import { highestSquares } from '../../src/metrics/highestSquares.ts';
import { exact } from '../../src/quantity/arithmetic.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { endsOf } from '../quantity/given.ts';
import { claimed, warningsOf } from './given.ts';

function share(stated: string | Quantity, among: number | null = 1, name = 'firm'): NamedShare {
  return { holder: { id: `Company:${name}`, name }, figure: claimed(stated, { evidence: 'estimated' }), among };
}

function of(...stated: readonly string[]): Concentration {
  return concentration(
    stated.map((one) => share(one)),
    null,
  );
}

describe('concentration', () => {
  test('of contract chip making in 2024-Q4', () => {
    const { named, rest, herfindahlOfNamed, herfindahl } = of('67.1 %', '8.1 %', '5.5 %', '4.7 %', '4.6 %', '2.6 %');
    expect(named.quantity.value?.toFixed()).toBe('92.6');
    expect(endsOf(named.quantity, 1)).toBe('92.3 92.9');
    expect(rest.quantity.value?.toFixed()).toBe('7.4');
    expect(endsOf(rest.quantity, 1)).toBe('7.1 7.7');
    expect(rest.quantity.unit).toBe('percent');
    expect(herfindahlOfNamed.quantity.value?.toFixed(6)).toBe('0.464828');
    expect(herfindahl.quantity.value).toBeNull();
    expect(endsOf(herfindahl.quantity, 6)).toBe('0.463904 0.471033');
    expect(herfindahl).toMatchObject({ evidence: 'estimated', tentative: false });
  });

  test('of shares that are all of it has a value, and a point where they are exact', () => {
    const { rest, herfindahl } = of('exactly 60 %', 'exactly 40 %');
    expect(endsOf(herfindahl.quantity, 2)).toBe('0.52 0.52');
    expect(herfindahl.quantity.value?.toFixed()).toBe('0.52');
    expect(rest.quantity.value?.toFixed()).toBe('0');
  });

  test('of rounded shares that may add up to all of it is highest where they do', () => {
    // 50.5² + 40² + 9.5²; all three at their high ends would be more than the whole.
    const { herfindahl, rest } = of('50 % (49.5..50.5)', '40 % (39.5..40.5)', '10 % (9.5..10.5)');
    expect(endsOf(herfindahl.quantity, 6)).toBe('0.410075 0.424050');
    expect(endsOf(rest.quantity, 1)).toBe('0.0 1.5');
  });

  test('of shares that exceed the whole is unknown, and says so', () => {
    const { named, rest, herfindahlOfNamed, herfindahl } = of('49.1 %', '45.6 %', '9 %');
    expect(named.quantity.value?.toFixed()).toBe('103.7');
    expect(herfindahl.quantity.bounds).toBe('unknown');
    expect(rest.quantity.bounds).toBe('unknown');
    expect(warningsOf(herfindahl)).toContain('shares-exceed-whole');
    expect(herfindahlOfNamed.quantity.value?.toFixed(6)).toBe('0.457117');
  });

  test('a share of unknown size may be all that is left', () => {
    const unknown: Quantity = { ...exact(0, 'percent'), value: null, low: null, high: null, bounds: 'unknown' };
    const { named, rest, herfindahl } = concentration([share('exactly 60 %'), share(unknown)], null);
    expect(endsOf(named.quantity, 0)).toBe('60 ..');
    expect(endsOf(rest.quantity, 0)).toBe('0 40');
    expect(endsOf(herfindahl.quantity, 2)).toBe('0.36 0.52');
    expect(warningsOf(named)).toEqual(['unknown-left-out']);
  });

  test('the share of a group is held by one of its members, or by all alike, or by very many', () => {
    const closed = concentration([share('exactly 60 %', 3)], null);
    expect(endsOf(closed.herfindahl.quantity, 2)).toBe('0.12 0.52');
    const open = concentration([share('exactly 60 %', null)], null);
    expect(endsOf(open.herfindahl.quantity, 2)).toBe('0.00 0.52');
    expect(open.herfindahlOfNamed.quantity.value).toBeNull();
  });

  test('one-sided shares keep their open end', () => {
    const { herfindahl, rest } = of('>50 %', 'up to 10 %');
    expect(endsOf(herfindahl.quantity, 2)).toBe('>0.25 1.00');
    expect(endsOf(rest.quantity, 0)).toBe('0 <50');
  });
});

/** Shares in hundredths, each with the truth within, and a rest that some holders divide among them. */
const markets = fc
  .record({
    truths: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }),
    slack: fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })), {
      minLength: 6,
      maxLength: 6,
    }),
    parts: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 5 }),
  })
  .filter(({ truths }) => sum(truths) <= 100)
  .map(({ truths, slack, parts }) => {
    const rest = 100 - sum(truths);
    const all = sum(parts);
    const holders = all === 0 ? [rest] : parts.map((part) => (rest * part) / all);
    const shares = truths.map((truth, index) => {
      const [below, above] = slack[index] ?? [0, 0];
      return { truth, low: Math.max(0, truth - below), high: Math.min(100, truth + above) };
    });
    return { shares, index: sumOfSquares([...truths, ...holders]), ofNamed: sumOfSquares(truths) };
  });

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, number) => so + number, 0);
}

function sumOfSquares(percents: readonly number[]): number {
  return sum(percents.map((percent) => (percent / 100) ** 2));
}

function between(low: number, high: number): Quantity {
  const [least, greatest] = [new Decimal(low), new Decimal(high)];
  return { ...exact(0, 'percent'), value: null, low: least, high: greatest, bounds: 'stated-range' };
}

describe('bounds of the index', () => {
  test('hold, however the rest is divided', () => {
    fc.assert(
      fc.property(markets, ({ shares, index, ofNamed }) => {
        const { herfindahl, herfindahlOfNamed } = concentration(
          shares.map(({ low, high }) => share(between(low, high))),
          null,
        );
        for (const [{ quantity }, truth] of [
          [herfindahl, index],
          [herfindahlOfNamed, ofNamed],
        ] as const) {
          expect(quantity.low?.minus(1e-12).lte(truth)).toBe(true);
          expect(quantity.high?.plus(1e-12).gte(truth)).toBe(true);
        }
      }),
    );
  });

  test('are reached: the low one by a rest of dust, the high one by whole numbers that add up to all', () => {
    fc.assert(
      fc.property(markets, ({ shares }) => {
        const { herfindahl } = concentration(
          shares.map(({ low, high }) => share(between(low, high))),
          null,
        );
        expect(herfindahl.quantity.low?.toNumber()).toBeCloseTo(sumOfSquares(shares.map(({ low }) => low)), 12);
        expect(herfindahl.quantity.high?.toNumber()).toBeCloseTo(highestByTrial(shares), 9);
      }),
    );
  });

  test('never widen where a share is known better', () => {
    fc.assert(
      fc.property(markets, ({ shares }) => {
        const wide = concentration(
          shares.map(({ low, high }) => share(between(low, high))),
          null,
        );
        const narrow = concentration(
          shares.map(({ low, truth }) => share(between(low, truth))),
          null,
        );
        const { low, high } = wide.herfindahl.quantity;
        expect(low?.lte(narrow.herfindahl.quantity.low ?? 0)).toBe(true);
        expect(high?.plus('1e-12').gte(narrow.herfindahl.quantity.high ?? 0)).toBe(true);
      }),
    );
  });

  test('are found within a second for a hundred shares of all widths', () => {
    const spans = Array.from({ length: 100 }, (_, i) => ({
      low: new Decimal(i % 7).div(2000),
      high: new Decimal((i % 7) + 1 + (i % 13)).div(2000),
      counts: true,
    }));
    const least = spans.reduce((so, { low }) => so.plus(low), new Decimal(0));
    const rest = { low: new Decimal(0), high: new Decimal(1).minus(least), counts: true };
    const start = performance.now();
    const found = highestSquares([...spans, rest], new Decimal(1));
    expect(performance.now() - start).toBeLessThan(1000);
    expect(found.gt(least.times(least).div(101))).toBe(true);
  });
});

/** The highest index at the corners: every share at an end but one, which takes what is left to the whole. */
function highestByTrial(shares: readonly { readonly low: number; readonly high: number }[]): number {
  const spans = [...shares, { low: 0, high: 100 }];
  let best = 0;
  for (const [free, span] of spans.entries()) {
    for (let corner = 0; corner < 2 ** spans.length; corner++) {
      const ends = spans.map(({ low, high }, place) => (place === free ? 0 : corner & (1 << place) ? high : low));
      const left = 100 - sum(ends);
      if (left >= span.low && left <= span.high) best = Math.max(best, sumOfSquares([...ends, left]));
    }
  }
  return best;
}
