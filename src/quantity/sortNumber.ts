import type { Decimal } from './decimal.ts';

/**
 * What figures are ordered by: a double tells most apart; where two are close, the numbers themselves do. Those are rounded, so
 * that what was rounded at other steps of the same sum is equal.
 */
export class SortNumber {
  /** The number in a double, wrong in its last digits at most. */
  readonly close: number;
  readonly #work: () => Decimal;
  #exact: Decimal | undefined;

  /** @param work works out the number, where it is asked for */
  constructor(close: number, work: () => Decimal) {
    this.close = close;
    this.#work = work;
  }

  static of(number: Decimal): SortNumber {
    return new SortNumber(number.toNumber(), () => number);
  }

  /** The number, to so many digits as count. */
  get exact(): Decimal {
    this.#exact ??= this.#work().toSignificantDigits(digitsThatCount);
    return this.#exact;
  }

  /** Below zero where this one is less, above where it is greater. */
  compareTo(other: SortNumber): number {
    return isClose(this.close, other.close) ? this.exact.comparedTo(other.exact) : this.close - other.close;
  }
}

/** What is divided is rounded in its fortieth digit. */
const digitsThatCount = 30;

/** Whether doubles are so close that they do not tell which number is greater. */
export function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
