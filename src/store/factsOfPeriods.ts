import { chooseFact } from './chooseFact.ts';
import type { Claim } from './claim.ts';
import type { ClaimedFact } from './claimedFigure.ts';
import type { View } from './view.ts';

/**
 * What counts through a lens of one property under one definition, period by period: a fact for each stretch of days of
 * which the first and the last are known. What holds on a day rather than over a period is left out, and so are facts
 * told apart by qualifiers, which are of a part only.
 */
export function factsOfPeriods(
  view: View,
  claims: readonly Claim[],
  { property, definition }: { readonly property: string; readonly definition: string | null },
): readonly ClaimedFact[] {
  const byPeriod = new Map<string, Claim[]>();
  for (const claim of claims) {
    const isOfStretch = claim.asOf === 0 && claim.periodFirst !== null && claim.periodLast !== null;
    if (claim.property !== property || claim.definition !== definition || !isOfStretch) continue;
    if (claim.qualifiersJson !== '{}') continue;
    const period = `${claim.periodFirst}/${claim.periodLast}`;
    const others = byPeriod.get(period);
    if (others === undefined) byPeriod.set(period, [claim]);
    else others.push(claim);
  }
  return [...byPeriod.values()].flatMap((ofPeriod) => {
    const has = (claim: Claim) => claim.quantity !== null;
    const fact = chooseFact(view, ofPeriod, { property, period: 'any', definition: null, definitions: [], has });
    return fact === null ? [] : [fact];
  });
}
