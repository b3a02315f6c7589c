import type { Claim } from './claim.ts';
import { countingClaims, seenClaims } from './counting.ts';
import type { View } from './view.ts';

/** From the first to the last day of which numbers of a property are known, by claims that count through a lens; null where none does. */
export function knownDays(
  { lens, horizon }: View,
  claims: readonly Claim[],
  { property, definition }: { readonly property: string; readonly definition: string | null },
): { readonly first: string; readonly last: string } | null {
  const ofProperty = claims.filter(
    (claim) =>
      claim.property === property &&
      claim.quantity !== null &&
      (definition === null || claim.definition === definition),
  );
  let [first, last] = ['9999', ''];
  for (const { periodFirst, periodLast } of countingClaims(seenClaims(lens, horizon, ofProperty))) {
    if (periodFirst === null || periodLast === null) continue;
    if (periodFirst < first) first = periodFirst;
    if (periodLast > last) last = periodLast;
  }
  return last === '' ? null : { first, last };
}
