import { derive, named } from '../metrics/metric.ts';
import { multiply } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { knownIn } from './conclusion.ts';
import type { BookClause, Truth } from './evaluation.ts';
import type { Question } from './question.ts';
import { reachOf } from './reach.ts';
import { situationIn } from './route.ts';
import type { Rules } from './rules.ts';
import type { Situation } from './situation.ts';
import { truthOf } from './test.ts';

/** A clause, and whether it applies: open where bounds straddle it or something is unknown. */
export interface Measure {
  readonly clause: BookClause;
  readonly applies: true | null;
}

/** A measure that takes a share of the value. */
export interface Levy extends Measure {
  /** The share, as a ratio. */
  readonly rate: number;
}

/** What the destination does about such imports: duties, bans, advice, checks. The most severe rule first. */
export function importMeasures(rules: Rules, question: Question): readonly Measure[] {
  return measuresIn(rules.situationOf(reachOf(rules, question, 'import')), question);
}

/** What a shipment pays: duties where it enters, and shares of revenue where its licence costs them. */
export function leviesOn(rules: Rules, question: Question): readonly Levy[] {
  const situation = situationIn(rules.routeOf(question).stretchOn(question.day), question.item);
  return [...measuresIn(situation, question), ...importMeasures(rules, question)].flatMap((measure) => {
    const { rate } = measure.clause;
    return rate === undefined ? [] : [{ ...measure, rate }];
  });
}

function measuresIn(situation: Situation, { item }: Question): readonly Measure[] {
  const known = knownIn(situation, item);
  return situation.entries.flatMap(({ ready: { clause }, test, replacedBy }) => {
    if (replacedBy.some((other) => truthOf(other.test, known) === true)) return [];
    const applies: Truth = truthOf(test, known);
    return applies === false ? [] : [{ clause, applies }];
  });
}

/** The money that a levy takes of a value: value × rate, in the value's unit. */
export function levyAmount({ value, rate }: { readonly value: Figure; readonly rate: Figure }): Figure {
  return derive({
    metric: 'levy',
    formula: 'value × rate',
    inputs: named({ value, rate }),
    quantity: multiply(value.quantity, rate.quantity, value.quantity.unit),
    period: value.period,
    definition: value.definition,
  });
}
