import type { Verdict } from './evaluation.ts';
import { isWithin } from './places.ts';
import type { Days, Item } from './question.ts';
import { verdictIn, type Way } from './route.ts';
import type { Rules } from './rules.ts';
import { isSame } from './verdict.ts';

/** A stretch of days throughout which the same follows. */
export interface StatusWindow extends Days {
  readonly verdict: Verdict;
}

/** What follows for an item over all time, earliest first. Two windows that follow each other differ. */
export function windowsOf(rules: Rules, way: Way, item: Item): readonly StatusWindow[] {
  const route = rules.routeOf(way);
  const windows: StatusWindow[] = [];
  for (const stretch of route.stretches) {
    const verdict = verdictIn(stretch, item);
    const last = windows.at(-1);
    if (last !== undefined && goesOn(last.verdict, verdict)) windows[windows.length - 1] = { ...last, to: stretch.to };
    else windows.push({ from: stretch.from, to: stretch.to, verdict });
  }
  return windows;
}

/** The window that a day lies in, by its place among all. */
export function windowOn(windows: readonly StatusWindow[], day: string): number {
  return windows.findIndex((window) => isWithin(window, day));
}

function goesOn(before: Verdict, after: Verdict): boolean {
  return before.tentative === after.tentative && isSame(before, after);
}
