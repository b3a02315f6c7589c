import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarSteps } from '../../src/metrics/calendarSteps.ts';
import { countOnce } from '../../src/metrics/countOnce.ts';
import { type Extent, holds, isKnown, overlaps, type Row } from '../../src/metrics/extent.ts';
import { mean } from '../../src/metrics/mean.ts';
import { median } from '../../src/metrics/median.ts';
import type { Party } from '../../src/metrics/parties.ts';
import { rivalsIn } from '../../src/metrics/rivals.ts';
import { type Measure, sumOfRows, takeTogether } from '../../src/metrics/rowsTogether.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { allows, quantity, samples } from '../quantity/given.ts';
import { claimed, period } from './given.ts';

/** A parent and its two subsidiaries, two others, and a set that nobody knows all of. */
const parties: readonly Party[] = [
  ...([[1], [2, 1], [3, 1], [4], [5]] as const).map(([key, ...around]) => ({
    key,
    within: new Set([key, ...around]),
    open: false,
  })),
  { key: 6, within: new Set([6]), open: true },
];
const periods = ['2024', '2024-H1', '2024-Q1', '2024-Q2', '2024-05', '2023/2024', '2024-08/..'].map((label) =>
  period(label),
);

const role = fc.uniqueArray(fc.constantFrom(...parties), { maxLength: 2, selector: ({ key }) => key });
const extents = fc.record<Extent>({
  roles: fc.tuple(role, role),
  period: fc.option(fc.constantFrom(...periods)),
  isWhole: fc.boolean(),
  rank: fc.constantFrom(0, 0, 1),
});
const figures = fc.option(
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('reported', 'estimated', 'forecast'), fc.boolean())
    .map(([low, evidence, tentative]) => claimed(`${low}..${low + 1} USD`, { evidence, tentative })),
);
const manyRows = fc
  .array(fc.record({ extent: fc.option(extents, { freq: 9 }), figure: figures }), { maxLength: 14 })
  .map((all) => all.map((row, place): Row => ({ ...row, entity: { id: `Row:${place}`, name: `row ${place}` } })));

describe('rows counted once', () => {
  test('are found to be rivals as by a look at each pair', () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const rivals = rivalsIn(rows);
        for (const row of rows)
          expect(rivals.get(row)).toEqual(rows.filter((other) => other !== row && overlaps(row, other)));
      }),
    );
  });

  test('hold nothing of one another, and each of the others is known for a reason', () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const { counted, unknown, leftOut } = countOnce(rows);
        for (const [place, row] of counted.entries())
          for (const other of counted.slice(place + 1)) expect(overlaps(row, other)).toBe(false);
        for (const { row, by } of leftOut) for (const one of by) expect(overlaps(row, one)).toBe(true);
        expect(counted.every(isKnown)).toBe(true);
        expect(unknown.some(isKnown)).toBe(false);
        expect([...counted, ...unknown, ...leftOut.map(({ row }) => row)]).toHaveLength(rows.length);
      }),
    );
  });

  test('are those that a plain search gives', () => {
    fc.assert(
      fc.property(manyRows, (rows) => {
        const { counted, leftOut } = countOnce(rows);
        const composed = leftOut.filter(({ isWhole }) => isWhole).map(({ row }) => row);
        expect(counted).toEqual(plainly(rows.filter((row) => isKnown(row) && !composed.includes(row))));
      }),
    );
  });
});

/** Of those left, the first by side, rank and size that none of those left holds; then without what it overlaps. */
function plainly(rows: readonly Row[]): readonly Row[] {
  const order = [...rows].sort((a, b) => keyOf(a).localeCompare(keyOf(b)) || rows.indexOf(a) - rows.indexOf(b));
  const counted: Row[] = [];
  for (let left = order; left.length > 0; ) {
    const isHeld = (row: Row) => left.some((other) => holds(other, row) && !holds(row, other));
    const next = left.find((row) => !isHeld(row)) ?? left[0];
    if (next === undefined) break;
    counted.push(next);
    left = left.filter((row) => row !== next && !overlaps(row, next));
  }
  return rows.filter((row) => counted.includes(row));
}

function keyOf({ figure, extent }: Row): string {
  const grade = ['reported', 'estimated', 'forecast'].indexOf(figure?.evidence ?? '');
  const low = 9 - (figure?.quantity.low?.toNumber() ?? 0);
  const { first = null, last = null } = extent?.period ?? {};
  const days = first === null || last === null ? null : (Date.parse(last) - Date.parse(first)) / 86_400_000;
  const length = extent?.period == null ? 9_999 : days === null ? 0 : 5_000 - days;
  return [grade === 2 ? 1 : 0, extent?.rank ?? 0, low, String(length).padStart(5, '0'), grade].join(' ');
}

