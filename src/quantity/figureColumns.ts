import type { Evidence } from './evidence.ts';
import type { Period } from './period.ts';
import type { BoundsKind } from './quantity.ts';

/** Figures in columns, each at the same place in all of them, so that hundreds of thousands are added up in milliseconds. */
export interface FigureColumns<Trait extends FigureTrait = FigureTrait> {
  /** Value and bounds, whole numbers in the unit of the trait; NaN where there is none. */
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly marks: Uint8Array;
  /** What each has in words, as a place in the list of what there is. */
  readonly trait: Uint32Array;
  readonly traits: readonly Trait[];
}

/** What `marks` holds of a figure. `isOdd` says that its numbers are not all whole, and so not in the columns. */
export const mark = { lowOpen: 1, highOpen: 2, isWeak: 4, isDisputed: 8, isPrepared: 16, isOdd: 32 } as const;

/** What many figures have alike; all null where there is none. */
export interface FigureTrait {
  readonly period: Period | null;
  readonly unit: string | null;
  readonly definition: string | null;
  readonly evidence: Evidence | null;
  readonly bounds: BoundsKind | null;
}
