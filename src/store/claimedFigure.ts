import type { Claimed, Figure } from '../quantity/figure.ts';
import type { Claim } from './claim.ts';
import type { View } from './view.ts';

/** The origin of a claimed figure: the claims about one fact, as a view sees them. */
export class ClaimedFact implements Claimed {
  readonly view: View;
  /** The claims that count, best first; never empty. */
  readonly counting: readonly [Claim, ...Claim[]];
  /** All claims that the view sees, restated and deprecated ones included. */
  readonly seen: readonly Claim[];

  constructor(view: View, counting: readonly [Claim, ...Claim[]], seen: readonly Claim[]) {
    this.view = view;
    this.counting = counting;
    this.seen = seen;
  }

  get claimIds(): readonly string[] {
    return this.counting.map(({ id }) => `Claim:${id}`);
  }
}

/** The figure that the best of some claims about one fact gives; null where it holds no number. */
export function claimedFigure(fact: ClaimedFact): Figure | null {
  const [best] = fact.counting;
  if (best.quantity === null) return null;
  return {
    quantity: best.quantity,
    evidence: best.evidence,
    tentative: best.rank === 'tentative',
    period: best.period,
    definition: best.definition,
    origin: fact,
  };
}
