import { whenRead } from '../src/store/whenRead.ts';
import { anyEntity } from './anyEntity.ts';
import { claimed, figure, inCountryOf, period, reference, references } from './entityFields.ts';
import { byRole } from './entityKeys.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { FigureRef, figureIn } from './figure.ts';
import { oneFigure } from './figureFilter.ts';
import { figureOf } from './figureOf.ts';
import { Levy, leviesOf } from './levies.ts';
import { processors } from './processor.ts';
import { products } from './product.ts';
import { ShipmentScenario } from './shipmentValues.ts';

export const shipments: EntityKind = entityKind(
  {
    type: 'Shipment',
    description: 'Processors shipped or ordered: who sells which to whom, over a period.',
    one: 'shipment',
    many: 'shipments',
    noun: 'shipment',
    nouns: 'shipments',
    example: 'nvidia-h20-chinese-tech-firms-from-2024-08-26',
    toldBy: 'units',
  },
  () => [
    inCountryOf('buyer'),
    { keys: { maker: byRole('processor', 'maker') } },
    reference(
      'seller',
      anyEntity(),
      'Who sells: a company, or a group such as unnamed smugglers',
      'null where no source names one',
    ),
    references('buyer', 'buyers', anyEntity(), 'Who buys: companies, groups, places'),
    reference(
      'processor',
      processors,
      'The processor, or the family where no more is known',
      'null where no source names one',
    ),
    reference(
      'goods',
      products,
      'What is shipped where it is no processor, such as stacks of memory',
      'null elsewhere',
    ),
    period('The period'),
    figure('Shipment', 'units', 'How many'),
    figure('Shipment', 'unit-price', 'The price of one'),
    {
      fields: (t) => ({
        value: t.field({
          type: FigureRef,
          nullable: true,
          description: 'As stated, else units times price. Open bounds stay open. Null where it follows from neither.',
          args: {
            scenario: t.arg({ type: ShipmentScenario, description: 'What to suppose instead.' }),
            unit: t.arg.string({ description: 'The currency to convert to.' }),
          },
          resolve: (shipment, asked) =>
            whenRead(figureOf(shipment, { property: 'shipment-value', ...asked }), (found) =>
              figureIn(shipment.view, found),
            ),
        }),
      }),
      conditions: { value: oneFigure('Shipment', 'shipment-value', 'Its value: units times price.') },
    },
    claimed,
    {
      fields: (t) => ({
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
    },
  ],
);

export const { ref: Shipment } = shipments;
