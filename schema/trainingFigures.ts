import { trainingDuration } from '../src/metrics/trainingDuration.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { type FigureAsked, statedOf } from './figureOf.ts';
import { linkFigure } from './linkFigure.ts';

/** How long a model trained, from the hours of its processors and their number; null for what is no product. */
export function trainingDurationOf(product: Seen<EntityRow>): Read<Figure | null> {
  if (product.row.type !== 'Product') return null;
  const read = whenAllRead([
    statedOf(product, { property: 'processor-hours' }),
    processorsUsedOf(product, { property: 'processors-used' }),
  ]);
  return whenRead(read, ([processorHours = null, processors = null]) =>
    trainingDuration({ processorHours, processors }),
  );
}

/** Processors that a product runs on or was trained on: as stated of it, or of the one link to what it was trained on. */
export function processorsUsedOf(product: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  return whenRead(statedOf(product, asked), (stated) => stated ?? trainedOn(product));
}

/** Links may name several processors, and none of their numbers is that of all. */
function trainedOn(product: Seen<EntityRow>): Read<Figure | null> {
  if (product.row.type !== 'Product') return null;
  const list = { ends: 'from' as const, during: { label: '../..', first: null, last: null } };
  const page = { limit: 2, backward: false, cursor: null };
  const links = product.view.links(product, { list, where: { kinds: ['trained-on'] }, order: [], page });
  return whenRead(links, ({ rows: [only, another] }) =>
    only === undefined || another !== undefined ? null : linkFigure(only, 'units'),
  );
}
