import { daysInMonth, isDay, isYear, plusDays, plusYears } from './day.ts';
import { type FiscalYearEnd, fiscalQuarterEnd, fiscalYearNumber } from './fiscalYear.ts';

/** A stretch of time. Two periods are equal where their days are. */
export interface Period {
  /** As it was stated or asked for: `2024-H1`, `FY2025-Q1`, `2024-08-26/..`. */
  readonly label: string;
  /** The first day, `2024-01-01`; null where it is open. */
  readonly first: string | null;
  /** The last day; null where it is open. */
  readonly last: string | null;
}

/** What is wrong with a text, and what to write instead. */
interface Unreadable {
  readonly problem: string;
}

type Days = Omit<Period, 'label'>;

/**
 * Reads a period: `2024`, `2024-H1`, `2024-9M`, `2024-Q2`, `2024-08`, a day, `FY2025` and its `-Q1`, `-H1`, `-9M` in
 * the calendar of a company, or an interval of two of these: `2025-01-27/2025-04-27`, `2025/2027`, `2024-08-26/..`,
 * `../..`.
 */
export function parsePeriod(label: string, fiscalYearEnd: FiscalYearEnd | null = null): Period | Unreadable {
  const text = label.trim().toUpperCase();
  const days = text.includes('/') ? intervalDays(text, fiscalYearEnd) : plainDays(text, fiscalYearEnd);
  return 'problem' in days ? days : { label: text, ...days };
}

/** The fiscal year in which a day lies. */
export function fiscalYearOf(day: string, fiscalYearEnd: FiscalYearEnd): Period {
  const year = fiscalYearNumber(day, fiscalYearEnd);
  return { label: `FY${year}`, ...fiscalDays(year, { after: 0, quarters: 4 }, fiscalYearEnd) };
}

/**
 * The same period a year earlier: 2024-H1 gives 2023-H1, FY2025-Q1 gives FY2024-Q1, an interval both of its ends. A
 * fiscal period without its calendar goes back by its days, and bears them as its label.
 */
export function yearBefore(period: Period, fiscalYearEnd: FiscalYearEnd | null = null): Period {
  return yearsOn(period, -1, fiscalYearEnd);
}

/** The same period a year later. */
export function yearAfter(period: Period, fiscalYearEnd: FiscalYearEnd | null = null): Period {
  return yearsOn(period, 1, fiscalYearEnd);
}

function yearsOn(period: Period, years: number, fiscalYearEnd: FiscalYearEnd | null): Period {
  const label = period.label
    .split('/')
    .map((part) => labelOn(part, years))
    .join('/');
  const moved = parsePeriod(label, fiscalYearEnd);
  if (!('problem' in moved)) return moved;
  const dayOn = (day: string | null) => (day === null ? null : plusYears(day, years));
  const days = { first: dayOn(period.first), last: dayOn(period.last) };
  return { label: `${days.first ?? '..'}/${days.last ?? '..'}`, ...days };
}

/** Whether two periods are the same days, whatever their labels. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Whether two periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return firstOrStart(a) <= lastOrEnd(b) && firstOrStart(b) <= lastOrEnd(a);
}

/** Whether all days of one period lie in another. */
export function periodWithin(inner: Period, outer: Period): boolean {
  return firstOrStart(outer) <= firstOrStart(inner) && lastOrEnd(inner) <= lastOrEnd(outer);
}

/** The first day that a day, month or year may mean; null for a date that the calendar does not have. */
export function firstDayOf(date: string): string | null {
  return isDate(date) ? dayOrNull(plainDays(date, null), 'first') : null;
}

/** The last day that a day, month or year may mean: `2024-02` is `2024-02-29`; null for an impossible date. */
export function lastDayOf(date: string): string | null {
  return isDate(date) ? dayOrNull(plainDays(date, null), 'last') : null;
}

/** The parts of a year, by the quarters that go before and those that it has. */
const parts = {
  H1: { after: 0, quarters: 2 },
  H2: { after: 2, quarters: 2 },
  '9M': { after: 0, quarters: 3 },
  Q1: { after: 0, quarters: 1 },
  Q2: { after: 1, quarters: 1 },
  Q3: { after: 2, quarters: 1 },
  Q4: { after: 3, quarters: 1 },
} as const;

interface Part {
  readonly after: number;
  readonly quarters: number;
}

const calendarYears: FiscalYearEnd = { month: 12, day: 31 };

function intervalDays(text: string, fiscalYearEnd: FiscalYearEnd | null): Days | Unreadable {
  const [from = '', to = '', ...more] = text.split('/');
  const start = from === '..' ? open : plainDays(from, fiscalYearEnd);
  const end = to === '..' ? open : plainDays(to, fiscalYearEnd);
  if (more.length > 0) return notUnderstood(text);
  if ('problem' in start) return start;
  if ('problem' in end) return end;
  if (start.first !== null && end.last !== null && end.last < start.first) {
    return { problem: `the period ${text} ends before it begins; write the earlier end first: ${to}/${from}` };
  }
  return { first: start.first, last: end.last };
}

const open: Days = { first: null, last: null };

function plainDays(text: string, fiscalYearEnd: FiscalYearEnd | null): Days | Unreadable {
  if (isDay(text)) return { first: text, last: text };
  const [, fiscal, yearText, partText] = /^(FY)?(\d{4})(?:-(H[12]|9M|Q[1-4]))?$/.exec(text) ?? [];
  if (yearText !== undefined) {
    if (!isYear(Number(yearText))) return { problem: `the year ${yearText} is not one from 1900 to 2199` };
    if (fiscal !== undefined && fiscalYearEnd === null) return withoutCalendar(text);
    const part = isPart(partText) ? parts[partText] : { after: 0, quarters: 4 };
    return fiscalDays(Number(yearText), part, fiscal === undefined ? calendarYears : (fiscalYearEnd ?? calendarYears));
  }
  return monthDays(text);
}

function isPart(text: string | undefined): text is keyof typeof parts {
  return text !== undefined && text in parts;
}

function monthDays(text: string): Days | Unreadable {
  const first = `${text}-01`;
  if (!/^\d{4}-\d{2}$/.test(text) || !isDay(first)) return notUnderstood(text);
  return { first, last: `${text}-${daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5)))}` };
}

/** The days of some quarters of a fiscal year. */
function fiscalDays(year: number, part: Part, rule: FiscalYearEnd): { readonly first: string; readonly last: string } {
  return {
    first: plusDays(fiscalQuarterEnd(year, part.after, rule), 1),
    last: fiscalQuarterEnd(year, part.after + part.quarters, rule),
  };
}

function labelOn(label: string, years: number): string {
  if (isDay(label)) return plusYears(label, years);
  return label.replace(/\d{4}/, (year) => String(Number(year) + years));
}

function firstOrStart(period: Period): string {
  return period.first ?? '0000';
}

function lastOrEnd(period: Period): string {
  return period.last ?? '9999';
}

function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}$/.test(text);
}

function dayOrNull(days: Days | Unreadable, end: 'first' | 'last'): string | null {
  return 'problem' in days ? null : days[end];
}

function withoutCalendar(text: string): Unreadable {
  return {
    problem: `${text} is a fiscal period, and no fiscal calendar is known here; write the days instead, such as 2024-04-01/2024-06-30, or give the company its fiscalYearEnds`,
  };
}

function notUnderstood(text: string): Unreadable {
  return {
    problem: `"${text}" is not a period; write one such as 2024, 2024-H1, 2024-9M, 2024-Q2, 2024-08, 2024-08-26, FY2025-Q1, 2025-01-27/2025-04-27 or 2024-08-26/..`,
  };
}
