import { describe, expect, test } from 'vitest';
import { shareOfLinks } from '../../src/metrics/shareOfLinks.ts';

const period = { label: '2026-11-25', first: '2026-11-25', last: '2026-11-25' };
const reported = { evidence: ['reported'], tentative: false } as const;

describe('the share of links', () => {
  test('is how many of all they are, exact where that has an end', () => {
    const { quantity, evidence } = shareOfLinks({
      some: { count: 2, ...reported },
      all: { count: 4, ...reported },
      period,
    });
    expect([quantity.value, quantity.low, quantity.high].map(Number)).toEqual([0.5, 0.5, 0.5]);
    expect(evidence).toBe('derived');
  });

  test('is as weak as the weakest evidence of a link that is counted', () => {
    const figure = shareOfLinks({
      some: { count: 1, ...reported },
      all: { count: 3, evidence: ['reported', 'estimated'], tentative: true },
      period,
    });
    expect(figure).toMatchObject({ evidence: 'estimated', tentative: true });
    expect(Number(figure.quantity.value)).toBeCloseTo(1 / 3);
  });

  test('is nothing where none are counted', () => {
    const { quantity } = shareOfLinks({
      some: { count: 0, evidence: [], tentative: false },
      all: { count: 5, ...reported },
      period,
    });
    expect(Number(quantity.value)).toBe(0);
  });
});
