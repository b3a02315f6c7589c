import { cautionsOf } from './cautions.ts';
import { boundlessIn, knownIn } from './conclusion.ts';
import { decisionOf, truthsOf } from './decision.ts';
import type { Evaluation, Verdict, WeighedClause, WeighedCondition } from './evaluation.ts';
import { boundlessOf } from './facts.ts';
import type { Knowledge } from './knowledge.ts';
import type { Item, Question } from './question.ts';
import { situationIn, verdictIn } from './route.ts';
import type { Rules } from './rules.ts';
import type { Entry, Situation } from './situation.ts';
import { atomsOf, openAtoms, truthOf } from './test.ts';
import { restsOn } from './verdict.ts';
import { weighedConditions } from './weighing.ts';

/** What follows for a shipment, and why. Throws where the facts of the item contradict each other. */
export function evaluate(rules: Rules, question: Question): Evaluation {
  const { item } = question;
  const stretch = rules.routeOf(question).stretchOn(question.day);
  const verdict = verdictIn(stretch, item);
  const situation = situationIn(stretch, item);
  const known = knownIn(situation, item);
  const { outcome, policy, clause, candidates, tentative, missing } = verdict;
  return {
    ...{ outcome, policy, clause, candidates, tentative, missing },
    conditions: conditionsOf(decidingFirst(situation, verdict, item), known, item),
    straddling: outcome === 'possibly' ? straddlingOf(situation, known, item) : [],
    otherClauses: otherClauses(situation, verdict, known),
    restsOn: restsOn(situation, item),
    cautions: cautionsOf(rules, question, verdict, situation),
  };
}

/** The clause that decides, those that it stands in for, then those that look at a number that is known; by severity. */
function decidingFirst({ entries }: Situation, { clause, candidates }: Verdict, item: Item): readonly Entry[] {
  const deciding = new Set([clause?.key, ...candidates.map((candidate) => candidate.clause?.key)]);
  const boundless = boundlessOf(item);
  const looksAtNumbers = ({ test }: Entry) =>
    atomsOf(test).some(({ kind, quantity }) => kind === 'number' && !boundless.has(quantity));
  const weightOf = (entry: Entry) => {
    if (deciding.has(entry.ready.clause.key)) return 0;
    if (entry.liftedBy.some(({ ready }) => deciding.has(ready.clause.key))) return 1;
    return looksAtNumbers(entry) ? 2 : 3;
  };
  return entries.toSorted((a, b) => weightOf(a) - weightOf(b));
}

/** Every condition once, with the first clause that has it. */
function conditionsOf(entries: readonly Entry[], known: Knowledge, item: Item): readonly WeighedCondition[] {
  const found = new Map<string, WeighedCondition>();
  for (const { ready } of entries) {
    for (const condition of weighedConditions(ready.clause, ready.test, known, item)) {
      const { quantity, operator, value } = condition.comparison;
      const name = JSON.stringify([quantity, operator, value]);
      if (!found.has(name)) found.set(name, condition);
    }
  }
  return [...found.values()];
}

/** The conditions that bounds straddle, of the clauses on which it hangs what follows. */
function straddlingOf(situation: Situation, known: Knowledge, item: Item): readonly WeighedCondition[] {
  const { open } = decisionOf(situation.entries, truthsOf(situation, known));
  const isBoundless = boundlessIn(situation, item);
  const straddled = new Set(
    open.flatMap(({ test }) => openAtoms(test, known)).flatMap((atom) => (isBoundless(atom) ? [] : [atom.comparison])),
  );
  return conditionsOf(open, known, item).filter(({ comparison }) => straddled.has(comparison));
}

/** What applied or may apply besides, and the exceptions to it that were weighed. */
function otherClauses({ entries }: Situation, { clause }: Verdict, known: Knowledge): readonly WeighedClause[] {
  const applies = new Map(entries.map((entry) => [entry, truthOf(entry.test, known)]));
  const holds = (entry: Entry) => applies.get(entry) === true;
  const lifts = (exception: Entry) =>
    entries.some((entry) => applies.get(entry) !== false && entry.liftedBy.includes(exception));
  return entries
    .filter((entry) => entry.ready.clause !== clause)
    .filter((entry) => (entry.isException ? lifts(entry) : applies.get(entry) !== false))
    .map((entry) => ({
      clause: entry.ready.clause,
      applies: applies.get(entry) ?? null,
      yieldsTo: (entry.replacedBy.find(holds) ?? entry.liftedBy.find(holds))?.ready.clause ?? null,
    }));
}
