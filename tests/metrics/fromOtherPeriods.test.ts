import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromOtherPeriods } from '../../src/metrics/fromOtherPeriods.ts';
import { type Stretch, stretchesOf, tiling } from '../../src/metrics/tiling.ts';
import { plusDays } from '../../src/quantity/day.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import type { Figure } from '../../src/quantity/figure.ts';
import { parseFiscalYearEnd } from '../../src/quantity/fiscalYear.ts';
import { parsePeriod } from '../../src/quantity/period.ts';
import { allows, inWords, samples } from '../quantity/given.ts';
import { claimed, derivationOf, warningsOf } from './given.ts';

/** What is stated of periods in the calendar of Microsoft. */
function stated(
  label: string,
  amount: string,
  of: Partial<Omit<Figure, 'quantity' | 'origin'>> & Partial<Stretch> = {},
): Stretch {
  const { knownFrom = null, restates = false, ...figure } = of;
  const period = parsePeriod(label, parseFiscalYearEnd('06-30'));
  if ('problem' in period || period.first === null || period.last === null) throw new Error(label);
  const { first, last } = period;
  return { first, last, figure: claimed(amount, { period, ...figure }), knownFrom, restates };
}

/** The figure of a period from those of others; null where they do not give it. */
function figureOf(label: string, stretches: readonly Stretch[], nonNegative = true): Figure | null {
  const period = parsePeriod(label, parseFiscalYearEnd('06-30'));
  if ('problem' in period || period.first === null || period.last === null) throw new Error(label);
  const terms = tiling({ first: period.first, last: period.last }, stretchesOf(stretches));
  return terms && fromOtherPeriods(terms, period, nonNegative);
}

function formulaOf(figure: Figure | null): string | null {
  return figure && derivationOf(figure).formula;
}

describe('the figure of a period that nobody states', () => {
  const fiscal2024 = stated('FY2024', '44477m USD');
  const firstHalf = stated('FY2024-H1', '19652m USD');

  test('is a year less its half, in another calendar', () => {
    const half = figureOf('2024-H1', [fiscal2024, firstHalf]);
    expect(formulaOf(half)).toBe('FY2024 − FY2024-H1');
    expect(half?.quantity.value?.toFixed()).toBe('24825000000');
    expect(half).toMatchObject({ evidence: 'derived', period: { label: '2024-H1' } });
    expect(half && derivationOf(half).inputs.map(({ name }) => name)).toEqual(['FY2024', 'FY2024-H1']);
  });

  test.each([
    ['2023-H1', 'FY2023 + FY2023-Q3 − FY2023-9M', ['FY2023', 'FY2023-9M', 'FY2023-Q3']],
    ['2024', 'FY2024 + FY2025-H1 − FY2024-H1', ['FY2024', 'FY2024-H1', 'FY2025-H1']],
    ['2024-Q2', '2024-H1 − 2024-Q1', ['2024-H1', '2024-Q1', '2024']],
    ['2024-Q4', '2024 − 2024-9M', ['2024-9M', '2024', '2024-Q3']],
    ['2024-H2', '2024-Q3 + 2024-Q4', ['2024-Q3', '2024-Q4']],
    ['2024-9M', '2024-H1 + 2024-Q3', ['2024-Q3', '2024-H1', '2024-Q1', '2024-Q2']],
    ['2023/2025', '2023 + 2024 + 2025', ['2025', '2023', '2024']],
    // Sums go before differences, where both have as many terms.
    ['2024-H1', 'FY2024-Q3 + FY2024-Q4', ['FY2024', 'FY2024-H1', 'FY2024-Q4', 'FY2024-Q3']],
    ['2024-Q3', '2024 − 2024-H1 − 2024-Q4', ['2024', '2024-H1', '2024-Q4']],
  ])('%s is %s', (label, formula, labels) => {
    const stretches = labels.map((one) => stated(one, 'exactly 1 USD'));
    expect(formulaOf(figureOf(label, stretches))).toBe(formula);
  });

  test.each([
    ['2022', ['FY2023', 'FY2022-Q4']],
    ['2024-Q2', ['2024', '2024-Q1']],
    ['2024', []],
  ])('%s is not known from %j', (label, labels) => {
    expect(
      figureOf(
        label,
        labels.map((one) => stated(one, 'exactly 1 USD')),
      ),
    ).toBeNull();
  });

  test('carries the bounds of all of its terms', () => {
    // 76.6342 to 77.3538, less 22.5 to 23.5 and 36.5775 to 36.5785.
    const quarter = figureOf('2024-Q3', [
      stated('2024', '76.994bn CNY (76.6342bn..77.3538bn)'),
      stated('2024-H1', '23bn CNY'),
      stated('2024-Q4', '36.578bn CNY'),
    ]);
    expect(quarter && inWords(quarter.quantity)).toBe('computed 17416000000 16555700000 18276300000 CNY');
  });

  test('is not negative where it cannot be', () => {
    const stretches = [stated('2024', '10bn USD (9bn..11bn)'), stated('2024-9M', '9.5bn USD (9bn..10bn)')];
    expect(inWords(figureOf('2024-Q4', stretches)?.quantity ?? claimed('unknown').quantity)).toBe(
      'computed 500000000 0 2000000000 USD',
    );
    const flows = figureOf('2024-Q4', stretches, false);
    expect(flows?.quantity.low?.toNumber()).toBe(-1e9);
    const absurd = figureOf('2024-Q4', [stated('2024', 'exactly 1bn USD'), stated('2024-9M', 'exactly 2bn USD')]);
    expect(absurd?.quantity.value?.toNumber()).toBe(-1e9);
    expect(absurd && warningsOf(absurd)).toEqual(['not-defined']);
  });

  test('is no better than its weakest term', () => {
    const guided = figureOf('2026-H2', [
      stated('2026', '115bn..145bn USD', { evidence: 'forecast' }),
      stated('2026-H1', 'exactly 50bn USD'),
    ]);
    expect(guided).toMatchObject({ evidence: 'forecast' });
    expect(guided && inWords(guided.quantity)).toBe('computed - 65000000000 95000000000 USD');
  });
});

