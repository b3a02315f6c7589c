import type { Parties } from '../src/metrics/parties.ts';
import type { Lot } from '../src/metrics/unitsOfTrade.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import type { Claim } from '../src/store/claim.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsAtDoor } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { referenceTo } from './members.ts';
import { partiesOf } from './trades.ts';

/**
 * What buyers have got from a maker up to some days, as shipments without a known beginning, the latest first. Those that
 * one source counts for one buyer begin on the same day, whichever it is, so that the later less the earlier is what came
 * between.
 */
export function runningTotals(buyers: readonly Seen<EntityRow>[], maker: Seen<EntityRow>): Read<readonly Lot[]> {
  const totals = buyers.map((buyer) =>
    whenRead(claimsAtDoor(buyer, property), (claims) => {
      const ofMaker = claims.filter((claim) => isOfMaker(claim, maker));
      if (ofMaker.length === 0) return [];
      return whenRead(whenAllRead([partiesOf([maker]), partiesOf([buyer])]), ([sellers = [], ofBuyer = []]) =>
        totalsOf(buyer, ofMaker, sellers, ofBuyer),
      );
    }),
  );
  return whenRead(whenAllRead(totals), (found) => found.flat());
}

const property = 'processors-held';

function isOfMaker(claim: Claim, maker: Seen<EntityRow>): boolean {
  // The compiler wrote it in this form.
  const { maker: named } = JSON.parse(claim.qualifiersJson) as { readonly maker?: string };
  return named === `${maker.row.type}:${maker.row.slug}` && claim.asOf === 1;
}

function totalsOf(buyer: Seen<EntityRow>, claims: readonly Claim[], sellers: Parties, buyers: Parties): readonly Lot[] {
  const days = [...new Set(claims.flatMap(({ periodLast }) => periodLast ?? []))].sort().reverse();
  return days.flatMap((day) => {
    const fact = chooseFact(
      buyer.view,
      claims.filter(({ periodLast }) => periodLast === day),
      { property, period: 'any', definition: null, definitions: [], has: ({ quantity }) => quantity !== null },
    );
    const units = fact && claimedFigure(fact);
    if (fact === null || units === null) return [];
    const entity = referenceTo(buyer);
    const period = { label: `../${day}`, first: null, last: day };
    const series = `${entity.id} by ${fact.counting[0].sources[0]?.slug ?? ''}`;
    return [{ entity, sellers, goods: [], buyers, period, evidence: units.evidence, units, series }];
  });
}
