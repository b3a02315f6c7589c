import { dayOf, daysInMonth } from './day.ts';

/** Some months in a row. */
export interface Months {
  /** The first one, by its number since the year 0. */
  readonly first: number;
  readonly count: number;
}

/** The months that a stretch of days consists of; null where it is open, or begins or ends within a month. */
export function wholeMonths({
  first,
  last,
}: {
  readonly first: string | null;
  readonly last: string | null;
}): Months | null {
  if (first === null || last === null) return null;
  const [start, end] = [monthAndDay(first), monthAndDay(last)];
  if (start.day !== 1 || !end.isLast) return null;
  return { first: start.month, count: end.month - start.month + 1 };
}

/** The first and the last day of some months. */
export function daysOfMonths({ first, count }: Months): { readonly first: string; readonly last: string } {
  const last = first + count - 1;
  const [lastYear, lastMonth] = [Math.floor(last / 12), (last % 12) + 1];
  return {
    first: dayOf(Math.floor(first / 12), (first % 12) + 1, 1),
    last: dayOf(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)),
  };
}

/** The month in which a day lies, by its number since the year 0, and where in it. */
export function monthAndDay(day: string): { readonly month: number; readonly day: number; readonly isLast: boolean } {
  const [year, month, dayOfMonth] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return { month: year * 12 + month - 1, day: dayOfMonth, isLast: dayOfMonth === daysInMonth(year, month) };
}
