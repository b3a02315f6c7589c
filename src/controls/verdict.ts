import { type Conclusion, conclusionOf } from './conclusion.ts';
import type { Verdict } from './evaluation.ts';
import { itemWithout, tentativeOf } from './facts.ts';
import type { Item } from './question.ts';
import type { Situation } from './situation.ts';
import type { RuleQuantity } from './vocabulary.ts';

/**
 * What follows for an item in a situation. It is tentative where another conclusion would follow if all that is read from
 * tentative claims were unknown.
 */
export function verdictOf(situation: Situation, item: Item): Verdict & Conclusion {
  const known = situation.verdicts.get(item);
  if (known !== undefined) return known;
  const conclusion = conclusionOf(situation, item);
  const verdict = { ...conclusion, tentative: restsOnAny(tentativeOf(item), situation, item, conclusion) };
  situation.verdicts.set(item, verdict);
  return verdict;
}

/** The tentative quantities each of which alone changes the conclusion if it is unknown; all of them where none does alone. */
export function restsOn(situation: Situation, item: Item): readonly RuleQuantity[] {
  const verdict = verdictOf(situation, item);
  if (!verdict.tentative) return [];
  const tentative = tentativeOf(item);
  const alone = tentative.filter((quantity) => restsOnAny([quantity], situation, item, verdict));
  return alone.length > 0 ? alone : tentative;
}

function restsOnAny(
  quantities: readonly RuleQuantity[],
  situation: Situation,
  item: Item,
  conclusion: Conclusion,
): boolean {
  if (quantities.length === 0) return false;
  return essenceOf(conclusionOf(situation, itemWithout(item, quantities))) !== essenceOf(conclusion);
}

function essenceOf({ outcome, policy, clause, candidates }: Conclusion): string {
  return JSON.stringify([outcome, policy, clause?.key, candidates.map((each) => [each.outcome, each.policy])]);
}
