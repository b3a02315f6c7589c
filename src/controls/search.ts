import { decisionOf, type Truths, truthsNow, truthsOf } from './decision.ts';
import { type Knowledge, withNumber, withWord } from './knowledge.ts';
import type { Entry, Situation } from './situation.ts';
import { type Atom, openAtom } from './test.ts';
import type { ClauseOutcome } from './vocabulary.ts';

/** A part of what is possible, throughout which one clause decides. */
export interface Case {
  readonly known: Knowledge;
  /** Null where nothing is asked for. */
  readonly decides: Entry | null;
}

/** All cases of what is possible. */
export interface Cases {
  readonly cases: readonly Case[];
  /** Whether outcomes differ even where all that has no bound is held fixed. */
  readonly straddles: boolean;
  /** False where there were more cases than we look at. */
  readonly complete: boolean;
}

/** More cases than any chip of the graph has by far; a guard against rule books that would take too long. */
const most = 20_000;

/**
 * Cuts what is possible into cases along the thresholds that matter, exactly: a case is one only if some item lies in it.
 * What has no bound is cut first, so that it is seen whether the rest differs within.
 */
export function casesOf(situation: Situation, known: Knowledge, isBoundless: (atom: Atom) => boolean): Cases {
  const cases: Case[] = [];
  let straddles = false;
  let left = most;

  const cut = (part: Knowledge, truths: Truths, entries: readonly Entry[], boundless: boolean): void => {
    const { certain, open } = decisionOf(entries, truths);
    left -= 1;
    const free = boundless && left >= 0 ? firstOpen(open, part, isBoundless) : undefined;
    const next = free ?? (left >= 0 ? firstOpen(open, part, anyAtom) : undefined);
    if (next === undefined) {
      cases.push({ known: part, decides: certain });
      return;
    }
    const found = cases.length;
    const rest = entries.filter(({ place }) => truths[place] !== false);
    for (const side of sidesOf(next, part)) cut(side, truthsNow(rest, side, truths), rest, free !== undefined);
    if (boundless && free === undefined) straddles ||= outcomesOf(cases.slice(found)).size > 1;
  };
  cut(known, truthsOf(situation, known), situation.entries, true);
  return { cases, straddles, complete: left >= 0 };
}

const anyAtom = () => true;

function firstOpen(entries: readonly Entry[], known: Knowledge, isMeant: (atom: Atom) => boolean): Atom | undefined {
  for (const { test } of entries) {
    const atom = openAtom(test, known, isMeant);
    if (atom !== undefined) return atom;
  }
  return undefined;
}

/** The outcomes of some cases. */
export function outcomesOf(cases: readonly Case[]): ReadonlySet<string> {
  return new Set(cases.map(outcomeOf));
}

/** What is asked for in a case. */
export function outcomeOf({ decides }: Case): ClauseOutcome {
  return decides?.ready.outcome ?? 'unrestricted';
}

function sidesOf(atom: Atom, known: Knowledge): readonly Knowledge[] {
  const sides = [true, false].map((isSo) =>
    atom.kind === 'number'
      ? withNumber(known, atom.quantity, atom.order, atom.threshold, isSo)
      : withWord(known, atom.variable, atom.words, isSo),
  );
  return sides.filter((side) => side !== null);
}
