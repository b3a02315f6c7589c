import { Decimal } from '../quantity/decimal.ts';
import { evidences } from '../quantity/evidence.ts';
import type { Claim } from './claim.ts';
import { publicationSeen } from './counting.ts';
import type { Lens } from './lens.ts';
import { ranks } from './tables.ts';

/**
 * The strict order of claims about one fact, best first: rank, evidence, latest publication, narrowest bounds relative
 * to their middle, source, id. It is the order in which the compiler placed them, for any lens: which of the sources of
 * a claim are trusted may change when it was published.
 */
export function bestFirst(lens: Lens, horizon: string, claims: readonly Claim[]): readonly Claim[] {
  if (claims.length < 2) return claims;
  const keyed = claims.map((claim) => {
    const publication = publicationSeen(lens, horizon, claim);
    return { claim, published: publication?.day ?? '', source: publication?.slug ?? '' };
  });
  keyed.sort(
    (a, b) =>
      ranks.indexOf(a.claim.rank) - ranks.indexOf(b.claim.rank) ||
      evidences.indexOf(a.claim.evidence) - evidences.indexOf(b.claim.evidence) ||
      byText(b.published, a.published) ||
      // Divisions are dear, and rank, evidence and day mostly decide.
      relativeWidth(a.claim).comparedTo(relativeWidth(b.claim)) ||
      byText(a.source, b.source) ||
      byText(a.claim.id, b.claim.id),
  );
  return keyed.map(({ claim }) => claim);
}

/** Width of the bounds over their middle; infinite where a bound is missing or the middle is zero, so that it goes last. */
function relativeWidth({ quantity }: Claim): Decimal {
  if (quantity?.low == null || quantity.high == null) return new Decimal(Number.POSITIVE_INFINITY);
  const width = quantity.high.minus(quantity.low);
  // A point at zero is 0 / 0 and yet as narrow as can be.
  return width.isZero() ? width : width.div(quantity.low.plus(quantity.high).abs().div(2));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
