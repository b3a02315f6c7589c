import { Decimal } from '../quantity/decimal.ts';
import { partyReach } from './partyReach.ts';
import { isWithin, matchesPlace, type Places, placesOn } from './places.ts';
import type { Buyer, Question, Span } from './question.ts';
import { boundAt, rangeOf, stands } from './range.ts';
import { hangsOn, type Part, together } from './reachPart.ts';
import type { ReadyClause } from './readyClause.ts';
import type { Quota } from './rule.ts';
import type { Rules } from './rules.ts';
import type { Reaching } from './situation.ts';

/** What a shipment is, but for its item: everything that tells whether a clause reaches it. */
export type Shipment = Omit<Question, 'item'>;

/** The clauses in force that reach a shipment, or may do so, by its destination, buyer, exporter and size. */
export function reachOf(rules: Rules, shipment: Shipment, flow?: 'import'): readonly Reaching[] {
  const { destination, buyer, day, reading } = shipment;
  const places = placesOn(destination, day);
  const who = { buyer, day, headquarters: headquartersOf(buyer, day, places) };
  const { memberRules } = rules.book;
  return rules.inForce(day, reading).flatMap((ready) => {
    const { clause } = ready;
    if (clause.flow !== flow || !(clause.exporter?.includes(shipment.exporter) ?? true)) return [];
    const reaches = matchesPlace(clause.destinations, places, memberRules);
    const open = together([
      hangsOn(reaches, { name: `places ${clause.key}`, quantity: 'destination-membership' }),
      ...partyReach(clause.party ?? {}, who, memberRules),
      isWithinQuota(ready, shipment.shipped),
    ]);
    return open === null ? [] : [{ ready, open }];
  });
}

/** Where a buyer and its ultimate parent have their headquarters; null where that is not known. */
function headquartersOf(buyer: Buyer | null, day: string, destination: Places): readonly Places[] | null {
  if (buyer === null || buyer.headquarters.length === 0) return [destination];
  const onDay = buyer.headquarters.filter((stretch) => isWithin(stretch, day));
  return onDay.length === 0 ? null : onDay.map(({ location }) => placesOn(location, day));
}

/** An exception with a quota applies where it is said how much was shipped, and no more than that was. */
function isWithinQuota({ clause: { lifts, quota } }: ReadyClause, shipped: Span | null): Part {
  if (lifts === undefined || quota === undefined) return [];
  if (shipped === null) return null;
  const reaches = stands(rangeOf(shipped), quota.operator, boundAt(new Decimal(String(quota.limit))));
  return hangsOn(reaches, { name: quotaName(quota), quantity: 'total-processing-performance', straddled: true });
}

function quotaName({ operator, limit, basis }: Quota): string {
  return `quota ${operator} ${limit} ${basis}`;
}
