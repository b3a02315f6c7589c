import { type Figure, isDerived } from '../src/quantity/figure.ts';
import type { Claim } from '../src/store/claim.ts';
import { ClaimedFact } from '../src/store/claimedFigure.ts';

/** What sources claim of a figure, converted or not; null where it was computed from others. */
export function factBehind({ origin }: Figure): ClaimedFact | null {
  if (origin instanceof ClaimedFact) return origin;
  const converted = isDerived(origin) && origin.metric === 'conversion' ? origin.inputs[0] : undefined;
  return converted ? factBehind(converted.figure) : null;
}

/** The best claim of a figure, converted or not; null where it was computed from others. */
export function claimBehind(figure: Figure): Claim | null {
  return factBehind(figure)?.counting[0] ?? null;
}
