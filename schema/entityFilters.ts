import { composedTypes, type EntityType } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { CompanyKind, Ownership } from './company.ts';
import {
  claimedDate,
  claimedText,
  isNone,
  linked,
  named,
  naming,
  ofType,
  ownName,
  period,
  text,
  words,
} from './conditions.ts';
import { DateFilter, type DateShape, dateWhere } from './dateFilter.ts';
import { EntityTypeEnum } from './entity.ts';
import { ControlKind } from './exportControl.ts';
import { anyFigure, oneFigure } from './figureFilter.ts';
import { type Condition, type Filter, type FilterShape, filterOf, joined, listed } from './filter.ts';
import { InvestmentKind, InvestmentStatus } from './investment.ts';
import { LinkListFilter } from './linkFilter.ts';
import { type ListShape, listFilterOf } from './listFilter.ts';
import { MarketKind } from './market.ts';
import { PlaceKind } from './place.ts';
import { ProcessorKind } from './processor.ts';
import { ProductKind, ProductStatus } from './product.ts';
import { TextFilter, type TextShape, textWhere } from './textFilter.ts';

export const CompanyFilter: Filter<EntityWhere> = entityFilter('Company', 'companies', () => ({
  figure: anyFigure('Company'),
  kinds: words([CompanyKind], 'Does one of these.', 'kinds'),
  home: named('home', PlaceFilter, 'Its home.'),
  ownership: claimedText([Ownership], 'ownership', 'Its ownership on the day of the lens is one of these.'),
  parent: linked('parent-of', 'to', CompanyFilter, 'The company that controls it on the day of the lens.'),
  isUnknown: isNone,
  investments: naming('investor', 'Investment', InvestmentListFilter, 'Money that it put or promised.'),
  investmentsReceived: naming('target', 'Investment', InvestmentListFilter, 'Money put or promised into it.'),
  shipments: naming('seller', 'Shipment', ShipmentListFilter, 'What it sold.'),
  purchases: naming('buyer', 'Shipment', ShipmentListFilter, 'What it bought.'),
}));

export const GroupFilter = entityFilter('Group', 'groups', () => ({
  figure: anyFigure('Group'),
  member: linked('member-of', 'to', CompanyFilter, 'One of its members on the day of the lens.'),
}));

export const PersonFilter = entityFilter('Person', 'people', () => ({}));

export const ProcessorFilter: Filter<EntityWhere> = entityFilter('Processor', 'processors', () => ({
  figure: anyFigure('Processor'),
  kinds: words([ProcessorKind], 'Is one of these kinds.', 'kinds'),
  maker: named('maker', CompanyFilter, 'Its maker.'),
  family: named('family', ProcessorFilter, 'Its family.'),
  announced: claimedDate('announced', 'The day it was announced.'),
  released: claimedDate('released', 'The day it was first sold.'),
  isUnknown: isNone,
  shipments: naming('processor', 'Shipment', ShipmentListFilter, 'Its shipments.'),
}));

export const ExportControlFilter = entityFilter('ExportControl', 'export controls', () => ({
  kinds: words([ControlKind], 'Is one of these kinds.', 'kinds'),
  imposedBy: named('imposedBy', PlaceFilter, 'The place that imposes it.'),
  announced: claimedDate('announced', 'The day it was made public.'),
  effective: claimedDate('effective', 'The first day it binds.'),
}));

export const MarketFilter = entityFilter('Market', 'markets', () => ({
  figure: anyFigure('Market'),
  kinds: words([MarketKind], 'Is one of these kinds.', 'kinds'),
  place: named('place', PlaceFilter, 'The place it covers.'),
}));

export const InvestmentFilter: Filter<EntityWhere> = entityFilter('Investment', 'investments', () => ({
  kinds: words([InvestmentKind], 'Is one of these kinds.', 'kinds'),
  status: words([InvestmentStatus], 'Its status is one of these.', 'status'),
  investor: named('investor', EntityFilter, 'One of its investors.'),
  target: named('target', EntityFilter, 'Its target.'),
  place: named('place', PlaceFilter, 'Where it is spent.'),
  period: period('Its period, or the day it closed.'),
  amount: oneFigure('Investment', 'amount', 'Its amount.'),
}));

