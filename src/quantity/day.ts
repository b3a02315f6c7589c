/** Arithmetic on days, written `2024-08-26`. Days order as their texts do. */

/** The day of a year, month (1 to 12) and day of the month. */
export function dayOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a text is a day that the calendar has, from 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether a year is one that periods may name: dates before 1900 or after 2199 are slips of the pen. */
export function isYear(year: number): boolean {
  return year >= 1900 && year <= 2199;
}

/** The day some days later, or earlier where the number is negative. */
export function plusDays(day: string, days: number): string {
  const parts = partsOf(day);
  return new Date(Date.UTC(parts.year, parts.month - 1, parts.day + days)).toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative where the other comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The same day of the year some years later; the 29th of February becomes the 28th where there is none. */
export function plusYears(text: string, years: number): string {
  const { year, month, day } = partsOf(text);
  return dayOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/** How many days a month has, month from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of the week, from 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  const parts = partsOf(day);
  return new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay();
}

function partsOf(text: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}
