import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { ShipmentFilter } from './entityFilters.ts';
import { entityEntries } from './entityType.ts';
import { FigureRef, figureIn } from './figure.ts';
import { figureOf } from './figureOf.ts';
import { Levy, leviesOf } from './levies.ts';
import { Node } from './node.ts';
import { ownPeriod, PeriodRef } from './period.ts';
import { Processor } from './processor.ts';
import { Product } from './product.ts';
import { ShipmentScenario } from './shipmentValues.ts';

export const Shipment = builder.objectRef<Seen<EntityRow>>('Shipment');

export const ShipmentConnection = entityEntries(
  Shipment,
  {
    type: 'Shipment',
    one: 'shipment',
    many: 'shipments',
    noun: 'shipment',
    nouns: 'shipments',
    example: 'nvidia-h20-chinese-tech-firms-from-2024-08-26',
  },
  () => ShipmentFilter,
);

builder.objectType(Shipment, {
  description: 'Processors shipped or ordered: who sells which to whom, over a period.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    seller: t.field({
      type: Entity,
      nullable: true,
      description: 'Who sells: a company, or a group such as unnamed smugglers; null where no source names one.',
      resolve: (shipment) => referenceOf(shipment, 'seller'),
    }),
    buyers: t.field({
      type: [Entity],
      description: 'Who buys: companies, groups, places; at most 100. Empty where no source names one.',
      resolve: (shipment) => whenRead(referencesOf(shipment, 'buyer'), (all) => all.slice(0, 100)),
    }),
    processor: t.field({
      type: Processor,
      nullable: true,
      description: 'The processor or family; null where no source names one.',
      resolve: (shipment) => referenceOf(shipment, 'processor'),
    }),
    goods: t.field({
      type: Product,
      nullable: true,
      description: 'What is shipped where it is no processor, such as stacks of memory; null elsewhere.',
      resolve: (shipment) => referenceOf(shipment, 'goods'),
    }),
    period: t.field({
      type: PeriodRef,
      nullable: true,
      description: 'The period; null where unknown.',
      resolve: ownPeriod,
    }),
    units: t.field({
      type: FigureRef,
      nullable: true,
      description: 'How many; null where unknown.',
      resolve: (shipment) =>
        whenRead(figureOf(shipment, { property: 'units' }), (figure) => figureIn(shipment.view, figure)),
    }),
    unitPrice: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The price of one; null where unknown.',
      resolve: (shipment) =>
        whenRead(figureOf(shipment, { property: 'unit-price' }), (figure) => figureIn(shipment.view, figure)),
    }),
    value: t.field({
      type: FigureRef,
      nullable: true,
      description: 'As stated, else units times price. Open bounds stay open. Null where it follows from neither.',
      args: {
        scenario: t.arg({ type: ShipmentScenario, description: 'What to suppose instead.' }),
        unit: t.arg.string({ description: 'The currency to convert to.' }),
      },
      resolve: (shipment, asked) =>
        whenRead(figureOf(shipment, { property: 'shipment-value', ...asked }), (figure) =>
          figureIn(shipment.view, figure),
        ),
    }),
    levies: t.field({
      type: [Levy],
      nullable: true,
      description:
        'Tariffs and shares of revenue that controls take of its value, at most 100; empty where none does. Null where it has no processor. Those of groups whose members nobody names are known only for controls that are named.',
      args: {
        controls: t.arg.idList({
          description:
            'Ids or slugs of controls to apply as if they held; left out, those that hold on the last day of the period.',
        }),
        scenario: t.arg({ type: ShipmentScenario, description: 'What to suppose instead of units or price.' }),
      },
      resolve: (shipment, asked, context) =>
        whenRead(leviesOf(context, shipment, asked), (levies) => levies?.slice(0, 100) ?? null),
    }),
  }),
});
