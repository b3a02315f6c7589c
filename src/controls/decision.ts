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

/**
 * Of the clauses that apply the most severe decides. A clause that another takes the place of does not count; one that an
 * exception lifts counts as that exception.
 */
export function decisionOf({ entries }: Situation, known: Knowledge): Decision {
  const truths = new Map<Entry, Truth>();
  for (const entry of entries) truths.set(entry, truthOf(entry.test, known));
  const is = (truth: Truth) => (entry: Entry) => truths.get(entry) === truth;
  let certain: Entry | null = null;
  const unsure: { readonly most: Entry; readonly open: readonly Entry[] }[] = [];
  for (const entry of entries) {
    if (entry.isException || truths.get(entry) === false || entry.replacedBy.some(is(true))) continue;
    const counts = entry.liftedBy.find(is(true)) ?? entry;
    const open = [...[entry, ...entry.replacedBy].filter(is(null)), ...openLifters(entry, counts, is(null))];
    if (open.length > 0)
      unsure.push({ most: severest([counts, ...open.filter(({ isException }) => isException)]), open });
    else certain = severest(certain === null ? [counts] : [certain, counts]);
  }
  const floor = certain?.ready.rank ?? -1;
  const pending = unsure.filter(({ most }) => most.ready.rank > floor).flatMap(({ open }) => open);
  return { certain, open: [...new Set(pending)] };
}

/** The exceptions whose truth is open and that would count in place of what counts now. */
function openLifters(entry: Entry, counts: Entry, isOpen: (entry: Entry) => boolean): readonly Entry[] {
  return entry.liftedBy.filter(
    (lifter) => isOpen(lifter) && (counts === entry || lifter.ready.rank < counts.ready.rank),
  );
}

function severest(entries: readonly Entry[]): Entry {
  return entries.reduce((most, entry) => (entry.ready.rank > most.ready.rank ? entry : most));
}
