import { lastDayOf } from '../src/quantity/period.ts';
import type { DateWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { withoutNull } from './filter.ts';
import { periodArgument } from './period.ts';

/** Conditions on a date, as a client writes them. */
export interface DateShape {
  readonly equals?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly within?: string | null;
  readonly isUnknown?: boolean | null;
}

export const DateFilter = builder.inputType('DateFilter', {
  description:
    'Conditions on a date; all that are given must hold. A date known to the month or year counts as its last day.',
  fields: (t) => ({
    equals: t.field({ type: 'Date', description: 'Is this day.' }),
    before: t.field({ type: 'Date', description: 'Earlier than this day.' }),
    after: t.field({ type: 'Date', description: 'Later than this day.' }),
    within: t.field({ type: 'PeriodLabel', description: 'Lies within this period.' }),
    isUnknown: t.boolean({ description: 'True: it is not known. False: it is known.' }),
  }),
});

/** What conditions on a date mean, in days. @throws the client's error for null */
export function dateWhere(shape: DateShape): DateWhere {
  const { equals, before, after, within, isUnknown } = withoutNull(shape);
  const days = { equals: dayOf(equals), before: dayOf(before), after: dayOf(after) };
  return {
    ...(days.equals !== undefined && { equals: days.equals }),
    ...(days.before !== undefined && { before: days.before }),
    ...(days.after !== undefined && { after: days.after }),
    ...(within !== undefined && { within: periodArgument(within, null, 'where') }),
    ...(isUnknown !== undefined && { isUnknown }),
  };
}

/** The scalar has checked that it is a day, month or year. */
function dayOf(date: string | undefined): string | undefined {
  return date === undefined ? undefined : (lastDayOf(date) ?? date);
}
