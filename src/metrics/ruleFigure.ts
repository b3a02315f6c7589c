import type { Figure } from '../quantity/figure.ts';
import type { Quantity } from '../quantity/quantity.ts';

/** A number that a rule sets: a threshold, a rate, a limit. `text` says where it stands; `tentative`, whether that is sure. */
export function ruleFigure(
  quantity: Quantity,
  { text, tentative }: { readonly text: string; readonly tentative: boolean },
): Figure {
  return {
    quantity,
    evidence: 'reported',
    tentative,
    period: null,
    definition: null,
    origin: { metric: 'rule', formula: 'as the rule has it', inputs: [], assumptions: [text], warnings: [] },
  };
}