describe('of several ways to a period', () => {
  test('results go before forecasts, however many terms they need', () => {
    const stretches = [
      stated('2025', '60bn..65bn USD', { evidence: 'forecast' }),
      stated('2025-H1', 'exactly 30bn USD'),
      stated('2025-Q3', 'exactly 19bn USD'),
      stated('2025-10', 'exactly 7bn USD'),
      stated('2025-11', 'exactly 7bn USD'),
      stated('2025-12', 'exactly 7bn USD'),
    ];
    expect(formulaOf(figureOf('2025-H2', stretches))).toBe('2025-Q3 + 2025-10 + 2025-11 + 2025-12');
  });

  test('weak claims come last, and make the figure tentative', () => {
    const weak = [stated('2025', 'exactly 9 USD', { tentative: true }), stated('2025-H1', 'exactly 4 USD')];
    const sound = [stated('2025-Q3', 'exactly 2 USD', { evidence: 'forecast' }), stated('2025-Q4', 'exactly 2 USD')];
    expect(formulaOf(figureOf('2025-H2', [...weak, ...sound]))).toBe('2025-Q3 + 2025-Q4');
    expect(figureOf('2025-H2', weak)?.tentative).toBe(true);
  });

  test('the fewest terms go first, then evidence, then bounds', () => {
    const halves = [stated('2025-H1', 'exactly 4 USD'), stated('2025', 'exactly 9 USD', { evidence: 'estimated' })];
    const quarters = [stated('2025-Q3', 'exactly 2 USD'), stated('2025-Q4', 'exactly 2 USD')];
    const months = [stated('2025-10', 'exactly 1 USD'), stated('2025-11/2025-12', 'exactly 1 USD')];
    expect(formulaOf(figureOf('2025-H2', [...halves, ...months, stated('2025-Q3', 'exactly 2 USD')]))).toBe(
      '2025 − 2025-H1',
    );
    expect(formulaOf(figureOf('2025-H2', [...halves, ...quarters]))).toBe('2025-Q3 + 2025-Q4');
    const rounded = [
      stated('2025-9M', 'exactly 6 USD'),
      stated('2025-Q4', '2.0 USD'),
      stated('2025-H1', 'exactly 4 USD'),
    ];
    expect(formulaOf(figureOf('2025', [...rounded, stated('2025-H2', '5 USD (4.5..5.5)')]))).toBe('2025-9M + 2025-Q4');
  });
});

describe('restatements', () => {
  // Meta, 2023: nine months restated in October 2024, the year in January 2025.
  const nineMonths = stated('2023-9M', 'exactly 19453m USD', { restates: true, knownFrom: '2024-10-31' });

  test('a restated figure beside an older one comes with a warning', () => {
    const quarter = figureOf('2023-Q4', [
      stated('2023', 'exactly 27266m USD', { knownFrom: '2024-02-02' }),
      nineMonths,
    ]);
    expect(quarter?.quantity.value?.toNumber()).toBe(7813e6);
    expect(quarter && derivationOf(quarter).warnings).toMatchObject([
      {
        code: 'mixed-restatements',
        message: '2023-9M was restated and 2023 was not, as far as is known: they may not measure the same',
      },
    ]);
  });

  test('two that are restated do not, nor one that was first known afterwards', () => {
    const restated = stated('2023', 'exactly 27045m USD', { restates: true, knownFrom: '2025-01-30' });
    const quarter = figureOf('2023-Q4', [restated, nineMonths]);
    expect(quarter?.quantity.value?.toNumber()).toBe(7592e6);
    expect(quarter && warningsOf(quarter)).toEqual([]);
    const later = figureOf('2023/2024', [restated, stated('2024', 'exactly 37256m USD', { knownFrom: '2025-01-30' })]);
    expect(later && warningsOf(later)).toEqual([]);
  });
});

