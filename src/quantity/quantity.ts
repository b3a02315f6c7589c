import type { Decimal } from './decimal.ts';

/** Where the bounds of a quantity come from. */
export const boundsKinds = [
  'exact',
  'rounding',
  'approximate',
  'stated-range',
  'one-sided',
  'percentiles-5-95',
  'computed',
  'unknown',
] as const;

/** One kind of bounds. */
export type BoundsKind = (typeof boundsKinds)[number];

/**
 * Bounds and a unit, and the central value where one was stated.
 *
 * A null bound is a bound that does not exist: "more than a million" has no upper one. Where value, low and high are
 * all null nothing is known, and `bounds` is `unknown`.
 */
export interface Quantity {
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** Whether the lower bound itself is excluded. False where there is none. */
  readonly lowOpen: boolean;
  /** Whether the upper bound itself is excluded. False where there is none. */
  readonly highOpen: boolean;
  readonly bounds: BoundsKind;
  /** A code of unit.ts: `CNY`, `count`, `ratio`, `CNY/USD`. */
  readonly unit: string;
}

/** Whether nothing is known of a quantity: neither value nor bounds. */
export function isUnknown({ value, low, high }: Quantity): boolean {
  return value === null && low === null && high === null;
}
