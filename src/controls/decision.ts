import type { Truth } from './evaluation.ts';
import type { Knowledge } from './knowledge.ts';
import type { Entry, Situation } from './situation.ts';
import { truthOf } from './test.ts';

/** What certainly decides, and what could still be more severe. */
export interface Decision {
  /** The most severe clause or exception that certainly counts; null where none does. */
  readonly certain: Entry | null;
  /** The clauses whose truth is open, and on which it hangs whether something more severe decides; none where it is settled. */
  readonly open: readonly Entry[];
}

/** Whether each clause of a situation applies, by its place there. */
export type Truths = readonly Truth[];

/** Whether each clause applies, by what is known. */
export function truthsOf({ entries }: Situation, known: Knowledge): Truths {
  return entries.map(({ test }) => truthOf(test, known));
}

/** The same once more is known: what was settled stays so. */
export function truthsNow(entries: readonly Entry[], known: Knowledge, before: Truths): Truths {
  const truths = [...before];
  for (const { test, place } of entries) truths[place] ??= truthOf(test, known);
  return truths;
}

/**
 * Of the clauses that apply the most severe decides. A clause that another takes the place of does not count; one that an
 * exception lifts counts as that exception. Entries of which it is settled that they do not apply may be left out.
 */
export function decisionOf(entries: readonly Entry[], truths: Truths): Decision {
  const holds = ({ place }: Entry) => truths[place] === true;
  let certain: Entry | null = null;
  const unsure: Unsure[] = [];
  for (const entry of entries) {
    if (entry.isException || truths[entry.place] === false || entry.replacedBy.some(holds)) continue;
    const counts = entry.liftedBy.find(holds) ?? entry;
    const open = openOn(entry, counts, truths);
    if (open.length > 0) unsure.push({ counts, open });
    else if (certain === null || counts.ready.rank > certain.ready.rank) certain = counts;
  }
  if (unsure.length === 0) return { certain, open: [] };
  const floor = certain?.ready.rank ?? -1;
  const pending = unsure.filter((one) => highestRank(one) > floor);
  return { certain, open: [...new Set(pending.flatMap(({ open }) => open))] };
}

/** A clause, or the exception that it counts as by now, and what it hangs on whether it counts. */
interface Unsure {
  readonly counts: Entry;
  readonly open: readonly Entry[];
}

/** How severe it could be. */
function highestRank({ counts, open }: Unsure): number {
  return open.reduce(
    (most, { isException, ready }) => (isException ? Math.max(most, ready.rank) : most),
    counts.ready.rank,
  );
}

/** Whether it applies, what would take its place, and the exceptions that would count in place of what counts now. */
function openOn(entry: Entry, counts: Entry, truths: Truths): readonly Entry[] {
  const isOpen = ({ place }: Entry) => truths[place] === null;
  const { replacedBy, liftedBy } = entry;
  if (!isOpen(entry) && !replacedBy.some(isOpen) && !liftedBy.some(isOpen)) return [];
  const lifters = liftedBy.filter(({ ready }) => counts === entry || ready.rank < counts.ready.rank);
  return [entry, ...replacedBy, ...lifters].filter(isOpen);
}
