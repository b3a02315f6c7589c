import type { Figure } from '../quantity/figure.ts';
import type { Quantity } from '../quantity/quantity.ts';

/** A figure that the asker supposes: a what-if, whose evidence is `scenario`. */
export function supposed(quantity: Quantity): Figure {
  return {
    quantity,
    evidence: 'scenario',
    tentative: false,
    period: null,
    definition: null,
    origin: {
      metric: 'supposed',
      formula: 'as the question supposes',
      inputs: [],
      assumptions: ['Nobody claims this figure: the question supposes it.'],
      warnings: [],
    },
  };
}
