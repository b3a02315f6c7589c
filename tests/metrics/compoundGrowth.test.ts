import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compoundGrowth } from '../../src/metrics/compoundGrowth.ts';
import { growth } from '../../src/metrics/growth.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { nested, samples } from '../quantity/given.ts';
import { claimed, derivationOf, period, warningsOf } from './given.ts';

const over = (steps: number, of = 1) => ({ times: steps, over: of });

describe('compound growth', () => {
  test.each([
    // Microsoft, FY2023 to FY2026; three firms, 2023-H1 to 2025-H2.
    ['28107m USD', '115948m USD', over(3), 0.603798, '(last ÷ first) ^ (1 ÷ 3) − 1'],
    ['exactly 41684m USD', 'exactly 141286m USD', over(5), 0.276515, '(last ÷ first) ^ (1 ÷ 5) − 1'],
    ['exactly 41684m USD', 'exactly 141286m USD', over(5, 2), 0.629491, '(last ÷ first) ^ (2 ÷ 5) − 1'],
    ['exactly 4 count', 'exactly 1 count', over(2), -0.5, '(last ÷ first) ^ (1 ÷ 2) − 1'],
    ['exactly 2 count', 'exactly 3 count', over(12, 12), 0.5, '(last ÷ first) ^ (1 ÷ 1) − 1'],
  ])('from %s to %s', (first, last, steps, value, formula) => {
    const figure = compoundGrowth({ first: claimed(first), last: claimed(last) }, steps, null);
    expect(figure.quantity.value?.toNumber()).toBeCloseTo(value, 6);
    expect(figure.quantity.unit).toBe('ratio');
    expect(derivationOf(figure).formula).toBe(formula);
  });

  test('carries the bounds of both ends', () => {
    // (1.5 ÷ 1.1) and (2.5 ÷ 0.9), their square roots less one.
    const figure = compoundGrowth(
      { first: claimed('1.0 count (0.9..1.1)'), last: claimed('2 count (1.5..2.5)') },
      over(2),
      period('2024/2026'),
    );
    expect(figure.quantity.low?.toNumber()).toBeCloseTo(Math.sqrt(1.5 / 1.1) - 1, 12);
    expect(figure.quantity.high?.toNumber()).toBeCloseTo(Math.sqrt(2.5 / 0.9) - 1, 12);
    expect(figure).toMatchObject({ evidence: 'derived', period: { label: '2024/2026' } });
  });

  test.each([
    ['exactly 0 USD', '5bn USD', ['not-defined']],
    ['-1bn USD', '5bn USD', ['not-defined']],
    ['<1bn USD', '5bn USD', ['not-defined']],
    ['1bn USD', '-5bn USD', ['not-defined']],
  ])('from %s to %s is unknown, and says why', (first, last, warnings) => {
    const figure = compoundGrowth({ first: claimed(first), last: claimed(last) }, over(3), null);
    expect(figure.quantity.bounds).toBe('unknown');
    expect(warningsOf(figure)).toEqual(warnings);
  });

  test('keeps the one bound there is', () => {
    const figure = compoundGrowth({ first: claimed('exactly 1 count'), last: claimed('>8 count') }, over(3), null);
    expect(figure.quantity).toMatchObject({ value: null, high: null, lowOpen: true });
    expect(figure.quantity.low?.toNumber()).toBeCloseTo(1, 12);
  });

  test('warns of two definitions', () => {
    const [first, last] = [claimed('1 USD', { definition: 'a' }), claimed('2 USD', { definition: 'b' })];
    expect(warningsOf(compoundGrowth({ first, last }, over(2), null))).toEqual(['mixed-definitions']);
  });
});

describe('in general', () => {
  const amounts = samples('USD', 1, 1000);
  const steps = fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, 2, 4, 12))
    .map(([times, of]) => over(times, of));

  test('the true growth lies within', () => {
    fc.assert(
      fc.property(amounts, amounts, steps, (a, b, n) => {
        const figure = compoundGrowth({ first: claimed(a.quantity), last: claimed(b.quantity) }, n, null);
        const { low, high } = figure.quantity;
        // The power of a bound, compared with the true factor: (1 + low) ^ (times ÷ over) ≤ last ÷ first.
        const factor = b.truth.div(a.truth);
        const power = (bound: Decimal) => bound.plus(1).pow(new Decimal(n.times).div(n.over).toSignificantDigits(60));
        if (low !== null) expect(power(low).lte(factor.times('1.0000000000000000000000000001'))).toBe(true);
        if (high !== null) expect(power(high).gte(factor.times('0.9999999999999999999999999999'))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('over one step it is plain growth', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [first, last] = [claimed(a.quantity), claimed(b.quantity)];
        const [one, plain] = [compoundGrowth({ first, last }, over(1), null), growth({ current: last, base: first })];
        // An end that may be negative has no root, though it has a growth.
        if (one.quantity.bounds === 'unknown') return;
        for (const end of ['low', 'high', 'value'] as const) {
          const [x, y] = [one.quantity[end], plain.quantity[end]];
          expect(x === null).toBe(y === null);
          if (x !== null && y !== null) expect(x.minus(y).abs().lte('1e-36')).toBe(true);
        }
      }),
    );
  });

  test('points give points, to one unit in the last place, and narrower ends never widen it', () => {
    fc.assert(
      fc.property(nested(amounts), nested(amounts), steps, (a, b, n) => {
        const points = compoundGrowth(
          { first: claimed(`exactly ${a.wide.truth} USD`), last: claimed(`exactly ${b.wide.truth} USD`) },
          n,
          null,
        ).quantity;
        const width = points.high?.minus(points.low ?? 0) ?? new Decimal(1);
        expect(width.lte(new Decimal('1e-36').times(points.high?.plus(1) ?? 1))).toBe(true);
        const at = (end: 'wide' | 'narrow') =>
          compoundGrowth({ first: claimed(a[end].quantity), last: claimed(b[end].quantity) }, n, null).quantity;
        const [wide, narrow] = [at('wide'), at('narrow')];
        if (wide.bounds === 'unknown') return;
        if (wide.low !== null) expect(narrow.low?.gte(wide.low)).toBe(true);
        if (wide.high !== null) expect(narrow.high?.lte(wide.high)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
