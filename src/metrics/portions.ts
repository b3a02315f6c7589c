import { exact } from '../quantity/arithmetic.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { type FigureColumns, type FigureTrait, mark } from '../quantity/figureColumns.ts';
import type { Period } from '../quantity/period.ts';
import type { Quantity } from '../quantity/quantity.ts';

/**
 * Many figures in one unit: each is of a portion of them that is converted at one rate, so that a sum is converted portion by
 * portion. That is as exact as it can be, for Σ amounts ÷ rate is the same as Σ (amount ÷ rate).
 */
export interface Portions {
  readonly unit: string;
  /** Whether the figures cannot be negative. */
  readonly nonNegative: boolean;
  readonly columns: FigureColumns;
  readonly all: readonly Portion[];
  /** The portion of each trait. */
  readonly ofTrait: Uint32Array;
}

/** Figures of one unit, and where they are converted of one period. */
export class Portion {
  readonly unit: string;
  readonly #period: Period | null;
  readonly #convert: ((figure: Figure) => Figure) | null;
  #times: Numbers | null;

  /** @param convert converts a figure; null for the unit that it is in */
  constructor(unit: string, period: Period | null, convert: ((figure: Figure) => Figure) | null) {
    this.unit = unit;
    this.#period = period;
    this.#convert = convert;
    this.#times = convert === null ? asItIs : null;
  }

  get isConverted(): boolean {
    return this.#convert !== null;
  }

  /** Whether it can be converted. */
  get hasRate(): boolean {
    return !this.isConverted || !Number.isNaN(this.times.low);
  }

  /** What a number is multiplied by, in doubles: value, low and high end. NaN where no rate is known. */
  get times(): Numbers {
    if (this.#times === null) {
      const { value, low, high } = this.converted(exact(1, this.unit));
      const number = (decimal: Decimal | null) => decimal?.toNumber() ?? Number.NaN;
      this.#times = { value: number(value), low: number(low), high: number(high) };
    }
    return this.#times;
  }

  /** A quantity of the portion, converted. */
  converted(quantity: Quantity): Quantity {
    if (this.#convert === null) return quantity;
    const origin = { claimIds: [] };
    const figure = { quantity, evidence: 'reported' as const, tentative: false, definition: null, origin };
    return this.#convert({ ...figure, period: this.#period }).quantity;
  }
}

/**
 * A figure among many: twice its place, and one more where it is shared among several, nobody says how, so that it is
 * anything from nothing to all of it.
 */
export type Member = number;

/** The portion of a figure. */
export function portionAt({ columns, all, ofTrait }: Portions, place: number): Portion | undefined {
  return all[ofTrait[columns.trait[place] ?? -1] ?? -1];
}

/** Whether a figure that is known is so when it is converted and shared. */
export function isStillKnown(portions: Portions, member: Member): boolean {
  if ((member & 1) === 1 && !portions.nonNegative) return false;
  return portionAt(portions, member >> 1)?.hasRate === true;
}

/** The ends and the value of a figure in doubles, converted, infinite where it has no end; value NaN where it has none. */
export function numbersAt(portions: Portions, member: Member): Numbers {
  const { columns } = portions;
  const place = member >> 1;
  const times = portionAt(portions, place)?.times ?? asItIs;
  const isShared = (member & 1) === 1;
  const [low, high] = [isShared ? 0 : (columns.low[place] ?? Number.NaN), columns.high[place] ?? Number.NaN];
  return scaled({ value: isShared ? Number.NaN : (columns.value[place] ?? Number.NaN), low, high }, times);
}

/** Numbers of a portion, converted: an end below zero moves the other way. */
export function scaled({ value, low, high }: Numbers, times: Numbers): Numbers {
  return {
    value: value * times.value,
    low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low * (low < 0 ? times.high : times.low),
    high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : high * (high < 0 ? times.low : times.high),
  };
}

/** What numbers are multiplied by that are not converted. */
export const asItIs: Numbers = { value: 1, low: 1, high: 1 };

/** Value and ends in doubles. */
export interface Numbers {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The same of a quantity. */
export function numbersOf({ value, low, high }: Quantity): Numbers {
  return {
    value: value?.toNumber() ?? Number.NaN,
    low: low?.toNumber() ?? Number.NEGATIVE_INFINITY,
    high: high?.toNumber() ?? Number.POSITIVE_INFINITY,
  };
}

/** What numbers are ordered by, as `sortValue` has it; null where nothing is known. */
export function closeNumberOf({ value, low, high }: Numbers): number | null {
  if (!Number.isNaN(value)) return value;
  const [below, above] = [Number.isFinite(low), Number.isFinite(high)];
  return below && above ? (low + high) / 2 : below ? low : above ? high : null;
}

/** Whether the low and the high end of a figure are open. */
export function opennessAt({ columns }: Portions, member: Member): { readonly low: boolean; readonly high: boolean } {
  const marks = columns.marks[member >> 1] ?? 0;
  const isShared = (member & 1) === 1;
  return { low: !isShared && (marks & mark.lowOpen) !== 0, high: (marks & mark.highOpen) !== 0 };
}

/** What a figure has in words. */
export function traitAt({ columns }: Portions, place: number): FigureTrait | undefined {
  return columns.traits[columns.trait[place] ?? -1];
}
