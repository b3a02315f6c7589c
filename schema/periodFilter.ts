import type { StepLength } from '../src/quantity/periodSteps.ts';
import type { PeriodWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { listed, withoutNull } from './filter.ts';
import { Interval } from './interval.ts';
import { periodArgument } from './period.ts';

/** Conditions on a period, as a client writes them. */
export interface PeriodShape {
  readonly equals?: string | null;
  readonly in?: readonly string[] | null;
  readonly within?: string | null;
  readonly overlaps?: string | null;
  readonly interval?: StepLength | null;
  readonly isUnknown?: boolean | null;
}

export const PeriodFilter = builder.inputType('PeriodFilter', {
  description: 'Conditions on a period; all that are given must hold.',
  fields: (t) => ({
    equals: t.field({ type: 'PeriodLabel', description: 'Has the same first and last day.' }),
    in: t.field({
      type: ['PeriodLabel'],
      description: 'Has the first and last day of one of these, at most 100.',
    }),
    within: t.field({ type: 'PeriodLabel', description: 'Lies within this period.' }),
    overlaps: t.field({ type: 'PeriodLabel', description: 'Shares a day with this period.' }),
    interval: t.field({
      type: Interval,
      description:
        'Is a year, half year, quarter or month: as many whole months, or as many weeks as a fiscal calendar gives it.',
    }),
    isUnknown: t.boolean({ description: 'True: it is not known. False: it is known.' }),
  }),
});

/** What conditions on a period mean. @throws the client's error for null and for fiscal periods of no calendar */
export function periodWhere(shape: PeriodShape): PeriodWhere {
  const { equals, in: among, within, overlaps, interval, isUnknown } = withoutNull(shape);
  const days = (label: string) => periodArgument(label, null, 'where');
  return {
    ...(equals !== undefined && { equals: days(equals) }),
    ...(among !== undefined && { in: listed(among, 'in').map(days) }),
    ...(within !== undefined && { within: days(within) }),
    ...(overlaps !== undefined && { overlaps: days(overlaps) }),
    ...(interval !== undefined && { step: interval }),
    ...(isUnknown !== undefined && { isUnknown }),
  };
}
