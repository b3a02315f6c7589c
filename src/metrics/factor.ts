import { ratioOf } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { derive, mixedDefinitions, named } from './metric.ts';

/** How many times as much: later ÷ earlier, two figures of one unit. Unknown where the earlier one may be zero. */
export function factor({ later, earlier }: { readonly later: Figure; readonly earlier: Figure }): Figure {
  return derive({
    metric: 'factor',
    formula: 'later ÷ earlier',
    inputs: named({ later, earlier }),
    quantity: ratioOf(later.quantity, earlier.quantity),
    period: null,
    warnings: mixedDefinitions([later, earlier]),
    notDefined: 'the earlier figure may be zero',
  });
}
