import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { FigureRef, figureIn } from './figure.ts';
import { buyersNamed, unitsOf } from './unitsOf.ts';

const unitsArguments = builder.args((t) => ({
  buyers: t.idList({ description: 'Ids of buyers: companies, groups or places; at most 100. Default: all.' }),
  period: t.field({ type: 'PeriodLabel', description: 'The period. Default: all that is known.' }),
}));

/** Units shipped, the same on companies that sell and on processors that are sold. */
export function unitsField(t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Seen<EntityRow>>) {
  return t.field({
    type: FigureRef,
    nullable: true,
    description:
      'Processors shipped in a period, those of the whole family where it is one. Also where only running totals, quarters or a part of the buyers are stated: then what follows from them, or bounds. Orders, stocks and production do not count. Null where nothing is known.',
    args: unitsArguments,
    resolve: (entity, { buyers, period }, context) =>
      whenRead(buyersNamed(context, entity.view, buyers), (named) =>
        whenRead(unitsOf(entity, { buyers: named, period }), (figure) => figureIn(entity.view, figure)),
      ),
  });
}
