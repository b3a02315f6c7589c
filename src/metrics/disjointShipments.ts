import { type Evidence, isWeaker } from '../quantity/evidence.ts';
import type { EntityReference, Warning } from '../quantity/figure.ts';
import { type Period, periodsOverlap } from '../quantity/period.ts';
import { mayShare, type Parties } from './parties.ts';

/** Who sold what to whom. */
export interface Trade {
  readonly sellers: Parties;
  readonly goods: Parties;
  readonly buyers: Parties;
}

/** What tells whether two shipments may hold the same units. */
export interface ShipmentExtent extends Trade {
  readonly entity: EntityReference;
  /** Null where unknown, which may be any time. */
  readonly period: Period | null;
  /** Null where its value is unknown. */
  readonly evidence: Evidence | null;
}

/**
 * Chooses shipments that can be added up: no two of them may hold the same units, having seller, goods, buyer and period
 * in common, and all are of one side, results or forecasts. What `before` puts first goes first, then better evidence,
 * then the longer period, then the order given; what is left out is named.
 */
export function disjointShipments<Shipment extends ShipmentExtent>(
  shipments: readonly Shipment[],
  before: (a: Shipment, b: Shipment) => number = () => 0,
): { readonly counted: readonly Shipment[]; readonly warnings: readonly Warning[] } {
  const known = shipments.filter(({ evidence }) => evidence !== null);
  const best = [...known].sort(
    (a, b) => before(a, b) || weakerLast(a.evidence, b.evidence) || lengthOf(b) - lengthOf(a),
  );
  const counted: Shipment[] = [];
  const warnings: Warning[] = [];
  for (const shipment of best) {
    const rival =
      counted.find((other) => mayHoldSame(shipment, other)) ??
      counted.find((other) => isForecast(other) !== isForecast(shipment));
    if (rival === undefined) counted.push(shipment);
    else warnings.push(leftOut(shipment, rival));
  }
  return { counted, warnings };
}

function mayHoldSame(a: ShipmentExtent, b: ShipmentExtent): boolean {
  return (
    mayShare(a.buyers, b.buyers) &&
    mayShare(a.goods, b.goods) &&
    mayShare(a.sellers, b.sellers) &&
    (a.period === null || b.period === null || periodsOverlap(a.period, b.period))
  );
}

function isForecast({ evidence }: ShipmentExtent): boolean {
  return evidence === 'forecast';
}

function weakerLast(a: Evidence | null, b: Evidence | null): number {
  if (a === null || b === null || a === b) return 0;
  return isWeaker(a, b) ? 1 : -1;
}

/** Days of its period: none where it is unknown, more than any where it has no end. */
function lengthOf({ period }: ShipmentExtent): number {
  if (period === null) return 0;
  const { first, last } = period;
  return first === null || last === null ? Number.MAX_SAFE_INTEGER : Date.parse(last) - Date.parse(first);
}

function leftOut(shipment: ShipmentExtent, rival: ShipmentExtent): Warning {
  const why = mayHoldSame(shipment, rival) ? 'may hold the same units as' : 'is a forecast, unlike';
  const message = `${shipment.entity.name} is left out: it ${why} ${rival.entity.name}, which is counted.`;
  return { code: 'overlap-left-out', message, entities: [shipment.entity] };
}