export const ShipmentFilter: Filter<EntityWhere> = entityFilter('Shipment', 'shipments', () => ({
  seller: named('seller', EntityFilter, 'Its seller.'),
  buyer: named('buyer', EntityFilter, 'One of its buyers.'),
  processor: named('processor', ProcessorFilter, 'Its processor, or the family where no more is known.'),
  period: period('Its period.'),
  units: oneFigure('Shipment', 'units', 'Its units.'),
  value: oneFigure('Shipment', 'shipment-value', 'Its value: units times price.'),
}));

export const ProductFilter = entityFilter('Product', 'products', () => ({
  figure: anyFigure('Product'),
  kinds: words([ProductKind], 'Is one of these kinds.', 'kinds'),
  status: words([ProductStatus], 'Its status is one of these.', 'status'),
  company: named('company', CompanyFilter, 'The company that makes, runs or owns it.'),
  place: named('place', PlaceFilter, 'Where it stands.'),
}));

export const PlaceFilter: Filter<EntityWhere> = entityFilter('Place', 'places', () => ({
  kinds: words([PlaceKind], 'Is one of these kinds.', 'kinds'),
  within: {
    type: PlaceFilter.ref,
    description: 'Lies in this place, at any depth.',
    where: (place: FilterShape, { view }) =>
      whenRead(PlaceFilter.where(place, view), (within) => ({ above: { within } })),
  },
  isUnknown: isNone,
}));

export const SourceFilter = entityFilter('Source', 'sources', () => ({
  publisher: {
    type: TextFilter,
    description: 'Who published it.',
    where: (publisher: TextShape) => ({ publisher: textWhere(publisher) }),
  },
  published: {
    type: DateFilter,
    description: 'The day it was published.',
    where: (published: DateShape) => ({ published: dateWhere(published) }),
  },
}));

export const EntityFilter: Filter<EntityWhere> = entityFilter('Entity', 'entities of any kind', () => ({
  types: {
    type: [EntityTypeEnum],
    description: 'Is of one of these kinds.',
    where: (types: readonly EntityType[]) => ({ types: listed(types, 'types') }),
  },
  home: {
    type: PlaceFilter.ref,
    description:
      'The home of a company. A group meets it where all its known members do, a place where it lies there or is it.',
    where: (place: FilterShape, { view }) => whenRead(PlaceFilter.where(place, view), atHome),
  },
  isUnknown: isNone,
  company: ofType('Company', CompanyFilter, 'Is a company, and this holds of it.'),
  processor: ofType('Processor', ProcessorFilter, 'Is a processor, and this holds of it.'),
}));

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

const InvestmentListFilter = listFilterOf<EntityWhere>(
  'InvestmentListFilter',
  'the investments of an entity',
  joined.and,
  () => InvestmentFilter,
);

const ShipmentListFilter = listFilterOf<EntityWhere>(
  'ShipmentListFilter',
  'the shipments of an entity',
  joined.and,
  () => ShipmentFilter,
);

/** A filter on entities: what all kinds have, and what this kind has besides. */
function entityFilter(
  kind: EntityType | 'Entity',
  rows: string,
  own: () => Readonly<Record<string, Condition<EntityWhere>>>,
): Filter<EntityWhere> {
  const hasOwnName = kind !== 'Entity' && !composedTypes.includes(kind);
  return filterOf<EntityWhere>(`${kind}Filter`, rows, joined, () => ({
    slug: text('slug', 'The slug.'),
    name: hasOwnName ? ownName('The name or an alias.') : text('name', 'The name or an alias.'),
    links: {
      type: LinkListFilter.ref,
      description: 'Its links.',
      where: (links: ListShape, { view }) => whenRead(LinkListFilter.where(links, view), (meant) => ({ links: meant })),
    },
    ...own(),
  }));
}
