import { agreement } from '../src/metrics/agreement.ts';
import type { Claim } from '../src/store/claim.ts';
import { type ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert } from './conversion.ts';

/**
 * Whether another claim that counts, of the same side and more than tentative, shares no value with the best one. Across
 * currencies they are compared at the mean rate of the period; where none is known nothing is in dispute.
 */
export function disputedOf(fact: ClaimedFact): Read<boolean> {
  const [best, ...others] = fact.counting;
  const figure = figureOfClaim(fact, best);
  if (figure === null) return false;
  const rivals = others
    .filter((claim) => claim.rank !== 'tentative' && isForecast(claim) === isForecast(best))
    .map((claim) => figureOfClaim(fact, claim))
    .filter((rival) => rival !== null);
  const inOneUnit = rivals.map((rival) => convert(fact.view, rival, figure.quantity.unit, 'mean', 'unit'));
  return whenRead(whenAllRead(inOneUnit), (converted) =>
    converted.some((rival) => agreement(figure, rival) === 'disagree'),
  );
}

function isForecast({ evidence }: Claim): boolean {
  return evidence === 'forecast' || evidence === 'scenario';
}