describe('in general', () => {
  const start = '2020-01-01';
  // Amounts of 24 days, of which some stretches are stated, with bounds around the truth.
  const days = fc.array(samples('USD', 0, 100), { minLength: 24, maxLength: 24 });
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const world = fc.record({ days, stretches: fc.array(stretch, { maxLength: 30 }), asked: stretch });

  interface Known extends Stretch {
    readonly truth: Decimal;
  }

  function known(
    truths: readonly { readonly truth: Decimal; readonly quantity: Figure['quantity'] }[],
    from: number,
    to: number,
  ): Known {
    const inside = truths.slice(from, to + 1);
    const truth = inside.reduce((sum, day) => sum.plus(day.truth), new Decimal(0));
    const [one] = inside;
    const quantity = one?.quantity ?? claimed('exactly 0 USD').quantity;
    // Bounds as wide, and as open, as those of one of the days, around the true sum.
    const shift = (end: Decimal | null) => (end === null ? null : end.minus(one?.truth ?? 0).plus(truth));
    const bounded = { ...quantity, value: null, low: shift(quantity.low), high: shift(quantity.high) };
    const [first, last] = [plusDays(start, from), plusDays(start, to)];
    const kind = bounded.low === null && bounded.high === null ? ('unknown' as const) : ('computed' as const);
    const period = { label: `${first}/${last}`, first, last };
    const figure = claimed({ ...bounded, bounds: kind }, { period });
    return { first, last, figure, knownFrom: null, restates: false, truth };
  }

  test('the terms leave each day asked for once, and no other', () => {
    fc.assert(
      fc.property(world, ({ days: truths, stretches, asked }) => {
        const { first, last } = known(truths, asked.from, asked.to);
        const terms = tiling({ first, last }, stretchesOf(stretches.map(({ from, to }) => known(truths, from, to))));
        if (terms === null) return;
        for (let day = 0; day < 24; day++) {
          const text = plusDays(start, day);
          const times = terms.reduce(
            (sum, { sign, stretch: at }) => sum + (at.first <= text && text <= at.last ? sign : 0),
            0,
          );
          expect(times).toBe(day >= asked.from && day <= asked.to ? 1 : 0);
        }
      }),
    );
  });

  test('the true amount lies within the result', () => {
    fc.assert(
      fc.property(world, fc.boolean(), ({ days: truths, stretches, asked }, nonNegative) => {
        const { first, last, truth, figure } = known(truths, asked.from, asked.to);
        const terms = tiling({ first, last }, stretchesOf(stretches.map(({ from, to }) => known(truths, from, to))));
        if (terms === null || figure.period === null) return;
        expect(allows(fromOtherPeriods(terms, figure.period, nonNegative).quantity, truth)).toBe(true);
      }),
    );
  });

  test('a way is found wherever one is, and none has fewer terms', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 7 }), stretch, (stretches, asked) => {
        const truths = Array.from({ length: 24 }, () => ({
          truth: new Decimal(1),
          quantity: claimed('exactly 1 USD').quantity,
        }));
        const all = stretches.map(({ from, to }) => known(truths, from, to));
        const terms = tiling(known(truths, asked.from, asked.to), stretchesOf(all));
        expect(terms?.length ?? null).toBe(fewestTerms(all, asked));
      }),
    );
  });

  /** By trying each stretch as added, taken away or left out. */
  function fewestTerms(all: readonly Stretch[], asked: { from: number; to: number }): number | null {
    const boundary = (text: string) => (Date.parse(text) - Date.parse(start)) / 86_400_000;
    let fewest: number | null = null;
    for (let choice = 0; choice < 3 ** all.length; choice++) {
      const ends = new Map<number, number>();
      let count = 0;
      for (const [place, { first, last }] of all.entries()) {
        const sign = (Math.floor(choice / 3 ** place) % 3) - 1;
        if (sign === 0) continue;
        count++;
        ends.set(boundary(first), (ends.get(boundary(first)) ?? 0) + sign);
        ends.set(boundary(last) + 1, (ends.get(boundary(last) + 1) ?? 0) - sign);
      }
      const left = [...ends].filter(([, times]) => times !== 0);
      const fits = left.length === 2 && ends.get(asked.from) === 1 && ends.get(asked.to + 1) === -1;
      if (fits && (fewest === null || count < fewest)) fewest = count;
    }
    return fewest;
  }
});
