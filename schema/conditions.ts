import type { InputRef } from '@pothos/core';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { EntityType, ReferenceRole } from '../src/store/tables.ts';
import { whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { DateFilter, type DateShape, dateMeets, dateWhere } from './dateFilter.ts';
import { gather } from './entities.ts';
import { type Condition, type Filter, type FilterShape, joined, listed } from './filter.ts';
import type { ListFilter, ListShape } from './listFilter.ts';
import { PeriodFilter, type PeriodShape, periodWhere } from './periodFilter.ts';
import { factDateOf } from './stated.ts';
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

/** A date that is claimed of it. */
export function dateOf(type: EntityType, property: PropertyId, description: string): Condition<EntityWhere> {
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
