import type { Figure } from '../quantity/figure.ts';
import { agreement } from './agreement.ts';
import { fromOtherPeriods } from './fromOtherPeriods.ts';
import { type Stretch, type Stretches, stretchesOf, tiling } from './tiling.ts';

/** A stated figure of a period and the sum of those that are stated for its parts. */
export interface Mismatch {
  readonly stated: Figure;
  readonly sum: Figure;
}

/**
 * The stated figures that the parts of their period do not add up to: a year against its halves, a half against its
 * quarters. All stretches are of one unit, definition and side. Of the ways to divide a period the one with the fewest
 * parts counts; those that are divided further stand by themselves.
 */
export function contradictingTotals(stretches: readonly Stretch[], nonNegative: boolean): readonly Mismatch[] {
  const all = stretchesOf(stretches);
  return stretches.flatMap((whole) => {
    const terms = tiling(whole, withoutWhole(all, whole));
    const { period } = whole.figure;
    if (terms === null || period === null) return [];
    const sum = fromOtherPeriods(terms, period, nonNegative);
    return agreement(whole.figure, sum) === 'disagree' ? [{ stated: whole.figure, sum }] : [];
  });
}

/** Only what lies within the whole and is added: what is taken away says the same of another period. */
function withoutWhole(all: Stretches, whole: Stretch): Stretches {
  const isPart = ({ first, last }: Stretch) =>
    first >= whole.first && last <= whole.last && (first > whole.first || last < whole.last);
  return new Map(
    [...all].map(([day, steps]) => [day, steps.filter(({ term: { sign, stretch } }) => sign > 0 && isPart(stretch))]),
  );
}
