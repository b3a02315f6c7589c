import { Decimal } from '../quantity/decimal.ts';
import { isWeaker } from '../quantity/evidence.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { type Period, periodWithin } from '../quantity/period.ts';
import { isUnknown } from '../quantity/quantity.ts';
import { disjointShipments, type ShipmentExtent, type Trade } from './disjointShipments.ts';
import { fromOtherPeriods } from './fromOtherPeriods.ts';
import { isWithin, mayShare, type Parties } from './parties.ts';
import { shippedUnits } from './shippedUnits.ts';
import { type Stretch, stretchesOf, tiling } from './tiling.ts';
import { total } from './total.ts';

/** A shipment and the units that it is said to have had. */
export interface Lot extends ShipmentExtent {
  readonly units: Figure;
  /** Of a running total without a known beginning: the same for those that begin on the same day. */
  readonly series?: string;
}

/** What is asked: the units of a trade in a period. */
export interface UnitsAsked {
  readonly trade: Trade;
  readonly period: Period;
}

/**
 * The units of a trade in a period, out of shipments of all kinds of periods, goods and buyers; null where none says
 * anything of them.
 *
 * Shipments of just this trade give the units where, added and taken away, they leave just its days: four quarters, or a
 * running total less an earlier one. Where several buyers are asked for the same may be so of each of them, and they are
 * added up. Otherwise the units are only bounded: by what lies within, and by what holds all of it (`shippedUnits`).
 */
export function unitsOfTrade(
  lots: readonly Lot[],
  asked: UnitsAsked,
  warnings: readonly Warning[] = [],
): Figure | null {
  return ofThisTrade(lots, asked) ?? ofEachBuyer(lots, asked) ?? bounded(lots, asked, warnings);
}

function ofThisTrade(lots: readonly Lot[], { trade, period }: UnitsAsked): Figure | null {
  const { first, last } = period;
  if (first === null || last === null) return null;
  const stretches = lots.filter((lot) => holds(lot, trade) && liesIn(lot, trade)).flatMap(stretchOf);
  const terms = tiling({ first, last }, stretchesOf(stretches));
  if (terms === null) return null;
  const [only, ...others] = terms;
  if (others.length === 0 && only?.sign === 1) return only.stretch.figure;
  const figure = fromOtherPeriods(terms, period, true);
  return isUnknown(figure.quantity) ? null : figure;
}

function ofEachBuyer(lots: readonly Lot[], { trade, period }: UnitsAsked): Figure | null {
  const { buyers } = trade;
  const areApart = buyers.every((one, place) => buyers.slice(place + 1).every((other) => !mayShare([one], [other])));
  if (buyers.length < 2 || !areApart) return null;
  const each = buyers.map((buyer) => ofThisTrade(lots, { trade: { ...trade, buyers: [buyer] }, period }));
  if (each.some((figure) => figure === null)) return null;
  const parts = each.map((figure, place) => ({ entity: namedAfter(lots, buyers.slice(place, place + 1)), figure }));
  return total({ unit: 'count', nonNegative: true, stated: null, parts, open: false, period }).sum;
}

/** A buyer's units are told of by the shipment to that buyer. */
function namedAfter(lots: readonly Lot[], buyer: Parties) {
  const lot = lots.find(({ buyers }) => isWithin(buyers, buyer) && isWithin(buyer, buyers));
  return lot?.entity ?? { id: '', name: 'a buyer' };
}

function bounded(lots: readonly Lot[], { trade, period }: UnitsAsked, warnings: readonly Warning[]): Figure | null {
  const inside = lots.filter((lot) => liesIn(lot, trade) && lot.period !== null && periodWithin(lot.period, period));
  const around = lots.filter((lot) => holds(lot, trade) && lot.period !== null && periodWithin(period, lot.period));
  const isOnlyForecast = [...inside, ...around].every(isForecast);
  const ofOneSide = (lot: Lot) => isForecast(lot) === isOnlyForecast;
  const { counted, warnings: overlaps } = disjointShipments(inside.filter(ofOneSide), largestFirst);
  const longer = isOnlyForecast ? [] : ofLongerTime(lots, { trade, period });
  const wholes = [...around.filter(ofOneSide).map(partOf), ...longer].filter(
    ({ figure }) => figure.quantity.high !== null,
  );
  if (counted.length === 0 && wholes.length === 0) return null;
  return shippedUnits({
    within: counted.map(partOf),
    around: wholes,
    period,
    warnings: [...warnings, ...overlaps],
  });
}

/** Those of the shortest time around that shipments of just this trade give: calendar quarters around a fiscal year. */
function ofLongerTime(lots: readonly Lot[], { trade, period: { first, last } }: UnitsAsked) {
  const same = lots.filter((lot) => holds(lot, trade) && liesIn(lot, trade));
  const begins = same.flatMap(({ period }) => period?.first ?? []).filter((day) => first !== null && day <= first);
  const ends = same.flatMap(({ period }) => period?.last ?? []).filter((day) => last !== null && day >= last);
  const [begin, end] = [begins.sort().at(-1), ends.sort()[0]];
  if (begin === undefined || end === undefined) return [];
  const around = { label: `${begin}/${end}`, first: begin, last: end };
  const figure = ofThisTrade(lots, { trade, period: around });
  return figure === null ? [] : [{ entity: { id: '', name: around.label }, figure }];
}

/** The more a part certainly holds, the better it bounds the whole. */
export function largestFirst(a: Lot, b: Lot): number {
  return (b.units.quantity.low ?? zero).comparedTo(a.units.quantity.low ?? zero);
}

const zero = new Decimal(0);

function partOf({ entity, units }: Lot) {
  return { entity, figure: units };
}

/** Whether all of a trade is in a shipment. */
export function holds(lot: Trade, { sellers, goods, buyers }: Trade): boolean {
  return isWithin(sellers, lot.sellers) && isWithin(goods, lot.goods) && isWithin(buyers, lot.buyers);
}

/** Whether all of a shipment is in a trade. */
export function liesIn(lot: Trade, { sellers, goods, buyers }: Trade): boolean {
  return isWithin(lot.sellers, sellers) && isWithin(lot.goods, goods) && isWithin(lot.buyers, buyers);
}

function stretchOf({ period, units, series }: Lot): readonly Stretch[] {
  // A beginning that nobody knows is still one place in time, which the running totals of a series share.
  const first = period?.first ?? series;
  if (period?.last == null || first === undefined) return [];
  return [{ first, last: period.last, figure: units, knownFrom: null, restates: false }];
}

/** Whether it is hoped for rather than done. */
export function isForecast({ units: { evidence } }: Lot): boolean {
  return isWeaker(evidence, 'estimated');
}
