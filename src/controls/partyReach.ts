import { Decimal } from '../quantity/decimal.ts';
import { daysOf, isWithin, matchesPlace, type Places } from './places.ts';
import type { Buyer, Span } from './question.ts';
import { boundAt, rangeOf, stands } from './range.ts';
import { hangsOn, type Part } from './reachPart.ts';
import type { ExceptedParty, PartyMatch, PlaceMatch, RuleBook } from './rule.ts';
import { anyOf, not } from './truth.ts';

/** A buyer on a day. */
export interface BuyerOnDay {
  /** Null for one of the destination of whom nothing else is known. */
  readonly buyer: Buyer | null;
  readonly day: string;
  /** Where it and its ultimate parent have their headquarters; null where that is not known. */
  readonly headquarters: readonly Places[] | null;
}

/** What it hangs on whether a clause reaches a buyer, part by part. */
export function partyReach(party: PartyMatch, who: BuyerOnDay, memberRules: RuleBook['memberRules']): readonly Part[] {
  const { headquartersIn, headquartersNotIn, ownedByListed } = party;
  const lies = (match: PlaceMatch) =>
    who.headquarters && anyOf(who.headquarters, (places) => matchesPlace(match, places, memberRules));
  const headquarters = (match: PlaceMatch) =>
    ({ name: `headquarters ${JSON.stringify(match)}`, quantity: 'headquarters' }) as const;
  return [
    isMeant(party, who) ? [] : null,
    headquartersIn === undefined ? [] : hangsOn(lies(headquartersIn), headquarters(headquartersIn)),
    headquartersNotIn === undefined
      ? []
      : hangsOn(not(lies(headquartersNotIn)), { ...headquarters(headquartersNotIn), negated: true }),
    ownedByListed === undefined ? [] : listedOwners(ownedByListed, who),
  ];
}

/** Whether a clause means a buyer by its listings and name. Of what buyers do nothing is known. */
function isMeant({ listedBy, anyOf: named, noneOf = [], role }: PartyMatch, { buyer, day }: BuyerOnDay): boolean {
  if (role !== undefined) return false;
  const isListed = (control: string) =>
    buyer?.listings.some((listing) => listing.control === control && isWithin(listing, day)) ?? false;
  const isExcepted = (excepted: ExceptedParty) =>
    excepted.company === buyer?.company && isWithin(daysOf(excepted), day);
  if (listedBy !== undefined && !listedBy.some(isListed)) return false;
  if (named !== undefined && !named.some((company) => company === buyer?.company)) return false;
  return !noneOf.some(isExcepted);
}

function listedOwners(least: number, { buyer, day }: BuyerOnDay): Part {
  const held = buyer?.ownedByListed.find((stretch) => isWithin(stretch, day));
  if (held === undefined) return null;
  const reaches = stands(rangeOf(held.share), 'at-least', boundAt(new Decimal(String(least))));
  const name = `owned-by-listed ${least}`;
  return hangsOn(reaches, { name, quantity: 'owned-by-listed', straddled: !isBoundless(held.share) });
}

function isBoundless({ low, high }: Span): boolean {
  return low === null && high === null;
}
