import { knownIn } from './conclusion.ts';
import type { Truth } from './evaluation.ts';
import type { Question } from './question.ts';
import { situationIn } from './route.ts';
import type { Rules } from './rules.ts';
import { truthOf } from './test.ts';
import { anyOf } from './truth.ts';

/**
 * Whether a control asks for something of a shipment by one of its clauses, whatever decides in the end; its exceptions,
 * which ask for less, left out. Open where bounds straddle it or something is unknown.
 */
export function catches(rules: Rules, question: Question, control: string): Truth {
  const { item, day } = question;
  const situation = situationIn(rules.routeOf(question).stretchOn(day), item);
  const asking = situation.entries.filter(({ ready, isException }) => !isException && ready.clause.control === control);
  if (asking.length === 0) return false;
  const known = knownIn(situation, item);
  return anyOf(asking, ({ test }) => truthOf(test, known));
}
