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

/** The same day of the year some years later; the 29th of February becomes the 28th where there is none. */
export function plusYears(text: string, years: number): string {
  const { year, month, day } = partsOf(text);
  return dayOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/** How many days a month has, month from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The last such weekday of a month, weekday from 0, Sunday, to 6. */
export function lastWeekday(weekday: number, year: number, month: number): string {
  const last = dayOf(year, month, daysInMonth(year, month));
  return plusDays(last, -daysSince(weekday, last));
}

/** The day of a weekday that lies closest to a day: the day itself, or at most three days before or after it. */
export function closestWeekday(weekday: number, day: string): string {
  const since = daysSince(weekday, day);
  return plusDays(day, since <= 3 ? -since : 7 - since);
}

/** How many days before a day the weekday was last; 0 where the day is one. */
function daysSince(weekday: number, day: string): number {
  const parts = partsOf(day);
  return (new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay() - weekday + 7) % 7;
}

function partsOf(text: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) };
}
