import { daysBetween } from './day.ts';
import type { Period } from './period.ts';
import { monthAndDay, wholeMonths } from './wholeMonths.ts';

/**
 * How many lengths of the first period lie between the starts of two of equal length: 3 from FY2023 to FY2026, 5 from
 * 2023-H1 to 2025-H2; negative backwards. Null where they are not of one length, not whole lengths apart, or open.
 */
export function lengthsApart(from: Period, to: Period): number | null {
  const [a, b] = [partOfYear(from), partOfYear(to)];
  if (a !== null && b !== null && a.isFiscal === b.isFiscal) return a.aYear === b.aYear ? b.number - a.number : null;
  const [start, end] = [wholeMonths(from), wholeMonths(to)];
  if (start !== null && end !== null)
    return start.count === end.count ? whole(end.first - start.first, start.count) : null;
  if (from.first === null || from.last === null || to.first === null || to.last === null) return null;
  const length = daysBetween(from.first, from.last) + 1;
  if (length !== daysBetween(to.first, to.last) + 1) return null;
  return whole(daysBetween(from.first, to.first), length);
}

/** A fraction of whole numbers. */
export interface Fraction {
  readonly times: number;
  readonly over: number;
}

/**
 * The years between the starts of two periods, exactly where they are whole months: 5 ÷ 2 from 2023-H1 to 2025-H2; else
 * in years of 365.25 days. Null where a start is open.
 */
export function yearsApart(from: Period, to: Period): Fraction | null {
  const [a, b] = [partOfYear(from), partOfYear(to)];
  if (a !== null && b !== null && a.isFiscal === b.isFiscal && a.aYear === b.aYear)
    return { times: b.number - a.number, over: a.aYear };
  if (from.first === null || to.first === null) return null;
  const [start, end] = [monthAndDay(from.first), monthAndDay(to.first)];
  if (start.day === end.day || (start.isLast && end.isLast)) return { times: end.month - start.month, over: 12 };
  // Of 365.25 days each.
  return { times: daysBetween(from.first, to.first) * 4, over: 1461 };
}

/** A year or an equal part of one, by its number among all of them: years under a weekday rule differ in their days. */
interface PartOfYear {
  readonly isFiscal: boolean;
  /** How many of them make a year. */
  readonly aYear: number;
  readonly number: number;
}

function partOfYear({ label }: Period): PartOfYear | null {
  const [, fiscal, year, half, quarter, month] = /^(FY)?(\d{4})(?:-H([12])|-Q([1-4])|-(\d{2}))?$/.exec(label) ?? [];
  if (year === undefined) return null;
  const aYear = half ? 2 : quarter ? 4 : month ? 12 : 1;
  const place = Number(half ?? quarter ?? month ?? 1) - 1;
  return { isFiscal: fiscal !== undefined, aYear, number: Number(year) * aYear + place };
}

function whole(distance: number, length: number): number | null {
  return distance % length === 0 ? distance / length : null;
}
