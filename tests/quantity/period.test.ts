import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDays } from '../../src/quantity/day.ts';
import {
  type FiscalYearEnd,
  firstDayOf,
  fiscalYearOf,
  lastDayOf,
  type Period,
  parseFiscalYearEnd,
  parsePeriod,
  periodsOverlap,
  periodWithin,
  samePeriod,
  yearBefore,
} from '../../src/quantity/period.ts';

const nvidia: FiscalYearEnd = { weekday: 0, month: 1, closestTo: null };
const apple: FiscalYearEnd = { weekday: 6, month: 9, closestTo: null };
const micron: FiscalYearEnd = { weekday: 4, month: 8, closestTo: 31 };
const broadcom: FiscalYearEnd = { weekday: 0, month: 10, closestTo: 31 };
const microsoft: FiscalYearEnd = { month: 6, day: 30 };
const alibaba: FiscalYearEnd = { month: 3, day: 31 };

function period(label: string, fiscalYearEnd: FiscalYearEnd | null = null): Period {
  const read = parsePeriod(label, fiscalYearEnd);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

describe('a period', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-H1', '2024-01-01', '2024-06-30'],
    ['2024-H2', '2024-07-01', '2024-12-31'],
    ['2024-9M', '2024-01-01', '2024-09-30'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2024-Q4', '2024-10-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-08-26', '2024-08-26', '2024-08-26'],
    ['2025-01-27/2025-04-27', '2025-01-27', '2025-04-27'],
    ['2025/2027', '2025-01-01', '2027-12-31'],
    ['2024-Q2/2024-08', '2024-04-01', '2024-08-31'],
    ['2024-08-26/..', '2024-08-26', null],
    ['../2024-08', null, '2024-08-31'],
    ['../..', null, null],
  ])('%s is %s to %s', (label, first, last) => {
    expect(period(label)).toEqual({ label, first, last });
  });

  test.each([
    // Microsoft: 2024-H1 is FY2024-Q3 and Q4.
    ['FY2024', microsoft, '2023-07-01', '2024-06-30'],
    ['FY2024-Q3', microsoft, '2024-01-01', '2024-03-31'],
    ['FY2024-H2', microsoft, '2024-01-01', '2024-06-30'],
    ['FY2024-9M', microsoft, '2023-07-01', '2024-03-31'],
    // Alibaba: the June quarter of 2024 is FY2025-Q1.
    ['FY2025', alibaba, '2024-04-01', '2025-03-31'],
    ['FY2025-Q1', alibaba, '2024-04-01', '2024-06-30'],
    ['FY2024-Q4', alibaba, '2024-01-01', '2024-03-31'],
    ['FY2025-H1', alibaba, '2024-04-01', '2024-09-30'],
    // Nvidia: 13 weeks a quarter, the fourth takes the rest.
    ['FY2026-Q1', nvidia, '2025-01-27', '2025-04-27'],
    ['FY2026-Q2', nvidia, '2025-04-28', '2025-07-27'],
    ['FY2026-Q4', nvidia, '2025-10-27', '2026-01-25'],
    ['FY2025', nvidia, '2024-01-29', '2025-01-26'],
    ['FY2023', nvidia, '2022-01-31', '2023-01-29'],
    // 53 weeks, and so 14 in the last quarter.
    ['FY2021', nvidia, '2020-01-27', '2021-01-31'],
    ['FY2021-Q3', nvidia, '2020-07-27', '2020-10-25'],
    ['FY2021-Q4', nvidia, '2020-10-26', '2021-01-31'],
    ['FY2025', apple, '2024-09-29', '2025-09-27'],
    ['FY2025', micron, '2024-08-30', '2025-08-28'],
    ['FY2025', broadcom, '2024-11-04', '2025-11-02'],
    ['FY2025-Q1', { month: 2, day: 28 }, '2024-03-01', '2024-05-31'],
    ['FY2024-Q4', { month: 2, day: 28 }, '2023-12-01', '2024-02-29'],
    ['FY2025-Q1', { month: 1, day: 15 }, '2024-01-16', '2024-04-15'],
    ['FY2024/FY2025', alibaba, '2023-04-01', '2025-03-31'],
  ] as const)('%s under %j is %s to %s', (label, fiscalYearEnd, first, last) => {
    expect(period(label, fiscalYearEnd)).toEqual({ label, first, last });
  });

  test.each([
    ['FY2025', 'no fiscal calendar is known here'],
    ['2024-Q5', '"2024-Q5" is not a period'],
    ['2024-13', 'is not a period'],
    ['2024-02-30', 'is not a period'],
    ['2023-02-29', 'is not a period'],
    ['24-H1', 'is not a period'],
    ['1066', 'from 1900 to 2199'],
    ['2024-08-26..', 'is not a period'],
    ['2024/', 'is not a period'],
    ['2024/2025/2026', 'is not a period'],
    ['2026/2025', 'ends before it begins; write the earlier end first: 2025/2026'],
    ['', 'is not a period'],
  ])('"%s" is said: %s', (label, problem) => {
    expect(parsePeriod(label)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

test.each([
  ['03-31', { month: 3, day: 31 }],
  ['last Sunday of January', nvidia],
  ['last saturday of september', apple],
  ['Thursday closest to 31 August', micron],
  ['Thursday closest to 31 June', null],
  ['Someday closest to 31 August', null],
  ['02-30', null],
  ['13-01', null],
  ['last Sunday of Brumaire', null],
  ['March', null],
])('fiscal years end on %s: %j', (text, fiscalYearEnd) => {
  expect(parseFiscalYearEnd(text)).toEqual(fiscalYearEnd);
});

describe('fiscal years', () => {
  const rules = fc.oneof(
    fc.constantFrom(nvidia, microsoft, alibaba, micron, { month: 2, day: 29 }, { month: 1, day: 15 }),
    fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
    fc.record({
      weekday: fc.integer({ min: 0, max: 6 }),
      month: fc.integer({ min: 1, max: 12 }),
      closestTo: fc.option(fc.integer({ min: 1, max: 28 })),
    }),
    fc.record({ weekday: fc.integer({ min: 0, max: 6 }), month: fc.constant(12), closestTo: fc.constant(31) }),
  );
  const years = fc.integer({ min: 1950, max: 2150 });

  test('are made of their quarters, without a gap, and follow one another', () => {
    fc.assert(
      fc.property(rules, years, (rule, year) => {
        const parts = ['', '-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2', '-9M'].map((part) =>
          period(`FY${year}${part}`, rule),
        );
        const [whole, q1, q2, q3, q4, h1, h2, nineMonths] = parts as [Period, ...Period[]] & Period[];
        expect([q1?.first, q4?.last]).toEqual([whole.first, whole.last]);
        for (const [a, b] of [
          [q1, q2],
          [q2, q3],
          [q3, q4],
          [h1, h2],
          [nineMonths, q4],
          [whole, period(`FY${year + 1}`, rule)],
        ]) {
          expect(b?.first).toBe(plusDays(a?.last ?? '', 1));
        }
      }),
    );
  });

  test('are found again from each of their days', () => {
    fc.assert(
      fc.property(rules, years, fc.integer({ min: 0, max: 363 }), (rule, year, days) => {
        const whole = period(`FY${year}`, rule);
        expect(fiscalYearOf(plusDays(whole.first ?? '', days), rule)).toEqual(whole);
        expect(fiscalYearOf(whole.last ?? '', rule)).toEqual(whole);
      }),
    );
  });
});

describe('a year before', () => {
  test.each([
    ['2024-H1', null, '2023-H1', '2023-01-01', '2023-06-30'],
    ['2024-08', null, '2023-08', '2023-08-01', '2023-08-31'],
    ['2024-02-29', null, '2023-02-28', '2023-02-28', '2023-02-28'],
    ['2025/2027', null, '2024/2026', '2024-01-01', '2026-12-31'],
    ['2024-08-26/..', null, '2023-08-26/..', '2023-08-26', null],
    ['../..', null, '../..', null, null],
    ['FY2026-Q1', nvidia, 'FY2025-Q1', '2024-01-29', '2024-04-28'],
    ['FY2025', alibaba, 'FY2024', '2023-04-01', '2024-03-31'],
  ] as const)('%s under %j: %s', (label, fiscalYearEnd, before, first, last) => {
    expect(yearBefore(period(label, fiscalYearEnd), fiscalYearEnd)).toEqual({ label: before, first, last });
  });

  test('a fiscal period without its calendar goes by its days', () => {
    expect(yearBefore(period('FY2025-Q1', alibaba))).toEqual({
      label: '2023-04-01/2023-06-30',
      first: '2023-04-01',
      last: '2023-06-30',
    });
  });
});

describe('two periods', () => {
  test('are the same where their days are', () => {
    expect(samePeriod(period('2024-Q2'), period('FY2025-Q1', alibaba))).toBe(true);
    expect(samePeriod(period('2024'), period('2024-01-01/2024-12-31'))).toBe(true);
    expect(samePeriod(period('2024'), period('2024-01-01/..'))).toBe(false);
  });

  test.each([
    ['2024', '2024-Q2', true, false],
    ['2024-Q2', '2024', true, true],
    ['2024-Q1', '2024-Q2', false, false],
    ['2024-08-26/..', '2024-H1', false, false],
    ['2024-08-26/..', '2024', true, false],
    ['2025', '2024-08-26/..', true, true],
    ['2025', '../..', true, true],
    ['../..', '../2024', true, false],
  ])('%s and %s: share a day %s, the first within the second %s', (a, b, overlaps, within) => {
    expect(periodsOverlap(period(a), period(b))).toBe(overlaps);
    expect(periodsOverlap(period(b), period(a))).toBe(overlaps);
    expect(periodWithin(period(a), period(b))).toBe(within);
  });
});

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2024-08-26', '2024-08-26', '2024-08-26'],
  ['2024-02-30', null, null],
  ['2024-13', null, null],
  ['2024-H1', null, null],
  ['soon', null, null],
])('the date %s may mean %s to %s', (date, first, last) => {
  expect(firstDayOf(date)).toBe(first);
  expect(lastDayOf(date)).toBe(last);
});
