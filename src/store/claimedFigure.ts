import type { Claimed, Figure } from '../quantity/figure.ts';
import type { Claim } from './claim.ts';
import { publicationSeen } from './counting.ts';
import { type Seen, seeAll } from './seen.ts';
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

  /** Whether a claim restates one that the view sees too. */
  restates(claim: Claim): boolean {
    return this.seen.some(({ supersededByKey }) => supersededByKey === claim.key);
  }

  /** The day on which a claim became known; null where its source bears no date. */
  knownFrom(claim: Claim): string | null {
    return publicationSeen(this.view.lens, this.view.horizon, claim)?.day ?? null;
  }

  /** The claims that count, best first, for further questions. */
  seeCounting(): readonly Seen<Claim>[] {
    return seeAll(this.view, this.counting);
  }

  /** All claims that the view sees, in the order they became known, those without a date first. */
  seeHistory(): readonly Seen<Claim>[] {
    const known = (claim: Claim) => this.knownFrom(claim) ?? '';
    return seeAll(
      this.view,
      [...this.seen].sort((a, b) => compare(known(a), known(b)) || a.key - b.key),
    );
  }
}

/** The figure that the best of some claims about one fact gives; null where it holds no number. */
export function claimedFigure(fact: ClaimedFact): Figure | null {
  const [best] = fact.counting;
  return figureOfClaim(fact, best);
}

/** The figure of one claim among those about a fact; null where it holds no number. */
export function figureOfClaim(origin: Claimed, claim: Claim): Figure | null {
  if (claim.quantity === null) return null;
  return {
    quantity: claim.quantity,
    evidence: claim.evidence,
    tentative: claim.rank === 'tentative',
    period: claim.period,
    definition: claim.definition,
    origin,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
