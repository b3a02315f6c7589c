import type { Verdict } from './evaluation.ts';
import { placesOn } from './places.ts';
import type { Item, Question } from './question.ts';
import { reachOf, type Shipment } from './reach.ts';
import type { Rules } from './rules.ts';
import type { Situation } from './situation.ts';
import { verdictOf } from './verdict.ts';

/** What follows for a shipment, without the reasons. Throws where the facts of the item contradict each other. */
export function judge(rules: Rules, question: Question): Verdict {
  return verdictOf(situationOf(rules, question, question.item), question.item);
}

/** The clauses that reach a shipment of an item. */
export function situationOf(rules: Rules, shipment: Shipment, item: Item): Situation {
  const reach = reachOf(rules, shipment);
  if (!isMadeThere(item, shipment)) return rules.situationOf(reach);
  return rules.situationOf(reach.filter(({ ready }) => ready.clause.inCountry === true));
}

/** Whether an item stays where it is made: then it is not exported. */
function isMadeThere(item: Item, { destination, day }: Shipment): boolean {
  const madeIn = item['made-in'];
  return madeIn !== undefined && 'word' in madeIn && placesOn(destination, day).has(madeIn.word);
}
