import { Decimal } from '../quantity/decimal.ts';
import type { Period } from '../quantity/period.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { ClaimRow, Publication, Trust } from './tables.ts';

/** A claim as the rest of the program sees it: its row, with what is more than a column taken out of the text. */
export interface Claim extends ClaimRow, Trust {
  /** Null where the claim is no number, or its amount is unknown. */
  readonly quantity: Quantity | null;
  readonly period: Period | null;
  readonly deniedBy: readonly number[];
}

/** Reads what a row holds. */
export function claimOf(row: ClaimRow): Claim {
  return {
    sources: JSON.parse(row.sourcesJson) as readonly Publication[],
    quantity: quantityOf(row),
    period: row.periodLabel === null ? null : { label: row.periodLabel, first: row.periodFirst, last: row.periodLast },
    deniedBy: JSON.parse(row.deniedByJson) as readonly number[],
    // Last: properties that follow a spread one as large are ten times as slow to set.
    ...row,
  };
}

function quantityOf(row: ClaimRow): Quantity | null {
  if (row.unit === null || row.bounds === null) return null;
  // Most figures are exact: one number, and not three.
  const value = decimalOf(row.value);
  return {
    value,
    low: row.low === row.value ? value : decimalOf(row.low),
    high: row.high === row.value ? value : decimalOf(row.high),
    lowOpen: row.lowOpen === 1,
    highOpen: row.highOpen === 1,
    bounds: row.bounds,
    unit: row.unit,
  };
}

function decimalOf(text: string | null): Decimal | null {
  return text === null ? null : new Decimal(text);
}
