import { composedTypes, type EntityType } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { isNone, ofType, ownName, text } from './conditions.ts';
import { entityKindOf } from './entityKinds.ts';
import { EntityTypeEnum } from './entityTypeEnum.ts';
import { type Condition, type Filter, type FilterShape, filterOf, joined, listed } from './filter.ts';
import { LinkListFilter } from './linkFilter.ts';
import type { ListShape } from './listFilter.ts';

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
      type: entityKindOf('Place').filter.ref,
      description:
        'The home of a company. A group meets it where all its known members do, a place where it lies there or is it.',
      where: (place: FilterShape, { view }) => whenRead(entityKindOf('Place').filter.where(place, view), atHome),
    },
    isUnknown: isNone,
    company: ofType('Company', entityKindOf('Company').filter, 'Is a company, and this holds of it.'),
    processor: ofType('Processor', entityKindOf('Processor').filter, 'Is a processor, and this holds of it.'),
  }),
);

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
