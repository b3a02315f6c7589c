import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth, plusDays, weekdayOf } from '../../src/quantity/day.ts';
import { type FiscalYearEnd, fiscalYearEnd, parseFiscalYearEnd } from '../../src/quantity/fiscalYear.ts';
import { fiscalYearOf, type Period, parsePeriod } from '../../src/quantity/period.ts';

function rule(text: string): FiscalYearEnd {
  const read = parseFiscalYearEnd(text);
  if (read === null) throw new Error(`${text} is no end of a fiscal year`);
  return read;
}

function period(label: string, end: FiscalYearEnd): Period {
  const read = parsePeriod(label, end);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

test.each([
  ['03-31', { month: 3, day: 31 }],
  ['02-29', { month: 2, day: 29 }],
  ['last Sunday of January', { weekday: 0, month: 1, nearest: null, longQuarter: 4 }],
  ['last saturday of september', { weekday: 6, month: 9, nearest: null, longQuarter: 4 }],
  ['Thursday nearest 31 August', { weekday: 4, month: 8, nearest: 31, longQuarter: 4 }],
  ['last Saturday of September, 53rd week in Q1', { weekday: 6, month: 9, nearest: null, longQuarter: 1 }],
  ['02-30', null],
  ['13-01', null],
  ['last Sunday of Brumaire', null],
  ['last day of March', null],
  ['Thursday nearest 31 September', null],
  ['Thursday nearest 29 February', null],
  ['Thursday near 31 August', null],
  ['last Saturday of September, 53rd week in Q5', null],
  ['03-31, 53rd week in Q1', null],
  ['March', null],
  ['', null],
])('fiscal years end on %s: %j', (text, read) => {
  expect(parseFiscalYearEnd(text)).toEqual(read);
});

describe('the fiscal year of 15 August 2025', () => {
  test.each([
    ['Nvidia', 'last Sunday of January', 'FY2026', '2026-01-25'],
    ['Alibaba', '03-31', 'FY2026', '2026-03-31'],
    ['Microsoft', '06-30', 'FY2026', '2026-06-30'],
    ['Oracle', '05-31', 'FY2026', '2026-05-31'],
    ['Apple', 'last Saturday of September', 'FY2025', '2025-09-27'],
    ['Tencent', '12-31', 'FY2025', '2025-12-31'],
    ['Micron', 'Thursday nearest 31 August', 'FY2025', '2025-08-28'],
  ])('%s, %s: %s, to %s', (_company, text, label, last) => {
    expect(fiscalYearOf('2025-08-15', rule(text))).toMatchObject({ label, last });
  });
});

test.each([
  // As filed: Micron ended its year in September in 2020, Broadcom in November in 2025, Dell in February in 2023.
  ['Thursday nearest 31 August', 2020, '2020-09-03'],
  ['Thursday nearest 31 August', 2024, '2024-08-29'],
  ['Sunday nearest 31 October', 2025, '2025-11-02'],
  ['Friday nearest 31 January', 2023, '2023-02-03'],
  ['last Saturday of December', 2022, '2022-12-31'],
  ['last Saturday of July', 2025, '2025-07-26'],
  // The year is that of the day it is nearest to.
  ['Saturday nearest 31 December', 2025, '2026-01-03'],
])('%s: fiscal %i ends on %s', (text, year, last) => {
  expect(fiscalYearEnd(year, rule(text))).toBe(last);
  expect(fiscalYearOf(last, rule(text)).label).toBe(`FY${year}`);
});

describe('a fiscal period', () => {
  test.each([
    // Microsoft: 2024-H1 is FY2024-Q3 and Q4.
    ['FY2024', '06-30', '2023-07-01', '2024-06-30'],
    ['FY2024-Q3', '06-30', '2024-01-01', '2024-03-31'],
    ['FY2024-H2', '06-30', '2024-01-01', '2024-06-30'],
    ['FY2024-9M', '06-30', '2023-07-01', '2024-03-31'],
    // Alibaba: the June quarter of 2024 is FY2025-Q1.
    ['FY2025', '03-31', '2024-04-01', '2025-03-31'],
    ['FY2025-Q1', '03-31', '2024-04-01', '2024-06-30'],
    ['FY2024-Q4', '03-31', '2024-01-01', '2024-03-31'],
    ['FY2025-H1', '03-31', '2024-04-01', '2024-09-30'],
    // Nvidia: 13 weeks a quarter, the fourth takes the rest.
    ['FY2026-Q1', 'last Sunday of January', '2025-01-27', '2025-04-27'],
    ['FY2026-Q2', 'last Sunday of January', '2025-04-28', '2025-07-27'],
    ['FY2026-Q4', 'last Sunday of January', '2025-10-27', '2026-01-25'],
    ['FY2025', 'last Sunday of January', '2024-01-29', '2025-01-26'],
    ['FY2023', 'last Sunday of January', '2022-01-31', '2023-01-29'],
    // 53 weeks, and so 14 in the last quarter.
    ['FY2021', 'last Sunday of January', '2020-01-27', '2021-01-31'],
    ['FY2021-Q3', 'last Sunday of January', '2020-07-27', '2020-10-25'],
    ['FY2021-Q4', 'last Sunday of January', '2020-10-26', '2021-01-31'],
    // Apple has its extra week in the first quarter: that of fiscal 2023 ended on the last day of 2022.
    ['FY2023-Q1', 'last Saturday of September, 53rd week in Q1', '2022-09-25', '2022-12-31'],
    ['FY2023-Q2', 'last Saturday of September, 53rd week in Q1', '2023-01-01', '2023-04-01'],
    ['FY2024-Q1', 'last Saturday of September, 53rd week in Q1', '2023-10-01', '2023-12-30'],
    ['FY2025-Q1', '02-28', '2024-03-01', '2024-05-31'],
    ['FY2024-Q4', '02-28', '2023-12-01', '2024-02-29'],
    ['FY2025-Q1', '01-15', '2024-01-16', '2024-04-15'],
    ['FY2024/FY2025', '03-31', '2023-04-01', '2025-03-31'],
  ])('%s under %s is %s to %s', (label, text, first, last) => {
    expect(period(label, rule(text))).toEqual({ label, first, last });
  });
});

describe('fiscal years', () => {
  const month = fc.integer({ min: 1, max: 12 });
  const weekday = { weekday: fc.integer({ min: 0, max: 6 }), month, longQuarter: fc.integer({ min: 1, max: 4 }) };
  const rules: fc.Arbitrary<FiscalYearEnd> = fc.oneof(
    fc.constantFrom({ month: 2, day: 29 }, { month: 1, day: 15 }, { month: 12, day: 31 }, { month: 6, day: 30 }),
    fc.record({ month, day: fc.integer({ min: 1, max: 28 }) }),
    fc.record({ ...weekday, nearest: fc.constant(null) }),
    fc.record({ ...weekday, nearest: fc.integer({ min: 1, max: 28 }) }),
    fc.record({ ...weekday, month: fc.constant(12), nearest: fc.constant(31) }),
  );
  const years = fc.integer({ min: 1950, max: 2150 });

  test('are made of their quarters, without a gap, and follow one another', () => {
    fc.assert(
      fc.property(rules, years, (end, year) => {
        const parts = ['', '-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2', '-9M'].map((part) =>
          period(`FY${year}${part}`, end),
        );
        const [whole, q1, q2, q3, q4, h1, h2, nineMonths] = parts;
        expect([q1?.first, q4?.last]).toEqual([whole?.first, whole?.last]);
        for (const [a, b] of [
          [q1, q2],
          [q2, q3],
          [q3, q4],
          [h1, h2],
          [nineMonths, q4],
          [whole, period(`FY${year + 1}`, end)],
        ]) {
          expect(b?.first).toBe(plusDays(a?.last ?? '', 1));
        }
      }),
    );
  });

  test('are found again from each of their days', () => {
    fc.assert(
      fc.property(rules, years, fc.integer({ min: 0, max: 363 }), (end, year, days) => {
        const whole = period(`FY${year}`, end);
        expect(fiscalYearOf(plusDays(whole.first ?? '', days), end)).toEqual(whole);
        expect(fiscalYearOf(whole.last ?? '', end)).toEqual(whole);
      }),
    );
  });

  test('end on the weekday of their rule, in the last week of the month or at most three days off', () => {
    fc.assert(
      fc.property(rules, years, (end, year) => {
        if ('day' in end) return;
        const last = fiscalYearEnd(year, end);
        expect(weekdayOf(last)).toBe(end.weekday);
        const day = end.nearest ?? daysInMonth(year, end.month);
        const target = `${year}-${String(end.month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const [from, to] = end.nearest === null ? [-6, 0] : [-3, 3];
        expect(last >= plusDays(target, from) && last <= plusDays(target, to)).toBe(true);
      }),
    );
  });
});
