import { composedTypes, type EntityType } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { companies } from './company.ts';
import { isNone, ofType, ownName, text } from './conditions.ts';
import { Entity, EntityTypeEnum } from './entity.ts';
import { type Condition, type Filter, type FilterShape, filterOf, joined, listed } from './filter.ts';
import { LinkListFilter } from './linkFilter.ts';
import type { ListShape } from './listFilter.ts';
import { places } from './place.ts';
import { processors } from './processor.ts';

/** The conditions that entities of each kind have. */
export function commonConditions(type: EntityType | null): Readonly<Record<string, Condition<EntityWhere>>> {
  const hasOwnName = type !== null && !composedTypes.includes(type);
  return {
    slug: text('slug', 'The slug.'),
    name: hasOwnName ? ownName('The name or an alias.') : text('name', 'The name or an alias.'),
    links: {
      type: LinkListFilter.ref,
      description: 'Its links.',
      where: (links: ListShape, { view }) => whenRead(LinkListFilter.where(links, view), (meant) => ({ links: meant })),
    },
  };
}

export const EntityFilter: Filter<EntityWhere> = filterOf<EntityWhere>(
  'EntityFilter',
  'entities of any kind',
  joined,
  () => ({
    ...commonConditions(null),
    types: {
      type: [EntityTypeEnum],
      description: 'Is of one of these kinds.',
      where: (types: readonly EntityType[]) => ({ types: listed(types, 'types') }),
    },
    home: {
      type: places.filter.ref,
      description:
        'The home of a company. A group meets it where all its known members do, a place where it lies there or is it.',
      where: (place: FilterShape, { view }) => whenRead(places.filter.where(place, view), atHome),
    },
    isUnknown: isNone,
    company: ofType('Company', companies.filter, 'Is a company, and this holds of it.'),
    processor: ofType('Processor', processors.filter, 'Is a processor, and this holds of it.'),
  }),
);

/** An entity of any kind, as one that others name. */
export function anyEntity() {
  return { ref: Entity, filter: EntityFilter };
}

/** What is at home in a place: companies, groups of them, and places. */
function atHome(place: EntityWhere): EntityWhere {
  const member = (other: EntityWhere): EntityWhere => ({ linked: { kind: 'member-of', end: 'to', other } });
  const isAtHome: EntityWhere = { references: { home: place } };
  return joined.or<EntityWhere>([
    { types: ['Company'], ...isAtHome },
    { types: ['Group'], ...member({}), not: member({ not: isAtHome }) },
    { types: ['Place'], or: [place, { above: { within: place } }] },
  ]);
}
