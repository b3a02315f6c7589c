import { describe, expect, test } from 'vitest';
import type { FiscalYearEnd } from '../../src/quantity/fiscalYear.ts';
import {
  firstDayOf,
  lastDayOf,
  type Period,
  parsePeriod,
  periodsOverlap,
  periodWithin,
  samePeriod,
  yearBefore,
} from '../../src/quantity/period.ts';

const nvidia: FiscalYearEnd = { weekday: 0, month: 1, nearest: null, longQuarter: 4 };
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
