import { whenRead } from '../src/store/whenRead.ts';
import type { ClaimWhere } from '../src/store/where.ts';
import { EntityFilter } from './entityFilters.ts';
import { type Filter, type FilterShape, filterOf, joined, listed } from './filter.ts';
import { Property } from './property.ts';

export const ClaimFilter: Filter<ClaimWhere> = filterOf<ClaimWhere>('ClaimFilter', 'claims', joined, () => ({
  properties: {
    type: [Property],
    description: 'Is about one of these properties.',
    where: (properties: readonly string[]) => ({ properties: listed(properties, 'properties') }),
  },
  subject: {
    type: EntityFilter.ref,
    description: 'What it is about.',
    where: (subject: FilterShape, { view }) =>
      whenRead(EntityFilter.where(subject, view), (meant) => ({ subject: meant })),
  },
  counts: { type: 'Boolean', description: 'Whether it counts in this view.', where: (counts: boolean) => ({ counts }) },
}));
