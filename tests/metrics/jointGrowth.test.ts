import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth } from '../../src/metrics/growth.ts';
import { impliedBase } from '../../src/metrics/impliedBase.ts';
import { jointGrowth, type Member } from '../../src/metrics/jointGrowth.ts';
import { add, exact, unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { Decimal, quotient } from '../../src/quantity/decimal.ts';
import { isUnknown, type Quantity } from '../../src/quantity/quantity.ts';
import { UnitMismatch } from '../../src/quantity/unit.ts';
import { allows, endsOf, isWithin, nested, type Sample, samples } from '../quantity/given.ts';
import { claimed, warningsOf } from './given.ts';

const amounts = samples('USD', 0, 1000);
const rates = samples('ratio', -1, 5);
const closed = (sample: Sample) => sample.quantity.low !== null && sample.quantity.high !== null;

// At the corner of a growth of −100 % there is no base to divide by.
const isAlive = (sample: Sample) => closed(sample) && sample.quantity.low?.gt(-1) === true;

const grown = (current: Sample, rate: Sample): Member => ({
  name: 'firm',
  current: claimed(current.quantity),
  growth: claimed(rate.quantity),
});
const measured = (current: Sample, base: Sample): Member => ({
  name: 'firm',
  current: claimed(current.quantity),
  base: claimed(base.quantity),
});

/** The joint growth of true values: of members with growth, and of one with a base. */
function trueGrowth(members: readonly (readonly [Sample, Sample])[], other: readonly [Sample, Sample]): Decimal | null {
  let [current, base] = [other[0].truth, other[1].truth];
  for (const [amount, rate] of members) {
    current = current.plus(amount.truth);
    base = base.plus(quotient(amount.truth, rate.truth.plus(1), 'nearest'));
  }
  return base.isZero() ? null : quotient(current, base, 'nearest').minus(1);
}

describe('joint growth', () => {
  test('is tight where composing step by step is not', () => {
    const members = [
      { name: 'Alibaba', current: claimed('23bn CNY'), growth: claimed('123 %') },
      { name: 'Tencent', current: claimed('23bn CNY'), growth: claimed('176 %') },
      { name: 'Baidu', current: claimed('4.2bn CNY'), growth: claimed('4 %') },
    ];
    const currents = members.map(({ current }) => current.quantity).reduce(add);
    const bases = members.map((member) => impliedBase(member, null).quantity).reduce(add);
    expect(endsOf(growth({ current: claimed(currents), base: claimed(bases) }).quantity, 3)).toBe('1.119 1.311');
    expect(endsOf(jointGrowth(members).quantity, 3)).toBe('1.200 1.225');
  });

  test('holds the true growth, wherever in the bounds the true values lie', () => {
    const pairs = fc.array(fc.tuple(amounts, rates), { maxLength: 4 });
    fc.assert(
      fc.property(pairs, fc.tuple(amounts, amounts), (members, other) => {
        const { quantity } = jointGrowth([...members.map(([a, b]) => grown(a, b)), measured(...other)]);
        const truth = trueGrowth(members, other);
        fc.pre(!isUnknown(quantity) && truth !== null);
        expect(truth === null || allowsNearly(quantity, truth)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('reaches its bounds at corners of its inputs', () => {
    const pairs = fc.array(fc.tuple(amounts.filter(closed), rates.filter(isAlive)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(pairs, fc.tuple(amounts.filter(closed), amounts.filter(closed)), (members, other) => {
        const { low, high } = jointGrowth([...members.map(([a, b]) => grown(a, b)), measured(...other)]).quantity;
        fc.pre(low !== null && high !== null);
        const corners = cornersOf([...members.flat(), ...other]).flatMap((truths) => {
          const sample = (index: number) => truths[index] ?? new Decimal(0);
          const at = (index: number): Sample => ({ quantity: exact(sample(index), 'USD'), truth: sample(index) });
          const n = members.length * 2;
          return (
            trueGrowth(
              members.map((_, index) => [at(2 * index), at(2 * index + 1)]),
              [at(n), at(n + 1)],
            ) ?? []
          );
        });
        expect(
          Decimal.sub(Decimal.min(...corners), low ?? 0)
            .abs()
            .lt('1e-30'),
        ).toBe(true);
        expect(
          Decimal.sub(Decimal.max(...corners), high ?? 0)
            .abs()
            .lt('1e-30'),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('never widens where an input narrows', () => {
    const pairs = fc.array(fc.tuple(nested(amounts), nested(rates)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(pairs, (members) => {
        const wide = jointGrowth(members.map(([a, b]) => grown(a.wide, b.wide))).quantity;
        const narrow = jointGrowth(members.map(([a, b]) => grown(a.narrow, b.narrow))).quantity;
        expect(isWithin(narrow, wide)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('is that of its one member', () => {
    const alone = jointGrowth([{ name: 'Alibaba', current: claimed('23bn CNY'), growth: claimed('123 %') }]);
    expect(endsOf(alone.quantity, 3)).toBe('1.225 1.235');
  });

  test.each([
    ['23bn USD', '>50 %', '>0.5 ..'],
    ['>23bn USD', '50..60 %', '0.5 0.6'],
    ['>0..1 USD', '>50..<60 %', 'unknown'],
    ['23bn USD', '>-100..0 %', '>-1.0 0.0'],
  ])('of %s that grew by %s: %s', (current, rate, expected) => {
    const { quantity } = jointGrowth([{ name: 'firm', current: claimed(current), growth: claimed(rate) }]);
    expect(isUnknown(quantity) ? 'unknown' : endsOf(quantity, 1)).toBe(expected);
  });

  test('is drawn to the growth of a member that may be of any size', () => {
    const { quantity } = jointGrowth([
      { name: 'small', current: claimed('10 USD'), growth: claimed('exactly 100 %') },
      { name: 'any', current: claimed('>=10 USD'), growth: claimed('exactly 300 %') },
    ]);
    // 20 over 5 + 2.5 at the least, and as close to 4 times as one likes.
    expect(endsOf(quantity, 4)).toBe('1.6667 <3.0000');
  });

  test('takes a base where no growth is known', () => {
    const { quantity } = jointGrowth([
      { name: 'a', current: claimed('20 USD'), growth: claimed('exactly 100 %') },
      { name: 'b', current: claimed('10..20 USD'), base: claimed('10 USD') },
    ]);
    expect(endsOf(quantity, 1)).toBe('0.5 1.0');
  });

  test.each([
    ['lacks both growth and base', { name: 'b', current: claimed('1 USD') }, ['input-unknown']],
    [
      'has an unknown figure',
      { name: 'b', current: claimed(unknownQuantity('USD')), growth: claimed('4 %') },
      ['input-unknown'],
    ],
    [
      'may have a negative figure',
      { name: 'b', current: claimed('-1..1 USD'), growth: claimed('4 %') },
      ['not-defined'],
    ],
    [
      'may have lost everything',
      { name: 'b', current: claimed('1 USD'), growth: claimed('-100..4 %') },
      ['not-defined'],
    ],
  ])('is unknown where a member %s', (_what, member, warnings) => {
    const answer = jointGrowth([{ name: 'a', current: claimed('1 USD'), growth: claimed('4 %') }, member]);
    expect(answer.quantity).toEqual(unknownQuantity('ratio'));
    expect(warningsOf(answer)).toEqual(warnings);
  });

  test('across currencies throws', () => {
    const members = [
      { name: 'a', current: claimed('1 USD'), growth: claimed('4 %') },
      { name: 'b', current: claimed('1 CNY'), growth: claimed('4 %') },
    ];
    expect(() => jointGrowth(members)).toThrow(UnitMismatch);
  });

  test('of a hundred members is at hand at once', () => {
    const member = { name: 'firm', current: claimed('23bn CNY'), growth: claimed('123 %') };
    const started = performance.now();
    expect(endsOf(jointGrowth(Array.from({ length: 100 }, () => member)).quantity, 3)).toBe('1.225 1.235');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** Whether a quantity allows a value that was rounded at 40 digits. */
function allowsNearly(quantity: Quantity, truth: Decimal): boolean {
  const slack = truth.abs().plus(1).times('1e-35');
  return [truth.minus(slack), truth, truth.plus(slack)].some((value) => allows(quantity, value));
}

/** All ways to take for each sample one of its ends. */
function cornersOf(all: readonly Sample[]): readonly (readonly Decimal[])[] {
  return all.reduce<readonly (readonly Decimal[])[]>(
    (corners, { quantity: { low, high } }) =>
      corners.flatMap((corner) => [low, high].flatMap((end) => (end === null ? [] : [[...corner, end]]))),
    [[]],
  );
}
