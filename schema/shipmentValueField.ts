import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { FigureRef, figureIn } from './figure.ts';
import { buyersArgument, ShipmentScenario, valueOfShipments } from './shipmentValues.ts';

const shipmentValueArguments = builder.args((t) => ({
  buyers: t.idList({ description: 'Ids of buyers: companies, groups or places; at most 100. Default: all.' }),
  period: t.field({ type: 'PeriodLabel', description: 'The period. Default: all that is known.' }),
  scenario: t.field({ type: ShipmentScenario, description: 'What to suppose instead of units or price.' }),
}));

/** The value of shipments, the same on companies that sell and on processors that are sold. */
export function shipmentValueField(t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Seen<EntityRow>>) {
  return t.field({
    type: FigureRef,
    nullable: true,
    description:
      'The value of shipments: units times unit price. Of several shipments those that do not overlap are added. Open bounds stay open; null where either is unknown.',
    args: shipmentValueArguments,
    resolve: (entity, { buyers, period, scenario }, context) =>
      whenRead(
        valueOfShipments(entity, { buyers: buyersArgument(context, entity, buyers), period, scenario }),
        (figure) => figureIn(entity.view, figure),
      ),
  });
}
