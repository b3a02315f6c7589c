import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFiscalYearEnd } from '../../src/quantity/fiscalYear.ts';
import { parsePeriod } from '../../src/quantity/period.ts';
import { periodSteps } from '../../src/quantity/periodSteps.ts';
import { stepLengthOf } from '../../src/quantity/stepLengthOf.ts';

test.each([
  ['2024', 'year'],
  ['2023-07-01/2024-06-30', 'year'],
  ['2024-H1', 'half-year'],
  ['2025-01-27/2025-04-27', 'quarter'],
  ['2024-02', 'month'],
  ['2024-9M', null],
  ['2024-02-15/2024-05-14', null],
  ['2024-02-15', null],
  ['2024-08-26/..', null],
  ['../..', null],
])('%s is of the length %s', (label, expected) => {
  const period = parsePeriod(label);
  expect('problem' in period ? period.problem : stepLengthOf(period)).toBe(expected);
});

test('every step of a calendar, by months or by weeks, is of its length', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(null, '03-31', '06-30', 'last Sunday of January', 'last Saturday of December'),
      fc.constantFrom('year' as const, 'half-year' as const, 'quarter' as const),
      fc.integer({ min: 1990, max: 2040 }),
      (end, length, year) => {
        const stretch = { first: `${year}-01-01`, last: `${year + 1}-12-31` };
        const steps = periodSteps(stretch, length, end === null ? null : parseFiscalYearEnd(end));
        expect(steps.length).toBeGreaterThan(1);
        for (const step of steps) expect([step.label, stepLengthOf(step)]).toEqual([step.label, length]);
      },
    ),
  );
});