const measure: Measure = { unit: 'USD', nonNegative: true, adds: true, includeTentative: false };
const unlike = fc.array(samples('USD', 0, 100), { minLength: 1, maxLength: 6 }).map((all) =>
  all.map((sample, place) => ({
    truth: sample.truth,
    row: { entity: { id: `Row:${place}`, name: 'row' }, figure: claimed(sample.quantity), extent: null },
  })),
);

describe('what is said of rows together', () => {
  test('allows the truth', () => {
    fc.assert(
      fc.property(unlike, (all) => {
        const taken = takeTogether(
          all.map(({ row }) => row),
          measure,
        );
        const truths = all.map(({ truth }) => truth);
        const known = all.filter(({ row }) => isKnown(row)).map(({ truth }) => truth);
        const sum = truths.reduce((so, one) => so.plus(one), new Decimal(0));
        if (known.length > 0) expect(allows(sumOfRows(taken).quantity, sum)).toBe(true);
        const [middle, average] = [median(taken), mean(taken)];
        expect([middle === null, average === null]).toEqual([known.length === 0, known.length === 0]);
        if (known.length === 0) return;
        const sorted = [...known].sort((a, b) => a.cmp(b));
        const half = (sorted.length - 1) / 2;
        const [low = sum, high = sum] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
        if (middle) expect(allows(middle.quantity, low.plus(high).div(2))).toBe(true);
        const knownSum = known.reduce((so, one) => so.plus(one), new Decimal(0));
        const slack = new Decimal('1e-30');
        const at = knownSum.div(known.length);
        if (average) {
          const { low: least, high: most } = average.quantity;
          expect(least === null || least.minus(slack).lte(at)).toBe(true);
          expect(most === null || most.plus(slack).gte(at)).toBe(true);
        }
      }),
    );
  });

  test('of points is the plain sum, mean and median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 }), (numbers) => {
        const rows = numbers.map((number, place) => ({
          entity: { id: `Row:${place}`, name: 'row' },
          figure: claimed(`exactly ${number} USD`),
          extent: null,
        }));
        const taken = takeTogether(rows, measure);
        const sum = numbers.reduce((so, one) => so + one, 0);
        const sorted = [...numbers].sort((a, b) => a - b);
        const half = (sorted.length - 1) / 2;
        expect(sumOfRows(taken).quantity.value?.toNumber()).toBe(sum);
        expect(mean(taken)?.quantity.value?.toNumber()).toBeCloseTo(sum / numbers.length, 9);
        expect(median(taken)?.quantity.value?.toNumber()).toBe(
          ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2,
        );
      }),
    );
  });
});

describe('calendar steps', () => {
  test('give each quarter of amounts that add up, whichever spans are stated', () => {
    const spans = [
      ['2024-Q1', 0, 1],
      ['2024-H1', 0, 2],
      ['2024-9M', 0, 3],
      ['2024', 0, 4],
      ['2024-Q4', 3, 4],
      ['2024-H2', 2, 4],
    ] as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }),
        fc.subarray([...spans], { minLength: 1 }),
        (quarters, stated) => {
          const sumOf = (from: number, to: number) => quarters.slice(from, to).reduce((so, one) => so + one, 0);
          const rows = stated.map(
            ([label, from, to]): Row => ({
              entity: { id: label, name: label },
              figure: claimed(quantity(`exactly ${sumOf(from, to)} USD`), { period: period(label) }),
              extent: { roles: [[]], period: period(label), isWhole: true, rank: 0 },
            }),
          );
          const { within, derived, beyond } = calendarSteps(rows, 'quarter', true);
          for (const { step, figure } of derived) {
            const quarter = Number(step.label.slice(-1));
            expect(figure.quantity.value?.toNumber()).toBe(sumOf(quarter - 1, quarter));
          }
          const told = new Set([...within, ...derived].map(({ step }) => step.label));
          expect(told.size).toBe(within.length + derived.length);
          for (const row of rows) {
            const [, from = 0, to = 0] = stated.find(([label]) => label === row.entity.id) ?? [];
            const all = [1, 2, 3, 4].slice(from, to).every((quarter) => told.has(`2024-Q${quarter}`));
            expect(beyond.includes(row)).toBe(to - from > 1 && !all);
          }
        },
      ),
    );
  });
});
