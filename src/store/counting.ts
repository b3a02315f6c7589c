import type { Claim } from './claim.ts';
import type { Lens } from './lens.ts';
import type { Publication, Trust } from './tables.ts';

/**
 * When a claim became known through a lens: of its trusted sources, the earliest. Undefined where the lens sees none.
 *
 * A claim without a date counts only where knowledge is not cut off before the horizon.
 */
export function publicationSeen(lens: Lens, horizon: string, { sources }: Trust): Publication | undefined {
  let earliest: Publication | undefined;
  for (const source of sources) {
    if (lens.sources !== null && !lens.sources.includes(source.slug)) continue;
    if ((source.day ?? horizon) > lens.knownOn) continue;
    if (earliest === undefined || isEarlier(source, earliest)) earliest = source;
  }
  return earliest;
}

/** Undated comes last, and of one day the first source by its slug. */
function isEarlier(a: Publication, b: Publication): boolean {
  const [day, other] = [a.day ?? '9999', b.day ?? '9999'];
  return day < other || (day === other && a.slug < b.slug);
}

/** Whether a lens sees a claim at all, whatever its rank. */
export function isSeen(lens: Lens, horizon: string, trust: Trust): boolean {
  return lens.evidence.includes(trust.evidence) && publicationSeen(lens, horizon, trust) !== undefined;
}

/** The claims of a list that a lens sees; of those that hold on a day, those whose day has come. */
export function seenClaims(lens: Lens, horizon: string, claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    (claim) => isSeen(lens, horizon, claim) && (claim.asOf === 0 || (claim.periodLast ?? '') <= lens.asOf),
  );
}

/** The claims among those seen that count: neither deprecated, nor restated by another one that is seen. */
export function countingClaims(seen: readonly Claim[]): readonly Claim[] {
  const keys = new Set(seen.map(({ key }) => key));
  return seen.filter(
    ({ rank, supersededByKey }) => rank !== 'deprecated' && (supersededByKey === null || !keys.has(supersededByKey)),
  );
}

/** Whether a link holds up in a lens: by what it is made of, or because one of its claims counts. */
export function isTrusted(lens: Lens, horizon: string, trusts: readonly Trust[]): boolean {
  return trusts.some((trust) => trust.rank !== 'deprecated' && isSeen(lens, horizon, trust));
}
