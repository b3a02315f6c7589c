import { contradictingLots } from '../src/metrics/contradictingLots.ts';
import { referencesOf } from '../src/store/reading.ts';
import { type Seen, seeAll } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { discrepancyOf } from './contradictingTotals.ts';
import { type Discrepancy, type Suspects, tooMany } from './discrepancies.ts';
import { lotsOf } from './unitsOf.ts';

/** Shipments of a processor that hold less than those within them: of fewer days, to some of the buyers. */
export function contradictingShipments(suspects: Suspects): Read<readonly Discrepancy[]> {
  return whenRead(processorsIn(suspects), (processors) =>
    whenRead(whenAllRead(processors.map(contradictionsOf)), (found) => found.flat()),
  );
}

/** How many shipments may be gathered to look for contradictions among them. */
const shipmentBudget = 5_000;

function processorsIn({ view, parent, where }: Suspects): Read<readonly Seen<EntityRow>[]> {
  if (parent !== null) return parent.row.type === 'Processor' ? [parent] : [];
  const ofThese = Object.keys(where).length === 0 ? {} : { references: { processor: where } };
  const page = { limit: shipmentBudget, backward: false, cursor: null };
  const all = view.entities(null, { list: { all: 'Shipment' }, where: ofThese, order: [], page });
  return whenRead(all, ({ rows: shipments, hasMore }) => {
    if (hasMore) throw tooMany('shipments', shipmentBudget);
    const processors = whenAllRead(shipments.map((shipment) => referencesOf(shipment, 'processor')));
    return whenRead(processors, (found) => {
      const rows = new Map(found.flat().map(({ row }) => [row.key, row]));
      return seeAll(view, [...rows.values()]);
    });
  });
}

function contradictionsOf(processor: Seen<EntityRow>): Read<readonly Discrepancy[]> {
  return whenRead(lotsOf(processor, []), ({ lots }) =>
    contradictingLots(lots).flatMap(({ whole, sum }) => {
      // Those of its family and of the members are told of where they stand.
      if (!whole.goods.some(({ key }) => key === processor.row.key)) return [];
      const stated = { ...whole.units, period: whole.period };
      return [discrepancyOf(processor, 'units', stated, sum, [])];
    }),
  );
}
