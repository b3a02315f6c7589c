import { knownIn } from './conclusion.ts';
import type { BookClause, Truth } from './evaluation.ts';
import type { Question } from './question.ts';
import { situationIn } from './route.ts';
import type { Rules } from './rules.ts';
import { truthOf } from './test.ts';

/** A clause that asks for something of a shipment, or may do so. */
export interface Catching {
  readonly clause: BookClause;
  readonly applies: true | null;
}

/**
 * The clauses of a control that ask for something of a shipment, whatever decides in the end; its exceptions, which ask
 * for less, left out.
 */
export function catching(rules: Rules, question: Question, control: string): readonly Catching[] {
  const { item, day } = question;
  const situation = situationIn(rules.routeOf(question).stretchOn(day), item);
  const asking = situation.entries.filter(({ ready, isException }) => !isException && ready.clause.control === control);
  if (asking.length === 0) return [];
  const known = knownIn(situation, item);
  return asking.flatMap(({ ready: { clause }, test }) => {
    const applies = truthOf(test, known);
    return applies === false ? [] : [{ clause, applies }];
  });
}

/** Whether a control asks for something of a shipment; open where bounds straddle it or something is unknown. */
export function catches(rules: Rules, question: Question, control: string): Truth {
  const clauses = catching(rules, question, control);
  return clauses.length === 0 ? false : clauses.some(({ applies }) => applies === true) || null;
}
