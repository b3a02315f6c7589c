import { closestWeekday, dayOf, daysInMonth, isDay, isYear, lastWeekday, plusDays, plusYears } from './day.ts';

/** A stretch of time. Two periods are equal where their days are. */
export interface Period {
  /** As it was stated or asked for: `2024-H1`, `FY2025-Q1`, `2024-08-26/..`. */
  readonly label: string;
  /** The first day, `2024-01-01`; null where it is open. */
  readonly first: string | null;
  /** The last day; null where it is open. */
  readonly last: string | null;
}

/** When a company's fiscal year ends: a month and day, or a weekday. Fiscal years bear the year in which they end. */
export type FiscalYearEnd = { readonly month: number; readonly day: number } | WeekdayRule;

/** The last such weekday of a month, or the one closest to a day of it. */
interface WeekdayRule {
  /** From 0, Sunday, to 6. */
  readonly weekday: number;
  readonly month: number;
  /** The day of the month; null for the last such weekday of the month. */
  readonly closestTo: number | null;
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

/**
 * Reads when fiscal years end: `03-31`, `last Sunday of January`, or `Saturday closest to 31 January`. Null where the
 * text is none of these.
 */
export function parseFiscalYearEnd(text: string): FiscalYearEnd | null {
  const [, monthText, dayText] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  // A leap year, so that 02-29 is a day.
  if (monthText && dayText && isDay(`2024-${text}`)) return { month: Number(monthText), day: Number(dayText) };
  const words = text.toLowerCase();
  const [, last, lastOf] = /^last (\w+) of (\w+)$/.exec(words) ?? [];
  const [, closest, closestTo, of] = /^(\w+) closest to (\d{1,2}) (\w+)$/.exec(words) ?? [];
  const weekday = weekdayNames.indexOf(last ?? closest ?? '');
  const month = monthNames.indexOf(lastOf ?? of ?? '') + 1;
  if (weekday < 0 || month === 0) return null;
  if (closestTo === undefined) return { weekday, month, closestTo: null };
  const day = Number(closestTo);
  return day >= 1 && day <= daysInMonth(2024, month) ? { weekday, month, closestTo: day } : null;
}

/** The fiscal year in which a day lies. */
export function fiscalYearOf(day: string, fiscalYearEnd: FiscalYearEnd): Period {
  const calendarYear = Number(day.slice(0, 4));
  // A year that ends close to the end of December may end a few days after it.
  const years = [calendarYear - 1, calendarYear];
  const year = years.find((each) => day <= quarterEnd(each, 4, fiscalYearEnd)) ?? calendarYear + 1;
  return { label: `FY${year}`, ...fiscalDays(year, { after: 0, quarters: 4 }, fiscalYearEnd) };
}

/**
 * The same period a year earlier: 2024-H1 gives 2023-H1, FY2025-Q1 gives FY2024-Q1, an interval both of its ends. A
 * fiscal period without its calendar goes back by its days, and bears them as its label.
 */
export function yearBefore(period: Period, fiscalYearEnd: FiscalYearEnd | null = null): Period {
  const label = period.label.split('/').map(labelBefore).join('/');
  const earlier = parsePeriod(label, fiscalYearEnd);
  if (!('problem' in earlier)) return earlier;
  const days = { first: dayBefore(period.first), last: dayBefore(period.last) };
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

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

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
    first: plusDays(quarterEnd(year, part.after, rule), 1),
    last: quarterEnd(year, part.after + part.quarters, rule),
  };
}

/**
 * The last day of a quarter of a fiscal year, quarter 0 being the end of the year before.
 *
 * Under a weekday rule a quarter has 13 weeks, and the fourth takes the rest: in some years there are 53 weeks.
 */
function quarterEnd(year: number, quarter: number, rule: FiscalYearEnd): string {
  if ('weekday' in rule) {
    return quarter === 4 ? weekdayEnd(year, rule) : plusDays(weekdayEnd(year - 1, rule), quarter * 13 * 7);
  }
  const months = year * 12 + rule.month - 1 - (4 - quarter) * 3;
  const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const days = daysInMonth(endYear, endMonth);
  // A year that ends with its month has quarters that do so too: 06-30 gives 12-31.
  const endsWithMonth = rule.day >= daysInMonth(2023, rule.month);
  return dayOf(endYear, endMonth, endsWithMonth ? days : Math.min(rule.day, days));
}

function weekdayEnd(year: number, { weekday, month, closestTo }: WeekdayRule): string {
  if (closestTo === null) return lastWeekday(weekday, year, month);
  return closestWeekday(weekday, dayOf(year, month, Math.min(closestTo, daysInMonth(year, month))));
}

function labelBefore(label: string): string {
  if (isDay(label)) return plusYears(label, -1);
  return label.replace(/\d{4}/, (year) => String(Number(year) - 1));
}

function dayBefore(day: string | null): string | null {
  return day === null ? null : plusYears(day, -1);
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
