import type { ClaimEntry } from './claimShape.ts';
import { inside, type Spot } from './findings.ts';
import { inlineClaimKeys, type LinkEntry, type MembershipEntry } from './linkShape.ts';

/** A claim as it is written, with where it stands and what it is about. */
export interface WrittenClaim {
  readonly property: string;
  readonly entry: ClaimEntry;
  readonly spot: Spot;
}

/** The claims of a link or membership: the one that it holds in itself, and those that it lists. */
export function linkClaims(entry: LinkEntry | MembershipEntry, spot: Spot): readonly WrittenClaim[] {
  const inline = Object.entries(entry).some(([key, value]) => inlineClaimKeys.includes(key) && value !== undefined);
  const { claims = [] } = entry;
  const listed = isList(claims)
    ? claims.map((claim, index) => ({ property: 'link', entry: claim, spot: inside(spot, 'claims', index) }))
    : Object.entries(claims).flatMap(([property, list]) => claimsOf(property, list, inside(spot, 'claims', property)));
  // The kind is that of the link, not of the claim.
  return inline ? [{ property: 'link', entry: { ...entry, kind: undefined }, spot }, ...listed] : listed;
}

/** The claims listed under a property. */
export function claimsOf(
  property: string,
  entries: readonly ClaimEntry[] | undefined,
  spot: Spot,
): readonly WrittenClaim[] {
  return (entries ?? []).map((entry, index) => ({ property, entry, spot: inside(spot, index) }));
}

function isList(claims: NonNullable<LinkEntry['claims']>): claims is readonly ClaimEntry[] {
  return Array.isArray(claims);
}
