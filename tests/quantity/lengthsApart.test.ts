import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FiscalYearEnd, parseFiscalYearEnd } from '../../src/quantity/fiscalYear.ts';
import { lengthsApart, yearsApart } from '../../src/quantity/lengthsApart.ts';
import { type Period, parsePeriod } from '../../src/quantity/period.ts';
import { periodSteps, type StepLength, stepsAYear } from '../../src/quantity/periodSteps.ts';

function period(label: string, calendar = '06-30'): Period {
  const read = parsePeriod(label, parseFiscalYearEnd(calendar));
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

describe('two periods of one length', () => {
  test.each([
    ['FY2023', 'FY2026', 3],
    ['2023-H1', '2025-H2', 5],
    ['2022-Q4', '2023-Q1', 1],
    ['2024-11', '2025-02', 3],
    ['2025', '2023', -2],
    ['2024', '2024', 0],
    // Half a year is six months, whatever it is called.
    ['2023-01/2023-06', '2024-H2', 3],
    ['FY2023-Q3', '2024-Q1', 4],
    ['2023-01-01/2023-01-07', '2023-01-15/2023-01-21', 2],
    ['2023-01-01/2023-01-07', '2023-01-16/2023-01-22', null],
    ['2023-9M', '2024-9M', null],
    ['2023', '2024-H1', null],
    ['2023', 'FY2024', null],
    ['2023-01-01/2023-01-07', '2023-01-08/2023-01-15', null],
    ['2023/..', '2024/..', null],
  ])('%s to %s: %s lengths', (from, to, lengths) => {
    expect(lengthsApart(period(from), period(to))).toBe(lengths);
  });

  test('years of a weekday rule are as long as each other', () => {
    const nvidia = 'last Sunday of January';
    expect(lengthsApart(period('FY2020', nvidia), period('FY2026', nvidia))).toBe(6);
  });

  test.each([
    ['FY2023', 'FY2026', { times: 3, over: 1 }],
    ['2023-H1', '2025-H2', { times: 5, over: 2 }],
    ['2023-9M', '2024-9M', { times: 12, over: 12 }],
    ['2023', 'FY2024', { times: 6, over: 12 }],
    ['2024-01-31', '2024-02-29', { times: 1, over: 12 }],
    ['2024-08-26', '2025-08-26', { times: 12, over: 12 }],
    ['2024-08-26', '2024-08-29', { times: 12, over: 1461 }],
    ['../2024', '2025', null],
  ])('%s to %s: %j years', (from, to, years) => {
    expect(yearsApart(period(from), period(to))).toEqual(years);
  });
});

describe('the steps of a series', () => {
  test.each([
    ['year', '2023-05-01', '2025-01-01', '2023 2024 2025'],
    ['half-year', '2023-07-01', '2024-06-30', '2023-H2 2024-H1'],
    ['quarter', '2023-09-30', '2024-03-31', '2023-Q3 2023-Q4 2024-Q1'],
    ['month', '2023-12-31', '2024-02-01', '2023-12 2024-01 2024-02'],
  ] as const)('by %s from %s to %s', (length, first, last, labels) => {
    expect(labelsOf(periodSteps({ first, last }, length, null))).toBe(labels);
  });

  test('of a fiscal calendar', () => {
    const end = parseFiscalYearEnd('last Sunday of January');
    expect(labelsOf(periodSteps({ first: '2025-01-26', last: '2025-10-27' }, 'quarter', end))).toBe(
      'FY2025-Q4 FY2026-Q1 FY2026-Q2 FY2026-Q3 FY2026-Q4',
    );
    expect(periodSteps({ first: '2025-01-26', last: '2025-10-27' }, 'month', end)).toEqual([]);
  });

  test('follow one another without a gap, each a length further', () => {
    const days = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }));
    const calendars = fc.constantFrom<FiscalYearEnd | null>(null, { month: 3, day: 31 }, { month: 6, day: 30 });
    const lengths = fc.constantFrom<StepLength>('year', 'half-year', 'quarter');
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 20 }),
        lengths,
        calendars,
        ([year, month], more, length, calendar) => {
          const first = `${year}-${String(month).padStart(2, '0')}-15`;
          const steps = periodSteps(
            { first, last: first.replace(String(year), String(year + more)) },
            length,
            calendar,
          );
          expect(steps.length).toBe(more * stepsAYear[length] + 1);
          for (const [place, step] of steps.entries()) {
            const before = steps[place - 1];
            if (before === undefined) continue;
            expect(lengthsApart(before, step)).toBe(1);
            expect(yearsApart(before, step)).toEqual({ times: 1, over: stepsAYear[length] });
          }
        },
      ),
    );
  });
});

function labelsOf(steps: readonly Period[]): string {
  return steps.map(({ label }) => label).join(' ');
}
