import { agreement } from '../src/metrics/agreement.ts';
import { type ClaimedFact, claimedFigure, figureOfClaim } from '../src/store/claimedFigure.ts';
import { rivalsOf } from '../src/store/rivals.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert } from './conversion.ts';

/**
 * Whether another claim that counts, of the same side and more than tentative, shares no value with the best one. Across
 * currencies they are compared at the mean rate of the period; where none is known nothing is in dispute.
 */
export function disputedOf(fact: ClaimedFact): Read<boolean> {
  const figure = claimedFigure(fact);
  if (figure === null) return false;
  const rivals = rivalsOf(fact.counting)
    .map((claim) => figureOfClaim(fact, claim))
    .filter((rival) => rival !== null);
  const inOneUnit = rivals.map((rival) => convert(fact.view, rival, figure.quantity.unit, 'mean', 'unit'));
  return whenRead(whenAllRead(inOneUnit), (converted) =>
    converted.some((rival) => agreement(figure, rival) === 'disagree'),
  );
}
