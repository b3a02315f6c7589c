import { decisionOf, type Truths, truthsNow, truthsOf } from './decision.ts';
import { type Knowledge, withNumber, withWord } from './knowledge.ts';
import type { Entry, Situation } from './situation.ts';
import { type Atom, openAtom } from './test.ts';

/** What is found by looking at all cases. */
export interface Found {
  /** What decides in one case or another; null where nothing is asked for. */
  readonly deciders: ReadonlySet<Entry | null>;
  /** Whether outcomes differ even where all that is cut first is held fixed. */
  readonly straddles: boolean;
  /** False where there were more cases than we look at. */
  readonly complete: boolean;
}

/** More cases than any chip of the graph has by far; a guard against rule books that would take too long. */
export const mostCases = 20_000;

/** How to look. */
export interface Search {
  /** The comparisons that are cut along first, so that it is seen whether the rest differs within. */
  readonly isFirst: (atom: Atom) => boolean;
  readonly most: number;
  /** Whether to stop as soon as outcomes differ within what is cut first. */
  readonly untilStraddling?: boolean;
}

/**
 * Cuts what is possible into cases along the thresholds that matter, exactly: there is a case only where some item lies
 * in it, and throughout it one clause decides.
 */
export function lookAtCases(situation: Situation, known: Knowledge, search: Search): Found {
  const walk: Walk = { ...search, left: search.most, straddles: false };
  const deciders = decidersIn(walk, known, truthsOf(situation, known), situation.entries, true);
  return { deciders, straddles: walk.straddles, complete: walk.left >= 0 };
}

interface Walk extends Search {
  left: number;
  straddles: boolean;
}

function decidersIn(
  walk: Walk,
  known: Knowledge,
  truths: Truths,
  entries: readonly Entry[],
  isFirstCut: boolean,
): ReadonlySet<Entry | null> {
  const { certain, open } = decisionOf(entries, truths);
  walk.left -= 1;
  if (walk.left < 0 || (walk.untilStraddling && walk.straddles)) return new Set([certain]);
  const first = isFirstCut ? firstOpen(open, known, walk.isFirst) : undefined;
  const atom = first ?? firstOpen(open, known, isAny);
  if (atom === undefined) return new Set([certain]);
  const rest = entries.filter(({ place }) => truths[place] !== false);
  const deciders = new Set<Entry | null>();
  for (const side of sidesOf(atom, known)) {
    const within = decidersIn(walk, side, truthsNow(rest, side, truths), rest, first !== undefined);
    for (const decider of within) deciders.add(decider);
  }
  if (isFirstCut && first === undefined && countOutcomes(deciders) > 1) walk.straddles = true;
  return deciders;
}

const isAny = () => true;

function firstOpen(entries: readonly Entry[], known: Knowledge, isMeant: (atom: Atom) => boolean): Atom | undefined {
  for (const { test } of entries) {
    const atom = openAtom(test, known, isMeant);
    if (atom !== undefined) return atom;
  }
  return undefined;
}

function countOutcomes(deciders: ReadonlySet<Entry | null>): number {
  return new Set([...deciders].map((entry) => entry?.ready.outcome ?? 'unrestricted')).size;
}

function sidesOf(atom: Atom, known: Knowledge): readonly Knowledge[] {
  const sides = [true, false].map((isSo) =>
    atom.kind === 'number'
      ? withNumber(known, atom.quantity, atom.order, atom.threshold, isSo)
      : withWord(known, atom.variable, atom.words, isSo),
  );
  return sides.filter((side) => side !== null);
}
