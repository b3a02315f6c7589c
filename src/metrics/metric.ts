import { unknownQuantity } from '../quantity/arithmetic.ts';
import { type Evidence, weakest } from '../quantity/evidence.ts';
import type { Figure, Input, Warning } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';

/** What a metric says of one answer of its own. */
export interface Computation {
  readonly metric: string;
  /** In words and signs: `units × unit price`. */
  readonly formula: string;
  readonly inputs: readonly Input[];
  readonly quantity: Quantity;
  readonly period: Period | null;
  readonly definition?: string | null;
  readonly assumptions?: readonly string[];
  readonly warnings?: readonly Warning[];
  /** Why the answer is unknown where all inputs are known: `the base may be zero`. */
  readonly notDefined?: string;
  /** Whether it rests on weak claims, where that is not so as soon as one of its inputs does. */
  readonly tentative?: boolean;
}

/**
 * The figure that a metric answers. Evidence, confidence and the warnings that every metric owes are filled in here,
 * once, so that no metric can forget them.
 */
export function derive(computation: Computation): Figure {
  const { metric, formula, inputs, quantity, period, definition = null, assumptions = [], warnings = [] } = computation;
  return {
    quantity,
    evidence: evidenceOf(inputs),
    tentative: computation.tentative ?? inputs.some(({ figure }) => figure.tentative),
    period,
    definition,
    origin: { metric, formula, inputs, assumptions, warnings: [...warnings, ...warningsOf(computation)] },
  };
}

/** The answer of a metric that lacks what it is computed from, or is not defined where it is asked for; and why. */
export function notKnown(answer: {
  readonly metric: string;
  readonly formula: string;
  readonly unit: string;
  readonly code: Warning['code'];
  readonly why: string;
}): Figure {
  const { metric, formula, unit, code, why } = answer;
  return derive({
    metric,
    formula,
    inputs: [],
    quantity: unknownQuantity(unit),
    period: null,
    warnings: [warning(code, why)],
  });
}

/** Figures as inputs, by their names in the formula: `{ current, base }`. */
export function named(figures: Readonly<Record<string, Figure>>): readonly Input[] {
  return Object.entries(figures).map(([name, figure]) => ({ name, figure }));
}

/** A warning that names no entity. */
export function warning(code: Warning['code'], message: string): Warning {
  return { code, message, entities: [] };
}

/** The definition that all figures share, null where they differ or one has none. */
export function sharedDefinition(figures: readonly Figure[]): string | null {
  const [first, ...rest] = figures.map(({ definition }) => definition);
  return first !== undefined && rest.every((definition) => definition === first) ? first : null;
}

/** A warning where figures under different definitions are put together; empty where they are not. */
export function mixedDefinitions(figures: readonly Figure[]): readonly Warning[] {
  const definitions = [...new Set(figures.flatMap(({ definition }) => definition ?? []))];
  if (definitions.length < 2) return [];
  return [
    warning('mixed-definitions', `figures under different definitions are put together: ${definitions.join(', ')}`),
  ];
}

/** A computed value is at best derived, however solid its inputs. */
function evidenceOf(inputs: readonly Input[]): Evidence {
  return weakest('derived', ...inputs.map(({ figure }) => figure.evidence));
}

function warningsOf({ inputs, quantity, notDefined }: Computation): readonly Warning[] {
  const unknown = inputs.filter(({ figure }) => isUnknown(figure.quantity));
  return [
    ...unknown.map(({ name }) => warning('input-unknown', `${name} is not known`)),
    ...(unknown.length === 0 && isUnknown(quantity) && notDefined ? [warning('not-defined', notDefined)] : []),
    ...percentilesAdded(inputs),
  ];
}

function percentilesAdded(inputs: readonly Input[]): readonly Warning[] {
  const percentiles = inputs.filter(({ figure }) => figure.quantity.bounds === 'percentiles-5-95');
  if (percentiles.length < 2) return [];
  return [
    warning(
      'percentiles-added',
      'the inputs are bounded by 5th and 95th percentiles, put together end to end: the bounds are wider than the true 5-95 % interval',
    ),
  ];
}
