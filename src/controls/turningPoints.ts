import type { Decimal } from '../quantity/decimal.ts';
import type { Knowledge } from './knowledge.ts';
import { pointAt, productOf, quotientOf, type Range, restOf } from './range.ts';
import type { NumberAtom } from './test.ts';
import type { NumberQuantity } from './vocabulary.ts';

/**
 * The values of a quantity at which some comparison turns, all else equal, lowest first: its own thresholds, and where it
 * carries what is computed from it over one. Where the rest is known by bounds these are the ends of where that happens.
 */
export function turningPoints(
  quantity: NumberQuantity,
  atoms: readonly NumberAtom[],
  known: Knowledge,
): readonly Decimal[] {
  const points = atoms.flatMap((atom) => {
    const threshold = pointAt(atom.threshold.at);
    if (isSameNumber(atom.quantity, quantity, known)) return [threshold];
    return carriedTo(atom.quantity, quantity, threshold, known) ?? [];
  });
  const ends = points.flatMap(({ low, high }) => [low.at, high.at]).filter((at) => at.isFinite() && at.gte(0));
  return ends.toSorted((a, b) => a.cmp(b)).filter((at, index, all) => index === 0 || !at.eq(all[index - 1] ?? at));
}

function isSameNumber(one: NumberQuantity, other: NumberQuantity, { rateIsIo }: Knowledge): boolean {
  const names: readonly NumberQuantity[] = ['aggregate-bidirectional-transfer-rate', 'io-bandwidth'];
  return one === other || (rateIsIo && names.includes(one) && names.includes(other));
}

/** Where a quantity brings what is computed from it to a threshold; null where it is not computed from it. */
function carriedTo(
  computed: NumberQuantity,
  quantity: NumberQuantity,
  threshold: Range,
  known: Knowledge,
): Range | null {
  const other = (name: NumberQuantity, combine: (range: Range) => Range | null) => {
    const range = known.numbers.get(name);
    return range === undefined ? null : combine(range);
  };
  if (computed === 'performance-density' && quantity === 'total-processing-performance')
    return other('applicable-die-area', (area) => productOf(threshold, area));
  if (computed === 'performance-density' && quantity === 'applicable-die-area')
    return other('total-processing-performance', (performance) => quotientOf(performance, threshold));
  if (computed === 'bandwidth-sum' && quantity === 'dram-bandwidth')
    return other('io-bandwidth', (inAndOut) => restOf(threshold, inAndOut));
  if (computed === 'bandwidth-sum' && isSameNumber(quantity, 'io-bandwidth', known))
    return other('dram-bandwidth', (memory) => restOf(threshold, memory));
  return null;
}
