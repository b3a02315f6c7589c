import { add, negate, sum } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { derive, mixedDefinitions, sharedDefinition, warning } from './metric.ts';
import type { Term } from './tiling.ts';

/**
 * The figure of a period that nobody states, from those of other periods which leave exactly its days: Σ added − Σ taken
 * away, `FY2024 − FY2024-H1`. Only for what adds up over time, as spending does. The terms are of one unit, at least one
 * of them added; each occurs once, so that the bounds are tight.
 *
 * Where amounts cannot be negative, the low end is not either. A restated figure beside one that was known before the
 * restatement, and so may be on the old footing, comes with a warning.
 */
export function fromOtherPeriods(terms: readonly Term[], period: Period, nonNegative: boolean): Figure {
  const figures = terms.map(({ stretch }) => stretch.figure);
  const all = signedSum(terms);
  const isContradiction = nonNegative && all.high !== null && (all.high.lt(0) || (all.high.isZero() && all.highOpen));
  const isCut = nonNegative && !isContradiction && !isUnknown(all) && (all.low === null || all.low.lt(0));
  return derive({
    metric: 'fromOtherPeriods',
    formula: formulaOf(terms),
    inputs: terms.map(({ stretch }) => ({ name: nameOf(stretch.figure), figure: stretch.figure })),
    quantity: isCut ? notNegative(all) : all,
    period,
    definition: sharedDefinition(figures),
    assumptions: [
      'The figures measure the same thing, so that those of adjoining periods add up.',
      ...(isCut ? ['The figure cannot be negative, which bounds it below.'] : []),
    ],
    notDefined: 'the figures are bounded on sides that leave nothing certain',
    warnings: [
      ...mixedDefinitions(figures),
      ...mixedRestatements(terms),
      ...(isContradiction
        ? [warning('not-defined', 'what is taken away is more than what there is: the figures contradict each other')]
        : []),
    ],
  });
}

function signedSum(terms: readonly Term[]): Quantity {
  const [first, ...rest] = terms.map(({ sign, stretch: { figure } }) =>
    sign > 0 ? figure.quantity : negate(figure.quantity),
  );
  return first === undefined ? sum([], 'ratio') : rest.reduce(add, first);
}

function notNegative(quantity: Quantity): Quantity {
  const value = quantity.value?.gte(0) ? quantity.value : null;
  return { ...quantity, value, low: new Decimal(0), lowOpen: false, bounds: 'computed' };
}

function formulaOf(terms: readonly Term[]): string {
  return terms
    .map(({ sign, stretch: { figure } }, place) => (place === 0 ? '' : sign > 0 ? ' + ' : ' − ') + nameOf(figure))
    .join('');
}

function nameOf({ period }: Figure): string {
  return period?.label ?? '?';
}

function mixedRestatements(terms: readonly Term[]): readonly Warning[] {
  const restated = terms.filter(({ stretch }) => stretch.restates);
  const originals = terms.filter(({ stretch }) => !stretch.restates);
  const older = originals.find(({ stretch: original }) =>
    restated.some(
      ({ stretch }) =>
        stretch.knownFrom === null || original.knownFrom === null || original.knownFrom < stretch.knownFrom,
    ),
  );
  if (older === undefined) return [];
  const names = restated.map(({ stretch }) => nameOf(stretch.figure)).join(', ');
  return [
    warning(
      'mixed-restatements',
      `${names} was restated and ${nameOf(older.stretch.figure)} was not, as far as is known: they may not measure the same`,
    ),
  ];
}
