import { referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';

/** Who spent money in which period. */
export interface Spending {
  readonly investor: Seen<EntityRow>;
  /** The label of the period, in the calendar of the investor. */
  readonly period: string;
}

/**
 * Whose capital expenditure an investment is, and when; null for other kinds, and where several spent it together, which is
 * a figure of none of them.
 */
export function spendingOf(investment: Seen<EntityRow>): Read<Spending | null> {
  const { type, kindsJson, periodLabel: period } = investment.row;
  if (type !== 'Investment' || !kindsJson.includes('"capital-expenditure"') || period === null) return null;
  return whenRead(referencesOf(investment, 'investor'), ([investor, ...others]) =>
    investor === undefined || others.length > 0 ? null : { investor, period },
  );
}
