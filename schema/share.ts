import type { EntityReference, Figure } from '../src/quantity/figure.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { FigureRef, figureIn } from './figure.ts';
import { isEntity, nodeOf } from './node.ts';

/** One share of a whole, and the view it was asked through. */
export interface ShareShape {
  readonly view: View;
  /** At hand, or as a metric speaks of it. */
  readonly holder: Seen<EntityRow> | EntityReference;
  readonly share: Figure;
  readonly since: string | null;
}

export const Share = builder.objectRef<ShareShape>('Share').implement({
  description: 'One share of a whole.',
  fields: (t) => ({
    holder: t.field({
      type: Entity,
      nullable: true,
      description: 'Whose share it is: a firm, a group or a place.',
      resolve: ({ holder }, _args, context) =>
        'row' in holder ? holder : whenRead(nodeOf(context, holder.id, 'id'), (node) => (isEntity(node) ? node : null)),
    }),
    share: t.field({
      type: FigureRef,
      description: 'The share: as a ratio where it is computed, else as stated, mostly in percent.',
      resolve: ({ view, share }) => figureIn(view, share),
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'Since when it is held; null where unknown or where the share is of a period.',
      resolve: ({ since }) => since,
    }),
  }),
});
