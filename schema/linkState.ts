import { type Evidence, evidences } from '../src/quantity/evidence.ts';
import { bestFirst } from '../src/store/bestFirst.ts';
import type { Claim } from '../src/store/claim.ts';
import { countingClaims, isSeen, seenClaims } from '../src/store/counting.ts';
import { claimsOfLink, entitiesAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow, Trust } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';

/** The claims of a link that count in its view, best first. */
export function countingClaimsOf(link: Seen<LinkRow>): Read<readonly Seen<Claim>[]> {
  const { lens, horizon } = link.view;
  return whenRead(claimsOfLink(link), (claims) => {
    const rows = claims.map(({ row }) => row);
    const best = bestFirst(lens, horizon, countingClaims(seenClaims(lens, horizon, rows)));
    return best.flatMap((row) => claims.filter((claim) => claim.row === row));
  });
}

/** Those who deny what claims say. */
export function deniersOf(claims: readonly Seen<Claim>[]): Read<readonly Seen<EntityRow>[]> {
  const lists = whenAllRead(claims.map((claim) => entitiesAt(claim, 'deniedBy', (row) => row.deniedBy)));
  return whenRead(lists, (all) => [...new Map(all.flat().map((entity) => [entity.row.key, entity])).values()]);
}

/** Whether somebody denies what a claim says, or it is a denial itself. */
export function isDenied({ deniedBy, kind }: Claim): boolean {
  return deniedBy.length > 0 || kind === 'denial';
}

/** Whether only claims of weak confidence support a link. */
export function isTentative(link: Seen<LinkRow>): Read<boolean> {
  if (link.row.structural === 1) return false;
  return whenRead(countingClaimsOf(link), (claims) => claims.every(({ row }) => row.rank === 'tentative'));
}

/** The best evidence among the claims of a link. */
export function evidenceOfLink({ row, view }: Seen<LinkRow>): Evidence {
  // The compiler wrote it in this form.
  const trusts = JSON.parse(row.trustJson) as readonly Trust[];
  const seen = trusts.filter((trust) => trust.rank !== 'deprecated' && isSeen(view.lens, view.horizon, trust));
  return evidences.find((evidence) => seen.some((trust) => trust.evidence === evidence)) ?? 'reported';
}
