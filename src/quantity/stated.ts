import { Decimal } from './decimal.ts';

/** A number as it was written: its digits, and the power of ten that its scale word stands for. */
export interface Written {
  /** Without separators: `-2.30`. */
  readonly digits: string;
  /** 9 for `bn`. */
  readonly exponent: number;
}

/** The scale words by their power of ten, the one that is printed first. */
export const scaleWords: readonly { readonly exponent: number; readonly words: readonly string[] }[] = [
  { exponent: 3, words: ['k', 'thousand'] },
  { exponent: 6, words: ['m', 'mn', 'million'] },
  { exponent: 9, words: ['bn', 'b', 'billion'] },
  { exponent: 12, words: ['tn', 'trillion'] },
];

/** The number that was written. */
export function writtenValue({ digits, exponent }: Written): Decimal {
  return new Decimal(digits).times(powerOfTen(exponent));
}

/**
 * How far to either side the number may lie: half a unit of the last stated digit where it is rounded; a whole unit
 * where it is "about" that much, and at most a tenth of it.
 *
 * Trailing zeros of a whole number are not stated digits: 50bn is 45 to 55 bn, 50.0bn is 49.95 to 50.05 bn.
 */
export function halfWidth(written: Written, kind: 'rounding' | 'approximate'): Decimal {
  const unit = powerOfTen(lastDigit(written));
  if (kind === 'rounding') return unit.times('0.5');
  return Decimal.min(unit, writtenValue(written).abs().times('0.1'));
}

/** The power of ten of the last stated digit. */
function lastDigit({ digits, exponent }: Written): number {
  const [whole = '', decimals] = digits.split('.');
  if (decimals !== undefined) return exponent - decimals.length;
  const zeros = /[1-9](0*)$/.exec(whole)?.[1]?.length ?? 0;
  return exponent + zeros;
}

function powerOfTen(exponent: number): Decimal {
  return new Decimal(`1e${exponent}`);
}
