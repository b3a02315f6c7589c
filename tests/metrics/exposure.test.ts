import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exposure } from '../../src/metrics/exposure.ts';
import { quotient } from '../../src/quantity/decimal.ts';
import { isUnknown } from '../../src/quantity/quantity.ts';
import { allows, endsOf, samples } from '../quantity/given.ts';
import { claimed, warningsOf } from './given.ts';

const of = (part: string, whole: string) => exposure({ part: claimed(part), whole: claimed(whole), assumptions: [] });

describe('exposure', () => {
  test('is the part over the whole, and never more than all of it', () => {
    expect(endsOf(of('exactly 13bn USD', 'exactly 52bn USD').quantity, 2)).toBe('0.25 0.25');
    expect(endsOf(of('5bn..10bn USD', '8bn..12bn USD').quantity, 4)).toBe('0.4167 1.0000');
    expect(endsOf(of('>1m count', '2m..4m count').quantity, 2)).toBe('>0.25 1.00');
    expect(endsOf(of('1m..2m count', '>=4m count').quantity, 2)).toBe('>0.00 0.50');
  });

  test('is unknown of a part that is more than the whole, or of a whole that may be nothing', () => {
    for (const figure of [of('9bn..10bn USD', '7bn..8bn USD'), of('1bn..2bn USD', '0bn..8bn USD')]) {
      expect(isUnknown(figure.quantity)).toBe(true);
      expect(warningsOf(figure)).toEqual(['not-defined']);
    }
  });

  test('holds the truth where the part is in the whole', () => {
    fc.assert(
      fc.property(samples('USD', 0, 1000), samples('USD', 1, 1000), (part, whole) => {
        fc.pre(part.truth.lte(whole.truth));
        const { quantity } = exposure({
          part: claimed(part.quantity),
          whole: claimed(whole.quantity),
          assumptions: [],
        });
        fc.pre(!isUnknown(quantity));
        expect(allows(quantity, quotient(part.truth, whole.truth, 'nearest'))).toBe(true);
      }),
    );
  });
});
