import { disjointShipments, type Trade } from '../src/metrics/disjointShipments.ts';
import type { Parties } from '../src/metrics/parties.ts';
import { shipmentsTotal } from '../src/metrics/shipmentValue.ts';
import { holds, type Lot, liesIn, unitsOfTrade } from '../src/metrics/unitsOfTrade.ts';
import type { Figure, Warning } from '../src/quantity/figure.ts';
import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, ReferenceRole } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import type { Context } from './context.ts';
import { gather } from './entities.ts';
import { clientError } from './errors.ts';
import { statedOf } from './figureOf.ts';
import { entityArgument } from './globalId.ts';
import { referenceTo } from './members.ts';
import { ownPeriod, periodArgument } from './period.ts';
import { runningTotals } from './runningTotals.ts';
import { familyOf, partiesOf, tradeOf } from './trades.ts';

/** Which units are meant. */
export interface UnitsAsked {
  /** Null for all buyers. */
  readonly buyers?: readonly Seen<EntityRow>[] | null | undefined;
  /** Null for all that is known. */
  readonly period?: string | null | undefined;
}

/** Units that a company shipped, or that were shipped of a processor or of a family; null where nothing is known. */
export function unitsOf(entity: Seen<EntityRow>, { buyers, period }: UnitsAsked): Read<Figure | null> {
  return whenRead(makerOf(entity), (maker) =>
    whenRead(lotsOf(entity, buyers ?? []), ({ lots, warnings }) => {
      if (lots.length === 0) return null;
      return whenRead(partiesOf(buyers ?? []), (among) =>
        whenRead(tradeAsked(entity, maker), (whole) => {
          const trade = { ...whole, buyers: among };
          if (period == null) return allKnown(lots, trade, warnings);
          const days = periodArgument(period, maker ?? entity, 'period');
          return unitsOfTrade(lots, { trade, period: days }, warnings);
        }),
      );
    }),
  );
}

/** The buyers that a client names. @throws the client's error where one of them is not there */
export function buyersNamed(
  context: Context,
  view: View,
  ids: readonly string[] | null | undefined,
): Read<readonly Seen<EntityRow>[] | null> {
  if (ids == null) return null;
  if (ids.length < 1 || ids.length > 100) {
    throw clientError('BAD_ARGUMENT', `buyers holds ${ids.length} ids; 1 to 100 are allowed.`, 'buyers');
  }
  const asked = ids.map((id) => {
    const { type, slug } = entityArgument(context, view, id, ['Company', 'Group', 'Place'], 'buyers');
    return { type, name: slug };
  });
  return whenRead(view.namedAll(asked), (found) =>
    found.map(([buyer, another], place) => {
      if (buyer === undefined) throw clientError('NOT_FOUND', `Nothing has the id "${ids[place]}".`, 'buyers');
      if (another) throw clientError('AMBIGUOUS_NAME', `"${ids[place]}" names several; write the slug.`, 'buyers');
      return buyer;
    }),
  );
}

/** Who sells a processor under its name; null for a company, and where nobody or many do. */
function makerOf(entity: Seen<EntityRow>): Read<Seen<EntityRow> | null> {
  return entity.row.type === 'Processor' ? referenceOf(entity, 'maker') : null;
}

function tradeAsked(entity: Seen<EntityRow>, maker: Seen<EntityRow> | null): Read<Trade> {
  const isCompany = entity.row.type === 'Company';
  const [seller, processor] = [isCompany ? entity : maker, isCompany ? null : entity];
  const read = whenAllRead([partiesOf(seller ? [seller] : []), partiesOf(processor ? [processor] : [])]);
  return whenRead(read, ([sellers = [], goods = []]) => ({ sellers, goods, buyers: [] }));
}

interface Lots {
  readonly lots: readonly Lot[];
  /** What was left out for its weakness. */
  readonly warnings: readonly Warning[];
}

