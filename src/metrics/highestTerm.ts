import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { maximum } from '../quantity/maximum.ts';
import { printQuantity } from '../quantity/print.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { sortValue } from '../quantity/sortValue.ts';
import { type Computation, warning } from './metric.ts';

/** One of the figures of which the highest is wanted. */
export interface Term {
  /** Its name in the formula: `fp16`. */
  readonly name: string;
  readonly figure: Figure;
  /** How high it counts, in the unit of the answer; known, at least by a bound. */
  readonly counts: Quantity;
}

/** What a metric that is a maximum says of its answer. */
type Highest = Pick<Computation, 'inputs' | 'quantity' | 'tentative'> & {
  readonly assumptions: readonly string[];
  readonly warnings: readonly Warning[];
};

/**
 * The maximum of some terms; null where there are none.
 *
 * Its inputs are the terms that decide: those that reach it as stated or, stated without a value, may pass it. Its bounds
 * are those of the maximum of all. Tentative figures are taken in, but they decide, and make the answer tentative, only
 * where it would be another without them.
 */
export function highestTerm(terms: readonly Term[]): Highest | null {
  const quantity = maximumOf(terms);
  if (quantity === null) return null;
  const firm = terms.filter(({ figure }) => !figure.tentative);
  const sound = maximumOf(firm);
  const tentative = sound === null || !isSame(sound, quantity);
  const deciding = (tentative ? terms : firm).filter((term) => decides(term, terms));
  return {
    inputs: deciding.map(({ name, figure }) => ({ name, figure })),
    quantity,
    tentative,
    assumptions: othersWithin(quantity, deciding, terms),
    warnings: tentative && sound !== null ? [weakness(sound)] : [],
  };
}

function maximumOf(terms: readonly Term[]): Quantity | null {
  const [first, ...rest] = terms.map(({ counts }) => counts);
  return first === undefined ? null : maximum([first, ...rest]);
}

function decides({ counts }: Term, terms: readonly Term[]): boolean {
  const highest = Decimal.max(...terms.map((term) => sortValue(term.counts)).filter((height) => height !== null));
  if (sortValue(counts)?.eq(highest)) return true;
  return counts.value === null && (counts.high === null || counts.high.gt(highest));
}

function isSame(a: Quantity, b: Quantity): boolean {
  const [left, right] = [sortValue(a), sortValue(b)];
  return left !== null && right?.eq(left) === true;
}

/** Names the terms that do not decide as stated and yet may within their bounds, so that they set one of the whole. */
function othersWithin({ bounds }: Quantity, deciding: readonly Term[], terms: readonly Term[]): readonly string[] {
  const mayPass = ({ counts: { high } }: Term) =>
    deciding.every(({ counts: { low } }) => high === null || low === null || high.gt(low));
  const names = terms.filter((term) => !deciding.includes(term) && mayPass(term)).map(({ name }) => name);
  if (bounds !== 'computed' || names.length === 0) return [];
  return [`Within the bounds of what is stated, ${names.join(' and ')} may be the highest too.`];
}

function weakness(sound: Quantity): Warning {
  const without = printQuantity(sound);
  return warning('low-confidence', `a claim of weak confidence decides; without it the answer would be ${without}`);
}
