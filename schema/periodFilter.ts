import type { PeriodWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { withoutNull } from './filter.ts';
import { periodArgument } from './period.ts';

/** Conditions on a period, as a client writes them. */
export interface PeriodShape {
  readonly equals?: string | null;
  readonly within?: string | null;
  readonly overlaps?: string | null;
  readonly isUnknown?: boolean | null;
}

export const PeriodFilter = builder.inputType('PeriodFilter', {
  description: 'Conditions on a period; all that are given must hold.',
  fields: (t) => ({
    equals: t.field({ type: 'PeriodLabel', description: 'Has the same first and last day.' }),
    within: t.field({ type: 'PeriodLabel', description: 'Lies within this period.' }),
    overlaps: t.field({ type: 'PeriodLabel', description: 'Shares a day with this period.' }),
    isUnknown: t.boolean({ description: 'True: it is not known. False: it is known.' }),
  }),
});

/** What conditions on a period mean. @throws the client's error for null and for fiscal periods of no calendar */
export function periodWhere(shape: PeriodShape): PeriodWhere {
  const { equals, within, overlaps, isUnknown } = withoutNull(shape);
  const days = (label: string) => periodArgument(label, null, 'where');
  return {
    ...(equals !== undefined && { equals: days(equals) }),
    ...(within !== undefined && { within: days(within) }),
    ...(overlaps !== undefined && { overlaps: days(overlaps) }),
    ...(isUnknown !== undefined && { isUnknown }),
  };
}
