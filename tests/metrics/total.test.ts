import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Part, total, type Whole } from '../../src/metrics/total.ts';
import { exact, unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { Decimal, quotient } from '../../src/quantity/decimal.ts';
import type { Figure } from '../../src/quantity/figure.ts';
import { isUnknown } from '../../src/quantity/quantity.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { allows, endsOf, inWords, isWithin, nested, quantity, samples } from '../quantity/given.ts';
import { claimed, derivationOf, period, warningsOf } from './given.ts';

const part = (name: string, figure: Figure | null): Part => ({ entity: { id: `Company:${name}`, name }, figure });
const unknown = claimed(unknownQuantity('USD'));

function whole(parts: readonly Part[], of: Partial<Whole> = {}): Whole {
  return { unit: 'USD', nonNegative: true, stated: null, open: false, period: null, parts, ...of };
}

describe('a total', () => {
  test('adds exact parts exactly', () => {
    const { sum, agreement, difference } = total(whole([part('a', claimed('4 USD')), part('b', claimed('6 USD'))]));
    expect(inWords(sum.quantity)).toBe('exact 10 10 10 USD');
    expect(sum.evidence).toBe('derived');
    expect(derivationOf(sum)).toMatchObject({ metric: 'total', formula: 'Σ parts', warnings: [] });
    expect(derivationOf(sum).inputs.map(({ name }) => name)).toEqual(['a', 'b']);
    expect([agreement, difference]).toEqual(['unknown', null]);
  });

  test('of one part is that part, and derived', () => {
    const { sum } = total(
      whole([part('a', claimed('about 120bn USD', { evidence: 'estimated', definition: 'total' }))]),
    );
    expect(inWords(sum.quantity)).toBe(inWords(quantity('about 120bn USD')));
    expect(sum).toMatchObject({ evidence: 'estimated', definition: 'total' });
  });

  test('of nothing is unknown', () => {
    const { sum } = total(whole([]));
    expect(sum.quantity).toEqual(unknownQuantity('USD'));
    expect(warningsOf(sum)).toEqual(['not-defined']);
  });

  test('of nothing known is unknown, and names what is missing', () => {
    const { sum, missing } = total(whole([part('a', null), part('b', unknown)]));
    expect(sum.quantity).toEqual(unknownQuantity('USD'));
    expect(warningsOf(sum)).toEqual(['unknown-left-out']);
    expect(missing.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('keeps its low end where an unknown part can only add', () => {
    const { sum, counted } = total(whole([part('a', claimed('4..5 USD')), part('b', unknown)]));
    expect(inWords(sum.quantity)).toBe('computed - 4 - USD');
    expect(counted.map(({ name }) => name)).toEqual(['a']);
    expect(derivationOf(sum).warnings).toEqual([
      {
        code: 'unknown-left-out',
        message: 'b: not known, and left out; the sum is a lower bound',
        entities: [{ id: 'Company:b', name: 'b' }],
      },
    ]);
  });

  test('is unknown where an unknown part may take away', () => {
    const { sum } = total(whole([part('a', claimed('4..5 USD')), part('b', null)], { nonNegative: false }));
    expect(sum.quantity).toEqual(unknownQuantity('USD'));
    expect(derivationOf(sum).warnings[0]?.message).toContain('the sum is unknown');
  });

  test('of an open group is a lower bound', () => {
    const { sum } = total(whole([part('a', claimed('4 USD'))], { open: true }));
    expect(inWords(sum.quantity)).toBe('computed - 4 - USD');
    expect(derivationOf(sum).warnings).toMatchObject([{ code: 'unknown-left-out', entities: [] }]);
  });

  test('stands beside what is stated', () => {
    const parts = [part('a', claimed('4 USD')), part('b', claimed('5 USD'))];
    const answer = total(whole(parts, { stated: claimed('8..9 USD'), period: period('2024') }));
    expect(answer.agreement).toBe('agree');
    expect(endsOf(answer.difference?.quantity ?? unknownQuantity('USD'), 0)).toBe('-1 0');
    expect(derivationOf(answer.sum).metric).toBe('total');
    expect(total(whole(parts, { stated: claimed('8 USD') })).agreement).toBe('disagree');
    expect(total(whole(parts, { stated: unknown }))).toMatchObject({ agreement: 'unknown', difference: null });
  });

  test('warns of what its caller left out, of definitions and of percentiles', () => {
    const parts = [
      part('a', claimed('4 USD (3..6, 5-95 %)', { definition: 'cash-purchases' })),
      part('b', claimed('5 USD (4..7, 5-95 %)', { definition: 'with-finance-leases' })),
    ];
    const warnings = [{ code: 'overlap-left-out' as const, message: 'c is in b', entities: [] }];
    const { sum } = total(whole(parts, { warnings }));
    expect(warningsOf(sum)).toEqual(['overlap-left-out', 'mixed-definitions', 'percentiles-added']);
    expect(inWords(sum.quantity)).toBe('computed 9 7 13 USD');
    expect(sum.definition).toBeNull();
  });

  test('takes over that a part is tentative', () => {
    const parts = [part('a', claimed('4 USD')), part('b', claimed('5 USD', { tentative: true }))];
    expect(total(whole(parts)).sum.tentative).toBe(true);
  });

  test.each([
    ['parts', whole([part('a', claimed('4 USD')), part('b', claimed('5 CNY'))])],
    ['the one part', whole([part('a', claimed('4 CNY'))])],
    ['what is stated', whole([part('a', claimed('4 USD'))], { stated: claimed('4 CNY') })],
  ])('throws where the unit of %s does not fit', (_what, mixed) => {
    expect(() => total(mixed)).toThrow(UnitMismatch);
  });
});

describe('shares', () => {
  const shareOf = (answer: ReturnType<typeof total>, index: number) =>
    answer.shares[index]?.share.quantity ?? unknownQuantity('ratio');

  test('are in the stated whole where there is one', () => {
    const answer = total(whole([part('a', claimed('4 USD'))], { stated: claimed('8..16 USD') }));
    expect(endsOf(shareOf(answer, 0), 2)).toBe('0.25 0.50');
    expect(derivationOf(answer.shares[0]?.share ?? unknown).formula).toBe('part ÷ whole');
  });

  test('are tight in a sum that they are part of', () => {
    const answer = total(whole([part('a', claimed('1..2 USD')), part('b', claimed('1..2 USD'))]));
    expect(endsOf(shareOf(answer, 0), 4)).toBe('0.3333 0.6667');
    expect(derivationOf(answer.shares[0]?.share ?? unknown).formula).toBe('part ÷ sum');
  });

  test('have no low end but zero where a part is unknown', () => {
    const answer = total(whole([part('a', claimed('1..2 USD')), part('b', claimed('1 USD')), part('c', null)]));
    expect(endsOf(shareOf(answer, 0), 4)).toBe('>0.0000 0.6667');
    expect(answer.shares).toHaveLength(2);
  });

  test('of the only known part of an open group go up to all of it', () => {
    const answer = total(whole([part('a', claimed('1..2 USD'))], { open: true }));
    expect(endsOf(shareOf(answer, 0), 0)).toBe('>0 1');
  });

  test('of the only part is all of it, whatever that part is', () => {
    expect(endsOf(shareOf(total(whole([part('a', claimed('>0 USD'))])), 0), 0)).toBe('1 1');
  });

  test.each([
    ['the sum may be zero', [part('a', claimed('0..1 USD')), part('b', claimed('0..1 USD'))], true],
    ['the sum is unknown', [part('a', claimed('1 USD')), part('b', null)], false],
  ])('are unknown where %s', (_what, parts, nonNegative) => {
    expect(isUnknown(shareOf(total(whole(parts, { nonNegative })), 0))).toBe(true);
  });

  const amounts = samples('USD', 0, 1000);

  test('hold the true share, wherever in the bounds the true values lie', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 5 }), (all) => {
        const answer = total(whole(all.map((sample, index) => part(`${index}`, claimed(sample.quantity)))));
        fc.pre(answer.shares.length === all.length);
        const sum = all.reduce((so, { truth }) => so.plus(truth), new Decimal(0));
        expect(isUnknown(answer.sum.quantity) || allows(answer.sum.quantity, sum)).toBe(true);
        for (const [index, { truth }] of all.entries()) {
          const share = shareOf(answer, index);
          if (isUnknown(share)) continue;
          const nearly = ['down', 'nearest', 'up'] as const;
          expect(nearly.some((rounding) => allows(share, quotient(truth, sum, rounding)))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('never widen where a part narrows', () => {
    fc.assert(
      fc.property(fc.array(nested(amounts), { minLength: 1, maxLength: 4 }), (all) => {
        const named = (which: 'wide' | 'narrow') =>
          total(whole(all.map((each, index) => part(`${index}`, claimed(each[which].quantity)))));
        const [wide, narrow] = [named('wide'), named('narrow')];
        fc.pre(wide.shares.length === narrow.shares.length);
        expect(isWithin(narrow.sum.quantity, wide.sum.quantity)).toBe(true);
        for (const index of all.keys()) expect(isWithin(shareOf(narrow, index), shareOf(wide, index))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('of many parts are at hand at once', () => {
    const parts = Array.from({ length: 2000 }, (_, index) => part(`${index}`, claimed(exact(index + 1, 'USD'))));
    const started = performance.now();
    expect(total(whole(parts)).shares).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
