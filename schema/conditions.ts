import type { InputRef } from '@pothos/core';
import { foldName } from '../src/quantity/foldName.ts';
import type { LinkKindId, PropertyId } from '../src/quantity/vocabulary.ts';
import type { EntityType, ReferenceRole } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { DateFilter, type DateShape, dateWhere } from './dateFilter.ts';
import { type Condition, type Filter, type FilterShape, joined, listed } from './filter.ts';
import type { ListFilter, ListShape } from './listFilter.ts';
import { PeriodFilter, type PeriodShape, periodWhere } from './periodFilter.ts';
import { TextFilter, type TextShape, textWhere } from './textFilter.ts';

/** Its kinds, or its status, are among some words. */
export function words(
  type: [InputRef<unknown>],
  description: string,
  column: 'kinds' | 'status',
): Condition<EntityWhere> {
  return { type, description, where: (values: readonly string[]) => ({ [column]: listed(values, column) }) };
}

/** Its slug or its name. */
export function text(column: 'slug' | 'name', description: string): Condition<EntityWhere> {
  return { type: TextFilter, description, where: (shape: TextShape) => ({ [column]: textWhere(shape) }) };
}

/** So many entities are sooner fetched by their keys than found among all. */
const fewNamed = 2_000;

/**
 * Its name, of a kind whose names are not composed of those of others: those stand in memory, so that what holds some
 * letters need not be looked for among all.
 */
export function ownName(description: string): Condition<EntityWhere> {
  return {
    type: TextFilter,
    description,
    where: (shape: TextShape, { view }) => {
      const name = textWhere(shape);
      const { contains = '', ...others } = name;
      const letters = foldName(contains);
      if (letters === '') return { name };
      return whenRead(view.revision.nameIndex(), (names) => {
        const keys = names.holding(letters, fewNamed);
        if (keys === null) return { name };
        return Object.keys(others).length === 0 ? { keys } : { keys, name: others };
      });
    },
  };
}

/** Its own period. */
export function period(description: string): Condition<EntityWhere> {
  return { type: PeriodFilter, description, where: (value: PeriodShape) => ({ period: periodWhere(value) }) };
}

/** What it names in a role meets a filter. */
export function named(role: ReferenceRole, filter: Filter<EntityWhere>, description: string): Condition<EntityWhere> {
  return {
    type: filter.ref,
    description,
    where: (value: FilterShape, { view }) =>
      whenRead(filter.where(value, view), (target) => ({ references: { [role]: target } })),
  };
}

/**
 * Those of a kind that name it in a role meet a filter: the investments of an investor. What only gathering can tell of
 * them is looked up for those below the rows that meet the other conditions.
 */
export function naming(
  role: ReferenceRole,
  type: EntityType,
  filter: ListFilter<EntityWhere>,
  description: string,
): Condition<EntityWhere> {
  return {
    type: filter.ref,
    description,
    last: true,
    where: (shape: ListShape, { view, within }) =>
      whenRead(filter.where(shape, view, { references: { [role]: within } }), (list) => ({
        naming: { role, type, list },
      })),
  };
}

/** Of entities of any kind: those of one kind of which a filter of that kind holds. */
export function ofType(type: EntityType, filter: Filter<EntityWhere>, description: string): Condition<EntityWhere> {
  const isOfType = { types: [type] };
  return {
    type: filter.ref,
    description,
    last: true,
    where: (value: FilterShape, { view, within }) =>
      whenRead(filter.where(value, view, joined.and([within, isOfType])), (meant) => joined.and([isOfType, meant])),
  };
}

/** What stands at the other end of a link that holds on the day of the lens meets a filter; it stands at `end` itself. */
export function linked(
  kind: LinkKindId,
  end: 'from' | 'to',
  filter: Filter<EntityWhere>,
  description: string,
): Condition<EntityWhere> {
  return {
    type: filter.ref,
    description,
    where: (value: FilterShape, { view }) =>
      whenRead(filter.where(value, view), (other) => ({ linked: { kind, end, other } })),
  };
}

/** The text that is claimed of it is one of some words. */
export function claimedText(
  type: [InputRef<unknown>],
  property: PropertyId,
  description: string,
): Condition<EntityWhere> {
  return {
    type,
    description,
    where: (values: readonly string[]) => ({ texts: { [property]: listed(values, property) } }),
  };
}

/** The date that is claimed of it. */
export function claimedDate(property: PropertyId, description: string): Condition<EntityWhere> {
  return {
    type: DateFilter,
    description,
    where: (shape: DateShape) => ({ dates: { [property]: dateWhere(shape) } }),
  };
}

/** There is none: only of what a row names can that be. */
export const isNone: Condition<EntityWhere> = {
  type: 'Boolean',
  description: 'Of what a row names. True: there is none. False: there is one.',
  where: (isUnknown: boolean) => ({ isNone: isUnknown }),
};
