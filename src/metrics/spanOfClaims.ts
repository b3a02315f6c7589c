import { computed, inUnit } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { highest, intervalOf, lowest } from '../quantity/interval.ts';
import { derive } from './metric.ts';

/**
 * From the lowest to the highest of what sources claim of one thing and dispute: what is certain of it is that it lies in
 * there. It has no value of its own. In the unit of the first.
 */
export function spanOfClaims(figures: readonly [Figure, ...Figure[]]): Figure {
  const { unit } = figures[0].quantity;
  const intervals = figures.map(({ quantity }) => intervalOf(inUnit(quantity, unit)));
  const span = { low: lowest(intervals.map(({ low }) => low)), high: highest(intervals.map(({ high }) => high)) };
  return derive({
    metric: 'spanOfClaims',
    formula: 'lowest to highest of the claims',
    inputs: figures.map((figure, place) => ({ name: `claim ${place + 1}`, figure })),
    quantity: computed(span, null, unit),
    period: null,
    definition: figures[0].definition,
    assumptions: ['Sources dispute it: it is taken to lie anywhere from the lowest to the highest of their claims.'],
  });
}
