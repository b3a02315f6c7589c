import type { Figure } from '../quantity/figure.ts';
import { intervalOf, isBelow } from '../quantity/interval.ts';
import { periodWithin } from '../quantity/period.ts';
import { isUnknown } from '../quantity/quantity.ts';
import { disjointShipments } from './disjointShipments.ts';
import { shippedUnits } from './shippedUnits.ts';
import { isForecast, type Lot, largestFirst, liesIn } from './unitsOfTrade.ts';

/** A shipment, and shipments within it that certainly are more. */
export interface Overfull {
  readonly whole: Lot;
  readonly sum: Figure;
}

/**
 * The shipments that hold less than the shipments within them together, no two of which are of the same units: a million
 * to one country in a quarter of which half a million were sold in all the world.
 */
export function contradictingLots(lots: readonly Lot[]): readonly Overfull[] {
  return lots.flatMap((whole) => {
    if (whole.units.quantity.high === null || isForecast(whole)) return [];
    const parts = lots.filter((lot) => lot !== whole && !isForecast(lot) && isPartOf(lot, whole));
    const { counted, warnings } = disjointShipments(parts, largestFirst);
    if (counted.length === 0) return [];
    const within = counted.map(({ entity, units }) => ({ entity, figure: units }));
    const sum = shippedUnits({ within, around: [], period: whole.period, warnings });
    const isMore = !isUnknown(sum.quantity) && isBelow(intervalOf(whole.units.quantity), intervalOf(sum.quantity));
    return isMore ? [{ whole, sum }] : [];
  });
}

/** Of two that cover the same, each would be a part of the other; which of them is right is another question. */
function isPartOf(lot: Lot, whole: Lot): boolean {
  const isWithin = (a: Lot, b: Lot) =>
    a.period !== null && b.period !== null && periodWithin(a.period, b.period) && liesIn(a, b);
  return isWithin(lot, whole) && !isWithin(whole, lot);
}
