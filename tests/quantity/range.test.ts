import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unknownQuantity } from '../../src/quantity/arithmetic.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { isUnknown } from '../../src/quantity/quantity.ts';
import { isCertainlyIn, isPossiblyIn, type Limits, rangeOf } from '../../src/quantity/range.ts';
import { quantity, samples } from './given.ts';

const of = (stated: string, limits: Readonly<Record<string, number>>) => {
  const range = rangeOf(Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, new Decimal(limit)])));
  return range === null
    ? 'never'
    : [isCertainlyIn(quantity(stated), range), isPossiblyIn(quantity(stated), range)]
        .map((answer) => (answer ? 'yes' : 'no'))
        .join(' ');
};

describe('whether a quantity lies in a range, certainly and possibly', () => {
  test.each([
    ['23bn CNY', { atLeast: 23e9 }, 'no yes'],
    ['23bn CNY', { atLeast: 22.5e9 }, 'yes yes'],
    ['23bn CNY', { moreThan: 22.5e9 }, 'no yes'],
    ['23bn CNY', { moreThan: 23.5e9 }, 'no no'],
    ['23bn CNY', { atLeast: 22e9, lessThan: 24e9 }, 'yes yes'],
    ['>12bn USD', { moreThan: 12e9 }, 'yes yes'],
    ['>12bn USD', { atLeast: 13e9 }, 'no yes'],
    ['>12bn USD', { atMost: 12e9 }, 'no no'],
    ['<12bn USD', { lessThan: 12e9 }, 'yes yes'],
    ['exactly 0 USD', { equals: 0 }, 'yes yes'],
    ['0..1 USD', { equals: 0 }, 'no yes'],
    ['5 USD', {}, 'yes yes'],
    ['5 USD', { atLeast: 6, atMost: 5 }, 'never'],
    ['5 USD', { moreThan: 5, atMost: 5 }, 'never'],
  ])('%s in %j: %s', (stated, limits, answer) => {
    expect(of(stated, limits)).toBe(answer);
  });

  test('of what is unknown neither is said', () => {
    const all = rangeOf({});
    expect(all && isCertainlyIn(unknownQuantity('USD'), all)).toBe(false);
    expect(all && isPossiblyIn(unknownQuantity('USD'), all)).toBe(false);
  });

  test('the true value lies in the range where it certainly does, and out of it where it does not possibly', () => {
    const limit = fc.integer({ min: -1000, max: 1000 }).map((number) => new Decimal(number));
    const limits: fc.Arbitrary<Limits> = fc.record(
      { atLeast: limit, moreThan: limit, atMost: limit, lessThan: limit, equals: limit },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(samples('USD'), limits, ({ quantity: stated, truth }, wanted) => {
        const range = rangeOf(wanted);
        const holds = Object.entries(wanted).every(([name, at]) => meets(name, truth, at));
        if (range === null) expect(holds).toBe(false);
        fc.pre(range !== null && !isUnknown(stated));
        if (isCertainlyIn(stated, range)) expect(holds).toBe(true);
        if (holds) expect(isPossiblyIn(stated, range)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

function meets(name: string, truth: Decimal, at: Decimal): boolean {
  if (name === 'equals') return truth.eq(at);
  if (name === 'atLeast') return truth.gte(at);
  if (name === 'moreThan') return truth.gt(at);
  return name === 'atMost' ? truth.lte(at) : truth.lt(at);
}
