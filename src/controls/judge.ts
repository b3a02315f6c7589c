import type { Verdict } from './evaluation.ts';
import type { Question } from './question.ts';
import { verdictIn } from './route.ts';
import type { Rules } from './rules.ts';

/** What follows for a shipment, without the reasons. Throws where the facts of the item contradict each other. */
export function judge(rules: Rules, question: Question): Verdict {
  return verdictIn(rules.routeOf(question).stretchOn(question.day), question.item);
}
