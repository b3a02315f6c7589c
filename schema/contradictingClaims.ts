import { agreement } from '../src/metrics/agreement.ts';
import { comparison } from '../src/metrics/comparison.ts';
import { claimsContradict, type Side } from '../src/metrics/contradiction.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { firstDayOf, lastDayOf } from '../src/quantity/period.ts';
import { printQuantity } from '../src/quantity/print.ts';
import { isCurrency, unitFraction } from '../src/quantity/unit.ts';
import { bestFirst } from '../src/store/bestFirst.ts';
import type { Claim } from '../src/store/claim.ts';
import { ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import { countingClaims } from '../src/store/counting.ts';
import type { Seen } from '../src/store/seen.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert } from './conversion.ts';
import {
  aboutOf,
  claimsBy,
  type Discrepancy,
  detailsOf,
  type Suspects,
  sourcesIn,
  suspectClaims,
} from './discrepancies.ts';
import { figureIn } from './figure.ts';

/**
 * Facts of which claims that count, of one side and more than tentative, share no value: figures with disjoint bounds,
 * across currencies at the mean rate of the period, and dates with no day in common.
 */
export function contradictingClaims(suspects: Suspects): Read<readonly Discrepancy[]> {
  return whenRead(suspectClaims(suspects, { contested: true }), (claims) => {
    const facts = [...claimsBy(claims, ({ factKey }) => factKey).values()];
    const found = facts.flatMap((fact) => sidesOf(suspects.view, fact).map((side) => contradictionIn(side, fact)));
    return whenRead(whenAllRead(found), (all) => all.filter((one) => one !== null));
  });
}

/** The claims of a fact that may contradict each other: results on one side, forecasts on the other, the best first. */
function sidesOf(view: View, fact: readonly Seen<Claim>[]): readonly ClaimedFact[] {
  const { lens, horizon } = view;
  const seen = fact.map(({ row }) => row);
  const counting = bestFirst(lens, horizon, countingClaims(seen)).filter(
    ({ rank }) => rank !== 'tentative' || lens.includeTentative,
  );
  const isForecast = ({ evidence }: Claim) => evidence === 'forecast' || evidence === 'scenario';
  return [counting.filter((claim) => !isForecast(claim)), counting.filter(isForecast)].flatMap(([best, ...others]) =>
    best === undefined || others.length === 0 ? [] : [new ClaimedFact(view, [best, ...others], seen)],
  );
}

function contradictionIn(side: ClaimedFact, fact: readonly Seen<Claim>[]): Read<Discrepancy | null> {
  const [best] = side.counting;
  const claim = fact.find(({ row }) => row === best);
  if (claim === undefined) return null;
  if (best.quantity === null) return datesDiffer(side.counting) ? discrepancyOf(claim, side, null) : null;
  return whenRead(rivalsIn(side), (pair) => pair && discrepancyOf(claim, side, pair));
}

/** Two figures of one unit that share no value: the best one and the first that it contradicts, else any two. */
interface Pair {
  readonly left: Figure;
  readonly right: Figure;
}

function rivalsIn(side: ClaimedFact): Read<Pair | null> {
  const figures = side.counting.map((claim) => figureOfClaim(side, claim)).filter((figure) => figure !== null);
  const [best] = figures;
  if (best === undefined) return null;
  const { unit } = best.quantity;
  const alike = figures.filter(({ quantity }) => fits(quantity.unit, unit));
  const inUnit = alike.map((figure) => convert(side.view, figure, unit, 'mean', 'unit'));
  return whenRead(whenAllRead(inUnit), (converted) => {
    for (const [place, left] of converted.entries()) {
      const right = converted.slice(place + 1).find((other) => agreement(left, other) === 'disagree');
      if (right !== undefined) return { left, right };
    }
    return null;
  });
}

function fits(unit: string, other: string): boolean {
  return unitFraction(unit, other) !== null || (isCurrency(unit) && isCurrency(other));
}

function datesDiffer(claims: readonly Claim[]): boolean {
  const days = claims.flatMap(({ date }) => {
    const [first, last] = [date && firstDayOf(date), date && lastDayOf(date)];
    return first && last ? [{ first, last }] : [];
  });
  return days.some((one) => days.some((other) => one.last < other.first));
}

function discrepancyOf(claim: Seen<Claim>, side: ClaimedFact, pair: Pair | null): Read<Discrepancy | null> {
  return whenRead(aboutOf(claim), (about) => {
    if (about === null) return null;
    const { subject, property, link, to } = about;
    const { period } = claim.row;
    const matter = {
      property: property ?? claim.row.property,
      details: detailsOf(claim.row, about),
      subject: subject.row.name,
      period,
    };
    return {
      kind: 'claims',
      subject: subject.row,
      property,
      period,
      comparison: () => pair && comparedIn(side.view, pair),
      claims: side.counting,
      link: link?.row ?? null,
      others: to ? [to.row] : [],
      text: () => claimsContradict(matter, side.counting.map(sideOf), pair),
      key: claim.row.key,
    };
  });
}

/** Two sides as they are shown. */
export function comparedIn(view: View, { left, right }: Pair) {
  return { left: figureIn(view, left), right: figureIn(view, right), comparison: comparison(left, right) };
}

function sideOf(claim: Claim): Side {
  const says = claim.quantity === null ? (claim.date ?? claim.text ?? '') : printQuantity(claim.quantity);
  return { says, sources: sourcesIn(claim) };
}
