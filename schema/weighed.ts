import { spanOfClaims } from '../src/metrics/spanOfClaims.ts';
import { inUnit, overlap } from '../src/quantity/arithmetic.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { unitFraction } from '../src/quantity/unit.ts';
import type { Claim } from '../src/store/claim.ts';
import { type ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type FigureAsked, statedFact } from './figureOf.ts';

/**
 * A specification as export rules weigh it: its best claim, or, where another claim that counts disputes that, the span
 * of the claims. Tentative claims are left out of it, but of a fact that has no others. Null where none counts.
 */
export function weighedOf(processor: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  return whenRead(statedFact(processor, asked), (fact) => fact && weighed(fact));
}

function weighed(fact: ClaimedFact): Figure | null {
  const [best, ...others] = fact.counting;
  const figure = figureOfClaim(fact, best);
  if (figure === null) return null;
  const rivals = others
    .filter((claim) => isBeside(best, claim))
    .flatMap((claim) => figureOfClaim(fact, claim) ?? [])
    .filter((rival) => unitFraction(rival.quantity.unit, figure.quantity.unit) !== null);
  const { quantity } = figure;
  const isDisputed = rivals.some((rival) => !overlap(quantity, inUnit(rival.quantity, quantity.unit)));
  return isDisputed ? spanOfClaims([figure, ...rivals]) : figure;
}

/** Claims are best first: where the best one is tentative, all are. */
function isBeside(best: Claim, claim: Claim): boolean {
  return (best.rank === 'tentative' || claim.rank !== 'tentative') && isForecast(best) === isForecast(claim);
}

function isForecast({ evidence }: Claim): boolean {
  return evidence === 'forecast' || evidence === 'scenario';
}
