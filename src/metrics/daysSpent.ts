import { exact } from '../quantity/arithmetic.ts';
import { daysBetween } from '../quantity/day.ts';
import type { Figure } from '../quantity/figure.ts';
import { derive, warning } from './metric.ts';

/** A stretch of days, both included; a null end is open. */
interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
  /** Whether it rests on claims of weak confidence. */
  readonly tentative: boolean;
}

/**
 * How many days some stretches have together, both ends of each included, up to a day: from 29 September to 9 November
 * are 42. Tentative stretches are left out, and said to be, unless `withTentative`; they make the answer tentative where
 * they are counted. A stretch whose first day is older than the records has no days that could be counted.
 */
export function daysSpent({
  windows,
  until,
  withTentative,
}: {
  readonly windows: readonly Stretch[];
  readonly until: string;
  readonly withTentative: boolean;
}): Figure {
  const begun = windows.filter(({ from }) => from !== null && from <= until);
  const counted = begun.filter(({ tentative }) => withTentative || !tentative);
  const days = counted.reduce((sum, window) => sum + daysOf(window, until), 0);
  return derive({
    metric: 'daysSpent',
    formula: 'Σ (last day − first day + 1)',
    inputs: [],
    quantity: exact(days, 'days'),
    period: null,
    assumptions: counted.map(({ from, to }) => `From ${from} to ${last(to, until)}.`),
    warnings: begun
      .filter((window) => !counted.includes(window))
      .map((window) =>
        warning(
          'low-confidence',
          `${daysOf(window, until)} days from ${window.from} on rest on weak claims and are left out`,
        ),
      ),
    tentative: counted.some(({ tentative }) => tentative),
  });
}

function daysOf({ from, to }: Stretch, until: string): number {
  return from === null ? 0 : daysBetween(from, last(to, until)) + 1;
}

function last(to: string | null, until: string): string {
  return to === null || to > until ? until : to;
}
