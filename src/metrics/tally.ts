import { computed } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import { type Evidence, evidences, weakest } from '../quantity/evidence.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import type { BoundsKind, Quantity } from '../quantity/quantity.ts';

/**
 * Figures of one unit in columns, so that hundreds of thousands are added up in milliseconds. Numbers are whole, and so
 * small that the sum of all of them is exact in doubles.
 */
export interface FigureColumns {
  /** NaN where there is none. */
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 where the low end is open, 2 the high one. */
  readonly ends: Uint8Array;
  /** The place of the kind of its bounds among those below. */
  readonly bounds: Uint8Array;
  /** The place of the evidence among all grades. */
  readonly evidence: Uint8Array;
  /** The places of the period and the definition among those below. */
  readonly period: Uint32Array;
  readonly definition: Uint32Array;
  readonly periods: readonly (Period | null)[];
  readonly definitions: readonly (string | null)[];
  readonly kinds: readonly BoundsKind[];
  readonly unit: string;
}

/** What `ends` holds of a figure. */
export function endMarks(lowOpen: boolean, highOpen: boolean): number {
  return (lowOpen ? 1 : 0) + (highOpen ? 2 : 0);
}

/** Whether a number stands in columns of so many rows: it is whole, and no sum of as many is more than a double holds. */
export function fitsColumns(text: string | null, rows: number): boolean {
  if (text === null) return true;
  const number = Number(text);
  return /^-?\d{1,15}$/.test(text) && Math.abs(number) * rows <= Number.MAX_SAFE_INTEGER;
}

/** The sum of figures in columns, as `sum` of arithmetic.ts has it of quantities. */
export class Tally {
  readonly #columns: FigureColumns;
  /** How many. */
  count = 0;
  #value = 0;
  #low = 0;
  #high = 0;
  #ends = 0;
  #areExact = true;
  #worst = 0;
  #first = -1;
  #isOnePeriod = true;
  #isOneDefinition = true;

  constructor(columns: FigureColumns) {
    this.#columns = columns;
  }

  /** The place of the first. */
  get first(): number {
    return this.#first;
  }

  add(place: number): void {
    const { value, low, high, ends, bounds, kinds, evidence, period, definition } = this.#columns;
    if (this.count === 0) this.#first = place;
    this.count += 1;
    // What is no number makes the sum none.
    this.#value += value[place] ?? Number.NaN;
    this.#low += low[place] ?? Number.NaN;
    this.#high += high[place] ?? Number.NaN;
    this.#ends |= ends[place] ?? 0;
    this.#areExact &&= kinds[bounds[place] ?? -1] === 'exact';
    this.#worst = Math.max(this.#worst, evidence[place] ?? 0);
    this.#isOnePeriod &&= period[place] === period[this.#first];
    this.#isOneDefinition &&= definition[place] === definition[this.#first];
  }

  /** The sum as a figure: of one it is that one, of several derived at best. */
  figure(origin: Figure['origin']): Figure {
    const { period, definition, periods, definitions } = this.#columns;
    const evidence: Evidence = evidences[this.#worst] ?? 'scenario';
    return {
      quantity: this.#quantity(),
      evidence: this.count === 1 ? evidence : weakest('derived', evidence),
      tentative: false,
      period: this.#isOnePeriod ? (periods[period[this.#first] ?? -1] ?? null) : null,
      definition: this.#isOneDefinition ? (definitions[definition[this.#first] ?? -1] ?? null) : null,
      origin,
    };
  }

  #quantity(): Quantity {
    const end = (at: number, open: boolean, none: number) =>
      Number.isNaN(at) ? { at: new Decimal(none), open: true } : { at: new Decimal(at), open };
    const interval = {
      low: end(this.#low, (this.#ends & 1) !== 0, Number.NEGATIVE_INFINITY),
      high: end(this.#high, (this.#ends & 2) !== 0, Number.POSITIVE_INFINITY),
    };
    const value = Number.isNaN(this.#value) ? null : new Decimal(this.#value);
    const sum = computed(interval, value, this.#columns.unit);
    if (this.#areExact) return { ...sum, bounds: 'exact' };
    const { kinds, bounds } = this.#columns;
    return this.count === 1 ? { ...sum, bounds: kinds[bounds[this.#first] ?? -1] ?? sum.bounds } : sum;
  }
}
