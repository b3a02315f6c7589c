import type { Revision } from '../src/store/revision.ts';
import type { EntityType } from '../src/store/tables.ts';
import { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { gatherBudget } from './entities.ts';
import { type ManyAsked, manyRows } from './manyRows.ts';

/** What is added up most, of kinds of which there may be very many. */
const mostAsked = {
  Shipment: { type: 'Shipment', of: { property: 'units' } },
  Investment: { type: 'Investment', of: { property: 'amount' } },
} as const satisfies { readonly [Type in EntityType]?: ManyAsked };

/** Reads what questions about many rows of a revision need, one kind after the other; of few rows there is nothing to read. */
export function warmManyRows(revision: Revision): Read<unknown> {
  const view = View.of(revision, { pinned: true });
  const many = Object.values(mostAsked).filter(({ type }) => (revision.info.counts[type] ?? 0) > gatherBudget);
  return many.reduce<Read<unknown>>((before, asked) => whenRead(before, () => manyRows(view, asked)), null);
}
