import { overlap } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { isUnknown } from '../quantity/quantity.ts';

/** Whether figures agree: their bounds share a value, or do not, or one of them is unknown. */
export type Agreement = 'agree' | 'disagree' | 'unknown';

/** Whether two figures of one unit agree within their bounds; unknown where one is null or unknown. */
export function agreement(a: Figure | null, b: Figure | null): Agreement {
  if (a === null || b === null) return 'unknown';
  const share = overlap(a.quantity, b.quantity);
  if (isUnknown(a.quantity) || isUnknown(b.quantity)) return 'unknown';
  return share ? 'agree' : 'disagree';
}
