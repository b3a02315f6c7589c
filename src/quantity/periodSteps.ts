import { dayOf } from './day.ts';
import type { FiscalYearEnd } from './fiscalYear.ts';
import { fiscalYearNumber } from './fiscalYear.ts';
import { type Period, parsePeriod } from './period.ts';

/** The lengths of the steps of a series. */
export type StepLength = 'year' | 'half-year' | 'quarter' | 'month';

/** How many steps of a length make a year. */
export const stepsAYear: Readonly<Record<StepLength, number>> = { year: 1, 'half-year': 2, quarter: 4, month: 12 };

/**
 * The steps that share a day with a stretch of days, earliest first: of the calendar, or of a fiscal one, which has no
 * months. Those of a hundred years of months are 1,200: the caller has to set a limit to the stretch.
 */
export function periodSteps(
  { first, last }: { readonly first: string; readonly last: string },
  length: StepLength,
  fiscalYearEnd: FiscalYearEnd | null,
): readonly Period[] {
  const yearOf = (day: string) => fiscalYearNumber(day, fiscalYearEnd ?? calendarYearEnd);
  const steps: Period[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    for (const step of fiscalYearEnd === null ? calendarSteps(year, length) : stepsOf(year, length, fiscalYearEnd))
      if (step.first <= last && first <= step.last) steps.push(step);
  }
  return steps;
}

interface Days extends Period {
  readonly first: string;
  readonly last: string;
}

function stepsOf(year: number, length: StepLength, fiscalYearEnd: FiscalYearEnd | null): readonly Days[] {
  return Array.from({ length: stepsAYear[length] }, (_, place) => labels[length](year, place + 1)).flatMap((label) => {
    const period = parsePeriod(`${fiscalYearEnd ? 'FY' : ''}${label}`, fiscalYearEnd);
    if ('problem' in period || period.first === null || period.last === null) return [];
    return { ...period, first: period.first, last: period.last };
  });
}

/** Of the calendar there are few, and hundreds of thousands of rows ask for them. */
const known = new Map<string, readonly Days[]>();

function calendarSteps(year: number, length: StepLength): readonly Days[] {
  const name = `${length} ${year}`;
  const steps = known.get(name) ?? stepsOf(year, length, null);
  known.set(name, steps);
  return steps;
}

const calendarYearEnd: FiscalYearEnd = { month: 12, day: 31 };

const labels: Readonly<Record<StepLength, (year: number, part: number) => string>> = {
  year: (year) => String(year),
  'half-year': (year, part) => `${year}-H${part}`,
  quarter: (year, part) => `${year}-Q${part}`,
  month: (year, part) => dayOf(year, part, 1).slice(0, 7),
};
