import { computed } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { type End, intervalOf } from '../quantity/interval.ts';
import type { Row } from './extent.ts';
import { derive, mixedDefinitions, sharedDefinition } from './metric.ts';
import { knownFigures, sharedPeriodOf, type Taken, warningsOf } from './rowsTogether.ts';

/**
 * The median of the rows counted: the one in the middle, or half way between the two there. Its ends are the medians of
 * the low ends and of the high ends, since no figure moves past them; it has a value where all have one. Null where none
 * is counted.
 */
export function median(taken: Taken<Row>): Figure | null {
  const { counted, measure } = taken;
  const figures = knownFigures(counted);
  if (figures.length === 0) return null;
  const intervals = figures.map(({ quantity }) => intervalOf(quantity));
  const values = figures.flatMap(({ quantity: { value } }) => value ?? []);
  const interval = {
    low: middle(intervals.map(({ low }) => low).sort(compareLows)),
    high: middle(intervals.map(({ high }) => high).sort(compareHighs)),
  };
  const value =
    values.length < figures.length ? null : middle(values.map((at) => ({ at, open: false })).sort(compareLows)).at;
  return derive({
    metric: 'median',
    formula: 'the middle of the counted',
    inputs: counted.flatMap(({ entity, figure }) => (figure ? [{ name: entity.name, figure }] : [])),
    quantity: computed(interval, value, measure.unit),
    period: sharedPeriodOf(figures),
    definition: sharedDefinition(figures),
    warnings: [...warningsOf(taken), ...mixedDefinitions(figures)],
    notDefined: 'the figures are bounded on sides that leave nothing certain',
  });
}

function middle(sorted: readonly End[]): End {
  const [a, b] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (a === undefined || b === undefined) throw new Error('nothing has no middle');
  if (a === b) return a;
  return { at: Decimal.add(a.at, b.at).div(2), open: a.open || b.open };
}

/** A closed low end begins before an open one at the same place, an open high end ends before a closed one. */
function compareLows(a: End, b: End): number {
  return a.at.comparedTo(b.at) || Number(a.open) - Number(b.open);
}

function compareHighs(a: End, b: End): number {
  return a.at.comparedTo(b.at) || Number(b.open) - Number(a.open);
}
