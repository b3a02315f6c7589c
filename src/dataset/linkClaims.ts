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
  const figures = figuresOf(entry, spot);
  if (!inline && figures.length === 0) return listed;
  // The kind is that of the link, not of the claim.
  return [{ property: 'link', entry: { ...entry, kind: undefined }, spot }, ...figures, ...listed];
}

/** The share and the number that a link holds beside its claim: claims of their own, with all else of that one. */
function figuresOf(entry: LinkEntry | MembershipEntry, spot: Spot): readonly WrittenClaim[] {
  if (!('kind' in entry)) return [];
  const shared = { ...entry, kind: undefined, text: undefined, id: undefined };
  return [
    { property: 'equity-share', stated: entry.share },
    { property: 'units', stated: entry.count },
  ].flatMap(({ property, stated }) => (stated === undefined ? [] : [{ property, entry: { ...shared, stated }, spot }]));
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
