/** A stretch of time. Two periods are equal where their days are. */
export interface Period {
  /** As it was stated or asked for: `2024-H1`, `FY2025-Q1`, `2024-08-26/..`. */
  readonly label: string;
  /** The first day, `2024-01-01`; null where it is open. */
  readonly first: string | null;
  /** The last day; null where it is open. */
  readonly last: string | null;
}

/** When a company's fiscal year ends: a month and day, or a weekday rule. Fiscal years bear the year in which they end. */
export type FiscalYearEnd = { readonly month: number; readonly day: number } | { readonly lastSundayOf: number };
