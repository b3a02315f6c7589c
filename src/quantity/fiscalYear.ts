import { dayOf, daysInMonth, isDay, plusDays, weekdayOf } from './day.ts';

/**
 * When a company's fiscal year ends: on a day of the year, or on a weekday. Fiscal years bear the calendar year in which
 * they end or, where the end lies near a day of the year, the one of that day: a year that ends on the Saturday nearest
 * 31 December 2025 is fiscal 2025, though that is the 3rd of January.
 */
export type FiscalYearEnd = EndOnDay | EndOnWeekday;

interface EndOnDay {
  readonly month: number;
  readonly day: number;
}

interface EndOnWeekday {
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number;
  readonly month: number;
  /** The day of the month that it is nearest to; null where it is the last such weekday of the month. */
  readonly nearest: number | null;
  /** The quarter that has the extra week of a year of 53 weeks. */
  readonly longQuarter: number;
}

/** The forms that `parseFiscalYearEnd` reads, for those who write them. */
export const fiscalYearEndForms =
  '`03-31`, `last Saturday of September` or `Thursday nearest 31 August`; add `, 53rd week in Q1` where the extra week of a long year is not in its last quarter';

/**
 * Reads when fiscal years end: `03-31`, `last Sunday of January`, `Thursday nearest 31 August`, the latter two also with
 * `, 53rd week in Q1`. Null where the text is none of these.
 */
export function parseFiscalYearEnd(text: string): FiscalYearEnd | null {
  const [, monthText, dayText] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  // A leap year, so that 02-29 is a day.
  if (monthText && dayText && isDay(`2024-${text}`)) return { month: Number(monthText), day: Number(dayText) };
  const [, rule = '', quarter = '4'] = /^(.+?)(?:, 53rd week in Q([1-4]))?$/i.exec(text) ?? [];
  const end = lastOfMonth(rule) ?? nearestToDay(rule);
  return end === null ? null : { ...end, longQuarter: Number(quarter) };
}

/** The day on which a fiscal year ends. */
export function fiscalYearEnd(year: number, rule: FiscalYearEnd): string {
  if ('day' in rule) return endOfMonthOrDay(year, rule.month, rule);
  const { weekday, month, nearest } = rule;
  // Three days after the day in the middle is the last one of the seven of which one is the nearest.
  const latest =
    nearest === null ? dayOf(year, month, daysInMonth(year, month)) : plusDays(dayOf(year, month, nearest), 3);
  return plusDays(latest, -((weekdayOf(latest) - weekday + 7) % 7));
}

/**
 * The last day of a quarter of a fiscal year, quarter 0 being the end of the year before.
 *
 * Under a weekday rule a quarter has 13 weeks, and one of them 14 in a year of 53 weeks.
 */
export function fiscalQuarterEnd(year: number, quarter: number, rule: FiscalYearEnd): string {
  if (quarter === 4) return fiscalYearEnd(year, rule);
  if ('day' in rule) {
    const months = year * 12 + rule.month - 1 - (4 - quarter) * 3;
    return endOfMonthOrDay(Math.floor(months / 12), (months % 12) + 1, rule);
  }
  const before = fiscalYearEnd(year - 1, rule);
  const isLong = fiscalYearEnd(year, rule) > plusDays(before, 52 * 7);
  return plusDays(before, (quarter * 13 + (isLong && quarter >= rule.longQuarter ? 1 : 0)) * 7);
}

/** The year of the fiscal year in which a day lies. */
export function fiscalYearNumber(day: string, rule: FiscalYearEnd): number {
  const calendarYear = Number(day.slice(0, 4));
  const years = [calendarYear - 1, calendarYear, calendarYear + 1];
  return years.find((year) => day <= fiscalYearEnd(year, rule)) ?? calendarYear + 1;
}

type Weekday = Omit<EndOnWeekday, 'longQuarter'>;

function lastOfMonth(text: string): Weekday | null {
  const [, weekdayName, monthName] = /^last (\w+) of (\w+)$/i.exec(text) ?? [];
  const [weekday, month] = [placeOf(weekdayName, weekdays), placeOf(monthName, months)];
  return weekday === null || month === null ? null : { weekday, month: month + 1, nearest: null };
}

function nearestToDay(text: string): Weekday | null {
  const [, weekdayName, dayText, monthName] = /^(\w+) nearest (\d{1,2}) (\w+)$/i.exec(text) ?? [];
  const [weekday, month, nearest] = [placeOf(weekdayName, weekdays), placeOf(monthName, months), Number(dayText)];
  // Not a leap year: the day is one that every year has.
  if (weekday === null || month === null || !isDay(dayOf(2023, month + 1, nearest))) return null;
  return { weekday, month: month + 1, nearest };
}

function placeOf(name: string | undefined, names: readonly string[]): number | null {
  const place = names.indexOf(name?.toLowerCase() ?? '');
  return place < 0 ? null : place;
}

/** A year that ends with its month has quarters that do so too: 06-30 gives 12-31. */
function endOfMonthOrDay(year: number, month: number, rule: EndOnDay): string {
  const days = daysInMonth(year, month);
  const endsWithMonth = rule.day >= daysInMonth(2023, rule.month);
  return dayOf(year, month, endsWithMonth ? days : Math.min(rule.day, days));
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const months = [
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
