import { type Conclusion, conclusionOf, missingOf } from './conclusion.ts';
import type { BookClause, Candidate, Verdict } from './evaluation.ts';
import { itemWithout, solidOf, tentativeOf } from './facts.ts';
import type { Item } from './question.ts';
import type { Situation } from './situation.ts';
import type { ExportOutcome, LicencePolicy, RuleQuantity } from './vocabulary.ts';

/** A verdict on an item in a situation. What is asked for less often is worked out when it is. */
export class Judgement implements Verdict {
  readonly outcome: ExportOutcome;
  readonly policy: LicencePolicy | null;
  readonly clause: BookClause | null;
  readonly candidates: readonly Candidate[];
  readonly complete: boolean;
  readonly #situation: Situation;
  readonly #item: Item;
  #missing: readonly RuleQuantity[] | undefined;
  #tentative: boolean | undefined;

  constructor(situation: Situation, item: Item) {
    const { outcome, policy, clause, candidates, complete }: Conclusion = conclusionOf(situation, item);
    this.outcome = outcome;
    this.policy = policy;
    this.clause = clause;
    this.candidates = candidates;
    this.complete = complete;
    this.#situation = situation;
    this.#item = item;
  }

  get missing(): readonly RuleQuantity[] {
    this.#missing ??= this.outcome === 'unknown' ? missingOf(this.#situation, this.#item) : [];
    return this.#missing;
  }

  /** Whether another conclusion would follow if all that is read from tentative claims were unknown. */
  get tentative(): boolean {
    this.#tentative ??= !isSame(verdictOf(this.#situation, solidOf(this.#item)), this);
    return this.#tentative;
  }
}

/** What follows for an item in a situation, kept as long as the item lives. */
export function verdictOf(situation: Situation, item: Item): Judgement {
  const known = situation.judgements.get(item);
  if (known !== undefined) return known;
  const judgement = new Judgement(situation, item);
  situation.judgements.set(item, judgement);
  return judgement;
}

/** The tentative quantities each of which alone changes the verdict if it is unknown; all where none does alone. */
export function restsOn(situation: Situation, item: Item): readonly RuleQuantity[] {
  const verdict = verdictOf(situation, item);
  if (!verdict.tentative) return [];
  const tentative = tentativeOf(item);
  const alone = tentative.filter((name) => !isSame(verdictOf(situation, itemWithout(item, [name])), verdict));
  return alone.length > 0 ? alone : tentative;
}

/** Whether two verdicts say the same, whatever they rest on. */
export function isSame(a: Verdict, b: Verdict): boolean {
  if (a === b) return true;
  if (a.outcome !== b.outcome || essenceOf(a) !== essenceOf(b)) return false;
  return a.outcome !== 'unknown' || a.missing.join() === b.missing.join();
}

function essenceOf({ policy, clause, candidates }: Verdict): string {
  const remaining = candidates.map((each) => [each.outcome, each.policy, each.clause?.key]);
  return JSON.stringify([policy, clause?.key, remaining]);
}
