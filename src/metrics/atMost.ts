import { computed } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { intervalOf } from '../quantity/interval.ts';
import { derive, named } from './metric.ts';

/** An amount of which it is open whether any of it counts: from nothing to all of it. Amounts cannot be negative. */
export function atMost(figure: Figure, why: string): Figure {
  const { high } = intervalOf(figure.quantity);
  return derive({
    metric: 'atMost',
    formula: '0 to the amount',
    inputs: named({ amount: figure }),
    quantity: computed({ low: { at: new Decimal(0), open: false }, high }, null, figure.quantity.unit),
    period: figure.period,
    definition: figure.definition,
    assumptions: [why],
  });
}
