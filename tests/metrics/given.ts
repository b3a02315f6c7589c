import type { Evidence } from '../../src/quantity/evidence.ts';
import { type Derivation, type Figure, isDerived } from '../../src/quantity/figure.ts';
import { type Period, parsePeriod } from '../../src/quantity/period.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { quantity } from '../quantity/given.ts';

/** A figure that a source claims: a quantity as a text, or made by hand. */
export function claimed(stated: string | Quantity, of: Partial<Omit<Figure, 'quantity' | 'origin'>> = {}): Figure {
  return {
    quantity: typeof stated === 'string' ? quantity(stated) : stated,
    evidence: 'reported',
    tentative: false,
    period: null,
    definition: null,
    ...of,
    origin: { claimIds: ['test'] },
  };
}

/** The same of a forecast, as of other evidence. */
export function withEvidence(stated: string | Quantity, evidence: Evidence): Figure {
  return claimed(stated, { evidence });
}

/** A period by its label. */
export function period(label: string): Period {
  const read = parsePeriod(label);
  if ('problem' in read) throw new Error(read.problem);
  return read;
}

/** How a computed figure was computed. */
export function derivationOf({ origin }: Figure): Derivation {
  if (!isDerived(origin)) throw new Error('claimed, not derived');
  return origin;
}

/** The codes of its warnings. */
export function warningsOf(figure: Figure): readonly string[] {
  return derivationOf(figure).warnings.map(({ code }) => code);
}
