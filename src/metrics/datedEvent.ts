import { firstDayOf, lastDayOf } from '../quantity/period.ts';

/** A dated event: what it is, in words, and the day, month or year of it; null where that is not known. */
export interface DatedEvent {
  readonly name: string;
  readonly date: string | null;
}

/** The first and the last day that the date of an event may mean; null where it is not known. */
export function daysOf({ date }: DatedEvent): { readonly first: string; readonly last: string } | null {
  const [first, last] = [date && firstDayOf(date), date && lastDayOf(date)];
  return first && last ? { first, last } : null;
}

/** Why the time between two events is not known. */
export function whyUnknown(events: readonly DatedEvent[]): string {
  const missing = events.filter((event) => daysOf(event) === null).map(({ name }) => name);
  return `the date is not known: ${missing.join(', ')}`;
}
