import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth } from '../../src/metrics/growth.ts';
import { impliedBase } from '../../src/metrics/impliedBase.ts';
import { exact, unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { isUnknown } from '../../src/quantity/quantity.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { allows, endsOf, isWithin, nested, samples } from '../quantity/given.ts';
import { claimed, derivationOf, period, warningsOf, withEvidence } from './given.ts';

const amounts = samples('USD', 0, 1000);
const rates = samples('ratio', -1, 5);

describe('growth', () => {
  test('carries the rounding of both figures', () => {
    const answer = growth({ current: claimed('23bn CNY'), base: claimed('10.3bn CNY') });
    expect(endsOf(answer.quantity, 4)).toBe('1.1739 1.2927');
    expect(answer).toMatchObject({ evidence: 'derived', tentative: false });
    expect(derivationOf(answer)).toMatchObject({ metric: 'growth', formula: 'current ÷ base − 1', warnings: [] });
    expect(derivationOf(answer).inputs.map(({ name }) => name)).toEqual(['current', 'base']);
  });

  test('of exact figures is exact', () => {
    expect(growth({ current: claimed('223 USD'), base: claimed('100 USD') }).quantity).toEqual(exact('1.23', 'ratio'));
  });

  test('has no bound above over a base that may be as small as one likes', () => {
    expect(endsOf(growth({ current: claimed('6 USD'), base: claimed('>0..2 USD') }).quantity, 0)).toBe('2 ..');
  });

  test('takes period, and the weakest evidence', () => {
    const current = claimed('23bn CNY', { evidence: 'estimated', period: period('2024-H1'), tentative: true });
    const answer = growth({ current, base: withEvidence('10bn CNY', 'forecast') });
    expect(answer).toMatchObject({ evidence: 'forecast', tentative: true, period: { label: '2024-H1' } });
  });

  test.each([
    ['a base that may be zero', claimed('0..1 USD'), ['not-defined']],
    ['a loss as base', claimed('-2..-1 USD'), ['not-defined']],
    ['a base without a low end', claimed('<2 USD'), ['not-defined']],
    ['an unknown base', claimed(unknownQuantity('USD')), ['input-unknown']],
  ])('is unknown over %s', (_what, base, warnings) => {
    const answer = growth({ current: claimed('2 USD'), base });
    expect(answer.quantity).toEqual(unknownQuantity('ratio'));
    expect(warningsOf(answer)).toEqual(warnings);
  });

  test('warns of definitions that differ', () => {
    const current = claimed('2 USD', { definition: 'with-finance-leases' });
    const answer = growth({ current, base: claimed('1 USD', { definition: 'cash-purchases' }) });
    expect(warningsOf(answer)).toEqual(['mixed-definitions']);
    expect(answer.definition).toBeNull();
  });

  test('across currencies throws', () => {
    expect(() => growth({ current: claimed('2 USD'), base: claimed('1 CNY') })).toThrow(UnitMismatch);
  });

  test('holds the true growth, wherever in the bounds the true values lie', () => {
    fc.assert(
      fc.property(amounts, amounts, (current, base) => {
        const { quantity } = growth({ current: claimed(current.quantity), base: claimed(base.quantity) });
        fc.pre(!isUnknown(quantity));
        expect(allows(quantity, current.truth.div(base.truth).minus(1))).toBe(true);
      }),
    );
  });

  test('never widens where an input narrows', () => {
    fc.assert(
      fc.property(nested(amounts), nested(amounts), (a, b) => {
        const wide = growth({ current: claimed(a.wide.quantity), base: claimed(b.wide.quantity) });
        const narrow = growth({ current: claimed(a.narrow.quantity), base: claimed(b.narrow.quantity) });
        expect(isWithin(narrow.quantity, wide.quantity)).toBe(true);
      }),
    );
  });
});

describe('the implied base', () => {
  test('is of the period given, and takes growth in percent too', () => {
    const before = period('2023-H1');
    const current = claimed('23bn CNY', { definition: 'unstated', period: period('2024-H1') });
    const answer = impliedBase({ current, growth: claimed('123 %') }, before);
    expect(answer).toMatchObject({ period: before, definition: 'unstated', evidence: 'derived' });
    expect(derivationOf(answer).formula).toBe('current ÷ (1 + growth)');
    expect(derivationOf(answer).assumptions).toHaveLength(1);
  });

  test.each([
    ['a loss of everything', claimed('exactly -100 %'), ['not-defined']],
    ['unknown growth', claimed(unknownQuantity('ratio')), ['input-unknown']],
  ])('is unknown after %s', (_what, rate, warnings) => {
    const answer = impliedBase({ current: claimed('2 USD'), growth: rate }, null);
    expect(answer.quantity).toEqual(unknownQuantity('USD'));
    expect(warningsOf(answer)).toEqual(warnings);
  });

  test('holds the true base, and leads back to the growth', () => {
    fc.assert(
      fc.property(amounts, rates, (current, rate) => {
        const base = impliedBase({ current: claimed(current.quantity), growth: claimed(rate.quantity) }, null);
        fc.pre(!isUnknown(base.quantity));
        expect(allows(base.quantity, current.truth.div(rate.truth.plus(1)))).toBe(true);
        const again = growth({ current: claimed(current.quantity), base });
        fc.pre(!isUnknown(again.quantity));
        expect(allows(again.quantity, rate.truth)).toBe(true);
      }),
    );
  });
});
