import { describe, expect, test } from 'vitest';
import { contradictingLots } from '../../src/metrics/contradictingLots.ts';
import { contradictingTotals } from '../../src/metrics/contradictingTotals.ts';
import type { Stretch } from '../../src/metrics/tiling.ts';
import type { Lot } from '../../src/metrics/unitsOfTrade.ts';
import { endsOf } from '../quantity/given.ts';
import { claimed, period } from './given.ts';

function stretch(label: string, stated: string): Stretch {
  const days = period(label);
  const figure = claimed(stated, { period: days });
  return { first: days.first ?? '', last: days.last ?? '', figure, knownFrom: null, restates: false };
}

function found(...stretches: readonly (readonly [string, string])[]) {
  const all = contradictingTotals(
    stretches.map(([label, stated]) => stretch(label, stated)),
    true,
  );
  return all.map(({ stated, sum }) => `${stated.period?.label} ${endsOf(sum.quantity, 0)}`);
}

describe('totals over time', () => {
  test('that their parts do not add up to', () => {
    expect(found(['2024', 'exactly 10 USD'], ['2024-H1', 'exactly 4 USD'], ['2024-H2', 'exactly 5 USD'])).toEqual([
      '2024 9 9',
    ]);
  });

  test('not of parts that leave a gap, overlap, or agree within their bounds', () => {
    expect(found(['2024', 'exactly 10 USD'], ['2024-Q1', 'exactly 4 USD'], ['2024-H2', 'exactly 9 USD'])).toEqual([]);
    expect(found(['2024', '9..11 USD'], ['2024-H1', '4..5 USD'], ['2024-H2', 'exactly 5 USD'])).toEqual([]);
    expect(found(['2024', 'exactly 10 USD'], ['2024-9M', 'exactly 9 USD'], ['2024-H2', 'exactly 9 USD'])).toEqual([]);
  });

  test('each by itself: the half by its quarters, the year by its halves', () => {
    const quarters = [
      ['2024-Q1', 'exactly 1 USD'],
      ['2024-Q2', 'exactly 2 USD'],
    ] as const;
    const halves = [
      ['2024-H1', 'exactly 4 USD'],
      ['2024-H2', 'exactly 6 USD'],
    ] as const;
    expect(found(['2024', 'exactly 10 USD'], ...halves, ...quarters)).toEqual(['2024-H1 3 3']);
  });
});

describe('shipments', () => {
  const lot = (
    stated: string,
    label: string,
    buyers: readonly number[],
    evidence: 'reported' | 'forecast' = 'reported',
  ): Lot => ({
    entity: { id: label, name: `${buyers.join()} ${label}` },
    sellers: [],
    goods: [{ key: 9, within: new Set([9]), open: false }],
    buyers: buyers.map((key) => ({ key, within: new Set([key, 1]), open: false })),
    period: period(label),
    evidence,
    units: claimed(stated, { period: period(label), evidence }),
  });
  const wholes = (lots: readonly Lot[]) =>
    contradictingLots(lots).map(({ whole, sum }) => [whole.entity.name, endsOf(sum.quantity, 0)]);

  test('that hold less than those within them', () => {
    const lots = [
      lot('exactly 10 count', '2024', []),
      lot('exactly 4 count', '2024-Q1', [2]),
      lot('exactly 4 count', '2024-Q2', [2]),
      lot('exactly 3 count', '2024', [3]),
    ];
    expect(wholes(lots)).toEqual([[' 2024', '11 ..']]);
    expect(wholes(lots.slice(0, 3))).toEqual([]);
  });

  test('not beside forecasts, nor two that cover the same', () => {
    expect(wholes([lot('exactly 1 count', '2024', []), lot('exactly 4 count', '2024', [2], 'forecast')])).toEqual([]);
    expect(wholes([lot('exactly 1 count', '2024', [2]), lot('exactly 4 count', '2024', [2])])).toEqual([]);
  });
});
