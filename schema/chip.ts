import type { Item } from '../src/controls/question.ts';
import type { RuleQuantity } from '../src/controls/vocabulary.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { itemOf } from './itemOf.ts';
import { weighedFigure } from './weighedFigures.ts';

/** A chip that the rules are asked about. */
export interface Chip {
  /** Null where it is only supposed. */
  readonly processor: Seen<EntityRow> | null;
  readonly item: Item;
  /** A number that the rules look at, down to the claims that it comes from; null where unknown or not defined. */
  readonly figureOf: (quantity: RuleQuantity) => Read<Figure | null>;
}

/** A processor of the graph as the rules see it. */
export function chipOf(processor: Seen<EntityRow>): Read<Chip> {
  return whenRead(itemOf(processor), (item) => ({
    processor,
    item,
    figureOf: (quantity) => weighedFigure(processor, quantity),
  }));
}
