import type { InputRef } from '@pothos/core';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { EntityType, ReferenceRole } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { ClaimWhere, EntityWhere, LinkWhere, ListWhere, TextWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { CompanyKind } from './company.ts';
import { DateFilter, type DateShape, dateMeets, dateWhere } from './dateFilter.ts';
import { gather } from './entities.ts';
import { EntityTypeEnum } from './entity.ts';
import { EvidenceFilter, type EvidenceShape, evidencesOf } from './evidenceFilter.ts';
import { ControlKind } from './exportControl.ts';
import { anyFigure, oneFigure, oneStatedFigure } from './figureFilter.ts';
import { type Condition, type Filter, type FilterShape, filterOf, listed, withoutNull } from './filter.ts';
import { InvestmentKind, InvestmentStatus } from './investment.ts';
import { MarketKind } from './market.ts';
import { periodArgument } from './period.ts';
import { PeriodFilter, type PeriodShape, periodWhere } from './periodFilter.ts';
import { PlaceKind } from './place.ts';
import { ProcessorKind } from './processor.ts';
import { ProductKind, ProductStatus } from './product.ts';
import { LinkKind, Property } from './property.ts';
import { factDateOf } from './stated.ts';
import { TextFilter, type TextShape, textMeets, textWhere } from './textFilter.ts';

/** How the conditions of every kind are joined. */
const joined = {
  and: <Where>(and: readonly Where[]) => ({ and }),
  or: <Where>(or: readonly Where[]) => ({ or }),
  not: <Where>(not: Where) => ({ not }),
};

const LinkListFilter = builder.inputType('LinkListFilter', {
  description: 'Conditions on the links of an entity that hold on the day of the lens.',
  fields: (t) => ({
    some: t.field({ type: LinkFilter.ref, description: 'At least one of them meets this.' }),
    every: t.field({ type: LinkFilter.ref, description: 'There is at least one, and each meets this.' }),
    none: t.field({ type: LinkFilter.ref, description: 'None of them meets this.' }),
  }),
});

export const CompanyFilter = entityFilter('CompanyFilter', 'companies', () => ({
  figure: anyFigure('Company'),
  kinds: words([CompanyKind], 'Does one of these.', 'kinds'),
  home: named('home', PlaceFilter, 'Its home.'),
}));

export const GroupFilter = entityFilter('GroupFilter', 'groups', () => ({ figure: anyFigure('Group') }));

export const PersonFilter = entityFilter('PersonFilter', 'people', () => ({}));

export const ProcessorFilter = entityFilter('ProcessorFilter', 'processors', () => ({
  figure: anyFigure('Processor'),
  kinds: words([ProcessorKind], 'Is one of these kinds.', 'kinds'),
  maker: named('maker', CompanyFilter, 'Its maker.'),
  family: named('family', ProcessorFilter, 'Its family.'),
  announced: dateOf('Processor', 'announced', 'The day it was announced.'),
  released: dateOf('Processor', 'released', 'The day it was first sold.'),
}));

export const ExportControlFilter = entityFilter('ExportControlFilter', 'export controls', () => ({
  kinds: words([ControlKind], 'Is one of these kinds.', 'kinds'),
  imposedBy: named('imposedBy', PlaceFilter, 'The place that imposes it.'),
}));

export const MarketFilter = entityFilter('MarketFilter', 'markets', () => ({
  figure: anyFigure('Market'),
  kinds: words([MarketKind], 'Is one of these kinds.', 'kinds'),
  place: named('place', PlaceFilter, 'The place it covers.'),
}));

export const InvestmentFilter = entityFilter('InvestmentFilter', 'investments', () => ({
  kinds: words([InvestmentKind], 'Is one of these kinds.', 'kinds'),
  status: words([InvestmentStatus], 'Its status is one of these.', 'status'),
  investor: named('investor', EntityFilter, 'One of its investors.'),
  target: named('target', EntityFilter, 'Its target.'),
  place: named('place', PlaceFilter, 'Where it is spent.'),
  period: period('Its period, or the day it closed.'),
  amount: oneStatedFigure('Investment', 'amount', 'Its amount.'),
}));

export const ShipmentFilter = entityFilter('ShipmentFilter', 'shipments', () => ({
  seller: named('seller', EntityFilter, 'Its seller.'),
  buyer: named('buyer', EntityFilter, 'One of its buyers.'),
  processor: named('processor', ProcessorFilter, 'Its processor.'),
  period: period('Its period.'),
  units: oneStatedFigure('Shipment', 'units', 'Its units.'),
  value: oneFigure('Shipment', 'shipment-value', 'Its value: units times price.'),
}));

export const ProductFilter = entityFilter('ProductFilter', 'products', () => ({
  figure: anyFigure('Product'),
  kinds: words([ProductKind], 'Is one of these kinds.', 'kinds'),
  status: words([ProductStatus], 'Its status is one of these.', 'status'),
  company: named('company', CompanyFilter, 'The company that makes, runs or owns it.'),
  place: named('place', PlaceFilter, 'Where it stands.'),
}));

export const PlaceFilter: Filter<EntityWhere> = entityFilter('PlaceFilter', 'places', () => ({
  kinds: words([PlaceKind], 'Is one of these kinds.', 'kinds'),
  within: named('within', PlaceFilter, 'Lies in this place.'),
}));

export const SourceFilter = entityFilter('SourceFilter', 'sources', () => ({}));

export const EntityFilter = entityFilter('EntityFilter', 'entities of any kind', () => ({
  types: {
    type: [EntityTypeEnum],
    description: 'Is of one of these kinds.',
    where: (types: readonly EntityType[]) => ({ types: listed(types, 'types') }),
  },
  home: named('home', PlaceFilter, 'Is a company, and this holds of its home.'),
  company: ofType('Company', CompanyFilter, 'Is a company, and this holds of it.'),
  processor: ofType('Processor', ProcessorFilter, 'Is a processor, and this holds of it.'),
}));

export const LinkFilter: Filter<LinkWhere> = filterOf<LinkWhere>('LinkFilter', 'links', joined, () => ({
  kinds: {
    type: [LinkKind],
    description: 'Is of one of these kinds.',
    where: (kinds: readonly string[]) => ({ kinds: listed(kinds, 'kinds') }),
  },
  from: end('from', 'Where it starts.'),
  to: end('to', 'Where it ends.'),
  other: end('other', 'The other end, seen from the entity asked about; of all links, one of their ends.'),
  what: end('what', 'What it concerns besides its ends.'),
  role: {
    type: TextFilter,
    description: 'The role of a person.',
    where: (shape: TextShape, { view }) =>
      whenRead(view.revision.roles(), (roles) => rolesMeeting(roles, textWhere(shape))),
  },
  start: {
    type: DateFilter,
    description: 'The first day.',
    where: (shape: DateShape) => ({ start: dateWhere(shape) }),
  },
  end: {
    type: DateFilter,
    description: 'The day from which it no longer holds.',
    where: (shape: DateShape) => ({ end: dateWhere(shape) }),
  },
  during: {
    type: 'PeriodLabel',
    description: 'Held on a day of this period. In a list it replaces the day of the lens.',
    where: (label: string) => ({ during: periodArgument(label, null, 'where') }),
  },
  evidence: {
    type: EvidenceFilter,
    description: 'The best evidence among its claims; that of what an entity is made of is REPORTED.',
    where: (shape: EvidenceShape) => ({ evidence: evidencesOf(shape) }),
  },
}));

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

/** A filter on entities: what all kinds have, and what this kind has besides. */
function entityFilter(
  name: string,
  rows: string,
  own: () => Readonly<Record<string, Condition<EntityWhere>>>,
): Filter<EntityWhere> {
  return filterOf<EntityWhere>(name, rows, joined, () => ({
    slug: { type: TextFilter, description: 'The slug.', where: (slug: TextShape) => ({ slug: textWhere(slug) }) },
    name: {
      type: TextFilter,
      description: 'The name or an alias.',
      where: (text: TextShape) => ({ name: textWhere(text) }),
    },
    links: {
      type: LinkListFilter,
      description: 'Its links.',
      where: (links: ListWhere<FilterShape>, { view }) =>
        whenRead(linkListWhere(links, view), (meant) => ({ links: meant })),
    },
    ...own(),
  }));
}

function words(type: [InputRef<unknown>], description: string, column: 'kinds' | 'status'): Condition<EntityWhere> {
  return { type, description, where: (values: readonly string[]) => ({ [column]: listed(values, column) }) };
}

function named(role: ReferenceRole, filter: Filter<EntityWhere>, description: string): Condition<EntityWhere> {
  return {
    type: filter.ref,
    description,
    where: (value: FilterShape, { view }) =>
      whenRead(filter.where(value, view), (target) => ({ references: { [role]: target } })),
  };
}

/** Of entities of any kind: those of one kind of which a filter of that kind holds. */
function ofType(type: EntityType, filter: Filter<EntityWhere>, description: string): Condition<EntityWhere> {
  const isOfType = { types: [type] };
  return {
    type: filter.ref,
    description,
    last: true,
    where: (value: FilterShape, { view, within }) =>
      whenRead(filter.where(value, view, joined.and([within, isOfType])), (meant) => joined.and([isOfType, meant])),
  };
}

function dateOf(type: EntityType, property: PropertyId, description: string): Condition<EntityWhere> {
  return {
    type: DateFilter,
    description,
    last: true,
    where: (shape: DateShape, { view, within }) => {
      const wanted = dateWhere(shape);
      return whenRead(gather(view, null, { all: type }, within), (rows) =>
        whenRead(whenAllRead(rows.map((row) => factDateOf(row, property))), (dates) => ({
          keys: rows.filter((_row, place) => dateMeets(dates[place] ?? null, wanted)).map(({ row }) => row.key),
        })),
      );
    },
  };
}

/** Roles stand in links as sources give them, so that they are compared here, where case and accents do not matter. */
function rolesMeeting(roles: readonly string[], text: TextWhere): LinkWhere {
  const { isUnknown, ...others } = text;
  return {
    ...(isUnknown !== undefined && { hasRole: !isUnknown }),
    ...(Object.keys(others).length > 0 && { roles: roles.filter((role) => textMeets(role, others)) }),
  };
}

function end(of: 'from' | 'to' | 'other' | 'what', description: string): Condition<LinkWhere> {
  return {
    type: EntityFilter.ref,
    description,
    where: (value: FilterShape, { view }) => whenRead(EntityFilter.where(value, view), (entity) => ({ [of]: entity })),
  };
}

function period(description: string): Condition<EntityWhere> {
  return { type: PeriodFilter, description, where: (value: PeriodShape) => ({ period: periodWhere(value) }) };
}

function linkListWhere(
  shape: { readonly [Field in keyof ListWhere<FilterShape>]: FilterShape | null },
  view: View,
): Read<ListWhere<LinkWhere>> {
  const { some, every, none } = withoutNull(shape);
  const read = whenAllRead([some, every, none].map((filter) => filter && LinkFilter.where(filter, view)));
  return whenRead(read, ([inSome, inEvery, inNone]) => ({
    ...(inSome && { some: inSome }),
    ...(inEvery && { every: inEvery }),
    ...(inNone && { none: inNone }),
  }));
}
