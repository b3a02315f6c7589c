import type { Figure } from '../quantity/figure.ts';
import { notKnown } from './metric.ts';

/** The other side of a figure of which nothing is claimed in a revision, in the unit of the one side that there is. */
export function unclaimed(unit: string, revision: string): Figure {
  return notKnown({
    metric: 'unclaimed',
    formula: 'as claimed',
    unit,
    code: 'input-unknown',
    why: `nothing is claimed of it in revision ${revision}`,
  });
}
