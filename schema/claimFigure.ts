import type { Claim } from '../src/store/claim.ts';
import { ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import { countingClaims, seenClaims } from '../src/store/counting.ts';
import { factOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { ClaimWhere } from '../src/store/where.ts';
import { allRows, withinBudget } from './entities.ts';
import { asksMore, type Conditions } from './figureConditions.ts';
import { FigureFilter } from './figureFilter.ts';
import { conditionsOf, type FigureShape, meets } from './figureMeets.ts';
import { type AskedThrough, type Condition, joined } from './filter.ts';

/**
 * The condition on the number that a claim itself gives, whatever its rank. The store knows how good it is and whether there is
 * one; numbers are compared here, claim by claim, for those that meet the other conditions.
 */
export const claimFigure: Condition<ClaimWhere> = {
  type: FigureFilter,
  description:
    'Its number, that of a tentative claim too. At most 5,000 claims that meet the other conditions are looked at.',
  last: true,
  where: (shape: FigureShape, asked) =>
    whenRead(conditionsOf(asked.view, null, shape), (conditions) => whereOf(conditions, asked)),
};

function whereOf(conditions: Conditions, { view, within }: AskedThrough<ClaimWhere>): Read<ClaimWhere> {
  const { certainly, possibly, sources, isDisputed, isUnknown, evidence, definition } = conditions;
  const simple = joined.and<ClaimWhere>([
    ...(asksMore(conditions) ? [{ measured: true }] : []),
    ...(isUnknown === null ? [] : [{ measured: !isUnknown }]),
    ...(evidence === null ? [] : [{ evidence }]),
    ...(definition === null ? [] : [{ definitions: [definition] }]),
  ]);
  if ([certainly, possibly, sources, isDisputed].every((one) => one === null)) return simple;
  const where = joined.and([within, simple]);
  const gathered = withinBudget(view.claims(null, { list: 'all', where, order: [], page: allRows }));
  return whenRead(gathered, (claims) =>
    whenRead(whenAllRead(claims.map((claim) => claimMeets(claim, conditions))), (met) => ({
      keys: claims.filter((_claim, place) => met[place]).map(({ row }) => row.key),
    })),
  );
}

function claimMeets(claim: Seen<Claim>, conditions: Conditions): Read<boolean> {
  const { view, row } = claim;
  const others = conditions.isDisputed === null ? [] : factOf(claim);
  return whenRead(others, (fact) => {
    const { lens, horizon } = view;
    const rivals = countingClaims(seenClaims(lens, horizon, fact)).filter(({ key }) => key !== row.key);
    const figure = figureOfClaim(new ClaimedFact(view, [row, ...rivals], [row, ...rivals]), row);
    return meets(view, figure && { ...figure, tentative: false }, conditions);
  });
}
