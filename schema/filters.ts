import type { InputRef } from '@pothos/core';
import type { EntityType, ReferenceRole } from '../src/store/tables.ts';
import type { ClaimWhere, EntityWhere, LinkWhere, ListWhere, PeriodWhere, TextWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { CompanyKind } from './company.ts';
import { EntityTypeEnum } from './entity.ts';
import { clientError } from './errors.ts';
import { ControlKind } from './exportControl.ts';
import { type Condition, type Filter, type FilterShape, filterOf, nullInFilter } from './filter.ts';
import { InvestmentKind, InvestmentStatus } from './investment.ts';
import { MarketKind } from './market.ts';
import { periodArgument } from './period.ts';
import { PlaceKind } from './place.ts';
import { ProcessorKind } from './processor.ts';
import { ProductKind, ProductStatus } from './product.ts';
import { LinkKind, Property } from './property.ts';

/** How the conditions of every kind are joined. */
const joined = {
  and: <Where>(and: readonly Where[]) => ({ and }),
  or: <Where>(or: readonly Where[]) => ({ or }),
  not: <Where>(not: Where) => ({ not }),
};

const TextFilter = builder.inputType('TextFilter', {
  description: 'Conditions on a text; all that are given must hold. Case, accents and punctuation do not matter.',
  fields: (t) => ({
    equals: t.string({ description: 'Is this text.' }),
    in: t.stringList({ description: 'Is one of these, at most 100.' }),
    contains: t.string({ description: 'Holds this text.' }),
    startsWith: t.string({ description: 'Begins with this text.' }),
  }),
});

const PeriodFilter = builder.inputType('PeriodFilter', {
  description: 'Conditions on a period; all that are given must hold.',
  fields: (t) => ({
    equals: t.field({ type: 'PeriodLabel', description: 'Has the same first and last day.' }),
    within: t.field({ type: 'PeriodLabel', description: 'Lies within this period.' }),
    overlaps: t.field({ type: 'PeriodLabel', description: 'Shares a day with this period.' }),
    isUnknown: t.boolean({ description: 'True: it is not known. False: it is known.' }),
  }),
});

const FigureFilter = builder.inputType('FigureFilter', {
  description: 'Conditions on a figure; all that are given must hold.',
  fields: (t) => ({
    isUnknown: t.boolean({ description: 'True: it is not known. False: a value or a bound is known.' }),
  }),
});

const LinkListFilter = builder.inputType('LinkListFilter', {
  description: 'Conditions on the links of an entity that hold on the day of the lens.',
  fields: (t) => ({
    some: t.field({ type: LinkFilter.ref, description: 'At least one of them meets this.' }),
    every: t.field({ type: LinkFilter.ref, description: 'There is at least one, and each meets this.' }),
    none: t.field({ type: LinkFilter.ref, description: 'None of them meets this.' }),
  }),
});

export const CompanyFilter = entityFilter('CompanyFilter', 'companies', () => ({
  kinds: words([CompanyKind], 'Does one of these.', 'kinds'),
  home: named('home', PlaceFilter, 'Its home.'),
}));

export const GroupFilter = entityFilter('GroupFilter', 'groups', () => ({}));

export const PersonFilter = entityFilter('PersonFilter', 'people', () => ({}));

export const ProcessorFilter = entityFilter('ProcessorFilter', 'processors', () => ({
  kinds: words([ProcessorKind], 'Is one of these kinds.', 'kinds'),
  maker: named('maker', CompanyFilter, 'Its maker.'),
  family: named('family', ProcessorFilter, 'Its family.'),
}));

export const ExportControlFilter = entityFilter('ExportControlFilter', 'export controls', () => ({
  kinds: words([ControlKind], 'Is one of these kinds.', 'kinds'),
  imposedBy: named('imposedBy', PlaceFilter, 'The place that imposes it.'),
}));

export const MarketFilter = entityFilter('MarketFilter', 'markets', () => ({
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
  amount: figure('amount', 'Its amount.'),
}));

export const ShipmentFilter = entityFilter('ShipmentFilter', 'shipments', () => ({
  seller: named('seller', EntityFilter, 'Its seller.'),
  buyer: named('buyer', EntityFilter, 'One of its buyers.'),
  processor: named('processor', ProcessorFilter, 'Its processor.'),
  period: period('Its period.'),
  units: figure('units', 'Its units.'),
}));

export const ProductFilter = entityFilter('ProductFilter', 'products', () => ({
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
}));

export const LinkFilter: Filter<LinkWhere> = filterOf<LinkWhere>('LinkFilter', 'links', joined, () => ({
  kinds: {
    type: [LinkKind],
    description: 'Is of one of these kinds.',
    where: (kinds: readonly string[]) => ({ kinds: listed(kinds, 'kinds') }),
  },
  from: end('from', 'Where it starts.'),
  to: end('to', 'Where it ends.'),
  what: end('what', 'What it concerns besides its ends.'),
  during: {
    type: 'PeriodLabel',
    description: 'Held on a day of this period. In a list it replaces the day of the lens.',
    where: (label: string) => ({ during: periodArgument(label, null, 'where') }),
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
    where: (subject: FilterShape) => ({ subject: EntityFilter.where(subject) }),
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
      where: (links: ListWhere<FilterShape>) => ({ links: linkListWhere(links) }),
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
    where: (value: FilterShape) => ({ references: { [role]: filter.where(value) } }),
  };
}

function end(of: 'from' | 'to' | 'what', description: string): Condition<LinkWhere> {
  return { type: EntityFilter.ref, description, where: (value: FilterShape) => ({ [of]: EntityFilter.where(value) }) };
}

function figure(property: string, description: string): Condition<EntityWhere> {
  return {
    type: FigureFilter,
    description,
    where: ({ isUnknown }: { isUnknown?: boolean | null }) => {
      if (isUnknown === null) throw nullInFilter('isUnknown');
      return isUnknown === undefined ? {} : { isUnknown: { [property]: isUnknown } };
    },
  };
}

function period(description: string): Condition<EntityWhere> {
  return { type: PeriodFilter, description, where: (value: PeriodShape) => ({ period: periodWhere(value) }) };
}

type TextShape = { readonly [Field in keyof TextWhere]: TextWhere[Field] | null };

function textWhere(text: TextShape): TextWhere {
  const { equals, contains, startsWith, in: among } = withoutNull(text);
  if (among) listed(among, 'in');
  return {
    ...(equals !== undefined && { equals }),
    ...(among !== undefined && { in: among }),
    ...(contains !== undefined && { contains }),
    ...(startsWith !== undefined && { startsWith }),
  };
}

interface PeriodShape {
  readonly equals?: string | null;
  readonly within?: string | null;
  readonly overlaps?: string | null;
  readonly isUnknown?: boolean | null;
}

function periodWhere(shape: PeriodShape): PeriodWhere {
  const { equals, within, overlaps, isUnknown } = withoutNull(shape);
  const days = (label: string) => periodArgument(label, null, 'where');
  return {
    ...(equals !== undefined && { equals: days(equals) }),
    ...(within !== undefined && { within: days(within) }),
    ...(overlaps !== undefined && { overlaps: days(overlaps) }),
    ...(isUnknown !== undefined && { isUnknown }),
  };
}

function linkListWhere(
  shape: { readonly [Field in keyof ListWhere<FilterShape>]: FilterShape | null },
): ListWhere<LinkWhere> {
  const { some, every, none } = withoutNull(shape);
  return {
    ...(some && { some: LinkFilter.where(some) }),
    ...(every && { every: LinkFilter.where(every) }),
    ...(none && { none: LinkFilter.where(none) }),
  };
}

function withoutNull<Shape extends object>(
  shape: Shape,
): { readonly [Field in keyof Shape]: NonNullable<Shape[Field]> } {
  for (const [field, value] of Object.entries(shape)) if (value === null) throw nullInFilter(field);
  // None of its fields is null now.
  return shape as { readonly [Field in keyof Shape]: NonNullable<Shape[Field]> };
}

function listed<Value>(values: readonly Value[], field: string): readonly Value[] {
  if (values.length > 100)
    throw clientError('BAD_FILTER', `${field} lists ${values.length} values; at most 100 are allowed.`, 'where');
  return values;
}
