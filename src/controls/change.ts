import type { Candidate, Verdict } from './evaluation.ts';
import { severityOf } from './severity.ts';
import { type ClauseOutcome, clauseOutcomes } from './vocabulary.ts';

/** What followed on one day and what follows on another; or for one chip and another. */
export interface Change {
  readonly before: Verdict;
  readonly after: Verdict;
}

/** Whether more is asked for than before, by outcome and then by policy. */
export function isStricter(change: Change): boolean {
  return rises(change, ({ outcome, policy }) => severityOf(outcome, policy));
}

/** Whether more is asked for than before, by outcome alone. */
export function asksForMore(change: Change): boolean {
  return rises(change, ({ outcome }) => severityOf(outcome, null));
}

/** With several candidates: whether the mildest or the most severe of them is more severe, and neither is milder. */
function rises({ before, after }: Change, severity: (candidate: Answer) => number): boolean {
  const [old, now] = [before, after].map((verdict) =>
    answersOf(verdict)
      .map(severity)
      .toSorted((a, b) => a - b),
  );
  const least = (now?.at(0) ?? 0) - (old?.at(0) ?? 0);
  const most = (now?.at(-1) ?? 0) - (old?.at(-1) ?? 0);
  return least >= 0 && most >= 0 && least + most > 0;
}

type Answer = Pick<Candidate, 'outcome' | 'policy'>;

function answersOf({ outcome, policy, candidates }: Verdict): readonly Answer[] {
  return candidates.length > 0 || !isSettled(outcome) ? candidates : [{ outcome, policy }];
}

function isSettled(outcome: Verdict['outcome']): outcome is ClauseOutcome {
  return outcome in clauseOutcomes;
}
