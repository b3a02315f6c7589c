import type { Claim } from './claim.ts';

/**
 * The claims that may contradict the best one of a fact: those of the same side, results or forecasts, which are more than
 * tentative. `counting` are the claims of the fact that count, best first.
 */
export function rivalsOf([best, ...others]: readonly [Claim, ...Claim[]]): readonly Claim[] {
  return others.filter((claim) => claim.rank !== 'tentative' && isForecast(claim) === isForecast(best));
}

function isForecast({ evidence }: Claim): boolean {
  return evidence === 'forecast' || evidence === 'scenario';
}
