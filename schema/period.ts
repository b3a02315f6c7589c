import { type FiscalYearEnd, parseFiscalYearEnd } from '../src/quantity/fiscalYear.ts';
import { type Period, parsePeriod } from '../src/quantity/period.ts';
import type { EntityDetail } from '../src/store/entityDetail.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { clientError } from './errors.ts';

export const PeriodRef = builder.objectRef<Period>('Period').implement({
  description: 'A stretch of time with its first and last day.',
  fields: (t) => ({
    label: t.field({
      type: 'PeriodLabel',
      description: 'As it was stated or asked for: `2024-H1`, `FY2025-Q1`.',
      resolve: ({ label }) => label,
    }),
    first: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day; null where open or unknown.',
      resolve: ({ first }) => first,
    }),
    last: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day; null where open or unknown.',
      resolve: ({ last }) => last,
    }),
  }),
});

/** The period that a client names, in the calendar of an entity where it is a fiscal one. @throws where it has no days */
export function periodArgument(label: string, entity: Seen<EntityRow> | null, argument: string): Period {
  const period = parsePeriod(label, entity && calendarOf(entity));
  if (!('problem' in period)) return period;
  const whose = entity === null ? '' : ` (${entity.row.name})`;
  throw clientError('BAD_PERIOD', `${period.problem}${whose}`, argument);
}

/** The fiscal calendar that the periods of an entity are in, its own or that of its company; null where none is known. */
export function calendarOf(entity: Seen<EntityRow>): FiscalYearEnd | null {
  return parseFiscalYearEnd(detailOf(entity).fiscalYearEnds ?? '');
}

/** What the file of an entity says besides its columns. */
export function detailOf({ row }: Seen<EntityRow>): EntityDetail {
  // The compiler wrote it in this form.
  return JSON.parse(row.detailJson) as EntityDetail;
}

/** The period of an entity itself, such as that of an investment; null where it has none. */
export function ownPeriod({ row }: Seen<EntityRow>): Period | null {
  const { periodLabel, periodFirst, periodLast } = row;
  return periodLabel === null ? null : { label: periodLabel, first: periodFirst, last: periodLast };
}
