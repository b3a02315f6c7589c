import { disjointShipments } from '../src/metrics/disjointShipments.ts';
import { shipmentsTotal, shipmentValue } from '../src/metrics/shipmentValue.ts';
import { supposed } from '../src/metrics/supposed.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { parseQuantity } from '../src/quantity/parse.ts';
import type { Period } from '../src/quantity/period.ts';
import { isCurrency } from '../src/quantity/unit.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { gather } from './entities.ts';
import { clientError } from './errors.ts';
import { statedOf } from './figureOf.ts';
import { entityArgument } from './globalId.ts';
import { referenceTo } from './members.ts';
import { ownPeriod, periodArgument } from './period.ts';
import { tradeOf } from './trades.ts';

/** What to suppose of a shipment. */
export interface ScenarioShape {
  readonly units?: string | null | undefined;
  readonly unitPrice?: string | null | undefined;
}

export const ShipmentScenario = builder.inputType('ShipmentScenario', {
  description: 'What to suppose of a shipment; the result has the evidence SCENARIO.',
  fields: (t) => ({
    units: t.field({
      type: 'Quantity',
      description: 'The units, for example `1000000 count` or `1000000..1200000 count`.',
    }),
    unitPrice: t.field({ type: 'Quantity', description: 'The price of one, for example `12500 USD`.' }),
  }),
});

/** Which shipments are meant. */
export interface ShipmentsAsked {
  /** The keys of buyers, or null for all. */
  readonly buyers?: EntityWhere | null | undefined;
  readonly period?: string | null | undefined;
  readonly scenario?: ScenarioShape | null | undefined;
}

/** The condition on shipments that one of these buys them. @throws the client's error for a malformed id */
export function buyersArgument(
  context: Context,
  entity: Seen<EntityRow>,
  ids: readonly string[] | null | undefined,
): EntityWhere | null {
  if (ids == null) return null;
  if (ids.length > 100)
    throw clientError('BAD_ARGUMENT', `buyers holds ${ids.length} ids; at most 100 are allowed.`, 'buyers');
  const any = ids.map((id): EntityWhere => {
    const { type, slug } = entityArgument(context, entity.view, id, ['Company', 'Group', 'Place'], 'buyers');
    return { types: [type], name: { equals: slug } };
  });
  return { or: any };
}

/** The value of one shipment: as stated, else units times price; null where neither is known. What is supposed goes first. */
export function valueOfShipment(shipment: Seen<EntityRow>, scenario?: ScenarioShape | null): Read<Figure | null> {
  if (scenario?.units != null || scenario?.unitPrice != null) return unitsTimesPrice(shipment, scenario);
  return whenRead(statedOf(shipment, { property: 'shipment-value' }), (stated) => stated ?? unitsTimesPrice(shipment));
}

function unitsTimesPrice(shipment: Seen<EntityRow>, scenario?: ScenarioShape | null): Read<Figure | null> {
  const read = whenAllRead([
    scenario?.units == null ? statedOf(shipment, { property: 'units' }) : supposedQuantity(scenario.units, 'units'),
    scenario?.unitPrice == null
      ? statedOf(shipment, { property: 'unit-price' })
      : supposedQuantity(scenario.unitPrice, 'unitPrice'),
  ]);
  return whenRead(read, ([units, unitPrice]) => {
    if (!units || !unitPrice) return null;
    const value = shipmentValue({ units, unitPrice });
    return { ...value, period: value.period ?? ownPeriod(shipment) };
  });
}

/**
 * The value of the shipments of a processor or of a seller: of one that shipment's, of several the sum of those that do
 * not overlap. Null where none has both units and price.
 */
export function valueOfShipments(entity: Seen<EntityRow>, asked: ShipmentsAsked): Read<Figure | null> {
  const role: ReferenceRole = entity.row.type === 'Company' ? 'seller' : 'processor';
  const list = { naming: [role], type: 'Shipment' } as const;
  return whenRead(gather(entity.view, entity, list, whereOf(entity, asked)), (shipments) => {
    const valued = whenAllRead(shipments.map((shipment) => valuedShipment(shipment, asked.scenario)));
    const period = asked.period == null ? null : periodArgument(asked.period, entity, 'period');
    return whenRead(valued, (found) =>
      togetherOf(
        found.filter((one) => one !== null),
        period,
      ),
    );
  });
}

interface Valued {
  readonly shipment: Seen<EntityRow>;
  readonly value: Figure | null;
}

/** Null for a shipment of which the lens sees no units, price or value: nobody it trusts knows of it. */
function valuedShipment(shipment: Seen<EntityRow>, scenario: ScenarioShape | null | undefined): Read<Valued | null> {
  const stated = whenAllRead([
    statedOf(shipment, { property: 'units' }),
    statedOf(shipment, { property: 'unit-price' }),
    statedOf(shipment, { property: 'shipment-value' }),
  ]);
  return whenRead(stated, (figures) => {
    if (figures.every((figure) => figure === null)) return null;
    return whenRead(valueOfShipment(shipment, scenario), (value) => ({ shipment, value }));
  });
}

/** Which of several overlap is read only where there are several. */
function togetherOf(shipments: readonly Valued[], period: Period | null): Read<Figure | null> {
  const [only, ...others] = shipments;
  if (only === undefined || others.length === 0) return only?.value ?? null;
  const extents = shipments.map(({ shipment, value }) =>
    whenRead(tradeOf(shipment), (trade) => ({
      ...trade,
      entity: referenceTo(shipment),
      period: ownPeriod(shipment),
      evidence: value?.evidence ?? null,
      value,
    })),
  );
  return whenRead(whenAllRead(extents), (found) => {
    const { counted, warnings } = disjointShipments(found);
    const unit = counted[0]?.value?.quantity.unit;
    if (unit === undefined) return null;
    const parts = counted.map(({ entity, value }) => ({ entity, figure: value }));
    const unknown = found.filter(({ value }) => value === null).map(({ entity }) => ({ entity, figure: null }));
    return shipmentsTotal({ unit, parts: [...parts, ...unknown], period, warnings });
  });
}

function whereOf(entity: Seen<EntityRow>, { buyers, period }: ShipmentsAsked): EntityWhere {
  return {
    ...(buyers && { references: { buyer: buyers } }),
    ...(period != null && { period: { within: periodArgument(period, entity, 'period') } }),
  };
}

function supposedQuantity(text: string, argument: 'units' | 'unitPrice'): Figure {
  const quantity = parseQuantity(text, argument === 'units' ? { unit: 'count' } : {});
  if ('problem' in quantity) throw clientError('BAD_QUANTITY', quantity.problem, `scenario.${argument}`);
  const fits = argument === 'units' ? quantity.unit === 'count' : isCurrency(quantity.unit);
  if (fits) return supposed(quantity);
  const advice =
    argument === 'units' ? 'units are a count, such as `1000000 count`' : 'a price is money, such as `12500 USD`';
  throw clientError('BAD_UNIT', `"${text}" is in ${quantity.unit}: ${advice}.`, `scenario.${argument}`);
}
