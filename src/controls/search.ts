import { decisionOf } from './decision.ts';
import { type Knowledge, withNumber, withWord } from './knowledge.ts';
import type { Entry, Situation } from './situation.ts';
import { type Atom, openAtoms } from './test.ts';
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

  const cut = (part: Knowledge, boundless: boolean): void => {
    const { certain, open } = decisionOf(situation, part);
    left -= 1;
    if (open.length === 0 || left < 0) {
      cases.push({ known: part, decides: certain });
      return;
    }
    const atoms = open.flatMap((entry) => openAtoms(entry.test, part));
    const free = boundless ? atoms.find(isBoundless) : undefined;
    const before = cases.length;
    const next = free ?? atoms[0];
    if (next !== undefined) for (const side of sidesOf(next, part)) cut(side, free !== undefined);
    if (boundless && free === undefined) straddles ||= outcomesOf(cases.slice(before)).size > 1;
  };
  cut(known, true);
  return { cases, straddles, complete: left >= 0 };
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
