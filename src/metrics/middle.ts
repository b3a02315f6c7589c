import { Decimal } from '../quantity/decimal.ts';
import type { End } from '../quantity/interval.ts';

/** Many ends of intervals: their places in doubles, which tell most of them apart, and each exactly. */
export interface Ends {
  readonly at: Float64Array;
  readonly isOpen: (place: number) => boolean;
  readonly exactly: (place: number) => Decimal;
  /** Whether of ends at one place an open one goes before a closed one, as high ends do. */
  readonly openFirst: boolean;
}

/** The end in the middle, or half way between the two there, as `median` has it. There is one at least. */
export function middleOf({ at, isOpen, exactly, openFirst }: Ends): End {
  const sorted = at.toSorted();
  const ranked = (rank: number): number => {
    const number = sorted[rank];
    const equal: number[] = [];
    for (const [place, one] of at.entries()) if (one === number) equal.push(place);
    equal.sort((a, b) => (Number(isOpen(a)) - Number(isOpen(b))) * (openFirst ? -1 : 1));
    return equal[rank - sorted.indexOf(number ?? Number.NaN)] ?? 0;
  };
  const [a, b] = [ranked((at.length - 1) >> 1), ranked(at.length >> 1)];
  const one: End = { at: exactly(a), open: isOpen(a) };
  if (a === b) return one;
  return { at: Decimal.add(one.at, exactly(b)).div(2), open: one.open || isOpen(b) };
}

/** The number in the middle, or half way between the two there, in doubles. */
export function middleNumber(numbers: Float64Array): number {
  const sorted = numbers.toSorted();
  const [a = Number.NaN, b = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return a === b ? a : (a + b) / 2;
}