/** What is known of the units that a company sold or that were sold of a processor, its family's included. */
export function lotsOf(entity: Seen<EntityRow>, buyers: readonly Seen<EntityRow>[]): Read<Lots> {
  const { includeTentative } = entity.view.lens;
  const isCompany = entity.row.type === 'Company';
  const totals = isCompany ? runningTotals(buyers, entity) : [];
  const maker = whenRead(makerOf(entity), (found) => partiesOf(found ? [found] : []));
  return whenRead(maker, (unnamed) =>
    whenRead(whenAllRead([shipmentsOf(entity), isCompany ? [] : shipmentsAround(entity)]), (shipments) =>
      whenRead(whenAllRead([...shipments.flat().map((one) => lotOf(one, unnamed)), totals]), (found) => {
        const all = found.flat().filter((lot) => lot !== null);
        const isWeak = ({ units }: Lot) => units.tentative && !includeTentative;
        return { lots: all.filter((lot) => !isWeak(lot)), warnings: all.filter(isWeak).map(weaknessOf) };
      }),
    ),
  );
}

/** What a processor's family shipped bounds what it did. */
function shipmentsAround(processor: Seen<EntityRow>): Read<readonly Seen<EntityRow>[]> {
  return whenRead(familyOf(processor), (family) => {
    if (family === null) return [];
    return whenRead(whenAllRead([shipmentsNaming(family, 'processor'), shipmentsAround(family)]), (all) => all.flat());
  });
}

/** The shipments of a seller, other goods left out, or of a processor and what belongs to its family. */
function shipmentsOf(entity: Seen<EntityRow>): Read<readonly Seen<EntityRow>[]> {
  const { view, row } = entity;
  if (row.type === 'Company') return shipmentsNaming(entity, 'seller', { references: { goods: { isNone: true } } });
  const family = gather(view, entity, { naming: ['family'], type: 'Processor' }, {});
  return whenRead(shipmentsNaming(entity, 'processor'), (own) =>
    whenRead(family, (members) =>
      whenRead(whenAllRead(members.map(shipmentsOf)), (ofMembers) => [...own, ...ofMembers.flat()]),
    ),
  );
}

function shipmentsNaming(entity: Seen<EntityRow>, role: ReferenceRole, where: EntityWhere = {}) {
  return gather(entity.view, entity, { naming: [role], type: 'Shipment' }, where);
}

/**
 * Null where nobody says how many were shipped: what was ordered or made is another thing. Where a processor has a maker,
 * what no source names a seller of is that company's: `unnamed`.
 */
function lotOf(shipment: Seen<EntityRow>, unnamed: Parties): Read<Lot | null> {
  return whenRead(unitsShipped(shipment), (units) => {
    if (units?.quantity.unit !== 'count') return null;
    return whenRead(tradeOf(shipment), ({ sellers, goods, buyers }) => ({
      entity: referenceTo(shipment),
      sellers: sellers.length === 0 ? unnamed : sellers,
      goods,
      buyers,
      period: ownPeriod(shipment),
      evidence: units.evidence,
      units,
    }));
  });
}

/** Units sold, else units of which the source says no more. */
function unitsShipped(shipment: Seen<EntityRow>): Read<Figure | null> {
  const [sold, unstated] = (['sold', 'unstated'] as const).map((definition) =>
    statedOf(shipment, { property: 'units', definition }),
  );
  return whenRead(sold ?? null, (figure) => figure ?? unstated ?? null);
}

/** The shipments that do not overlap, added up, those of the whole trade first; of one it is that one's units. */
function allKnown(lots: readonly Lot[], trade: Trade, warnings: readonly Warning[]): Figure | null {
  const isPart = (lot: Lot) => Number(!holds(lot, trade));
  const inside = lots.filter((lot) => liesIn(lot, trade));
  const { counted, warnings: overlaps } = disjointShipments(inside, (a, b) => isPart(a) - isPart(b));
  const [first, ...others] = counted;
  const leftOut = [...warnings, ...overlaps];
  if (first === undefined) return null;
  if (others.length === 0 && leftOut.length === 0) return first.units;
  const parts = counted.map(({ entity, units }) => ({ entity, figure: units }));
  return shipmentsTotal({ unit: 'count', parts, period: null, warnings: leftOut });
}

function weaknessOf({ entity }: Lot): Warning {
  const message = `${entity.name} is left out: its units rest on a claim of weak confidence. A lens with includeTentative takes it in.`;
  return { code: 'low-confidence', message, entities: [entity] };
}
