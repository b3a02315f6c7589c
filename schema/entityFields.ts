import type { EnumRef, InterfaceRef } from '@pothos/core';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import type { BuilderTypes } from './builder.ts';
import { claimedDate, isNone, named, naming, period as periodIs, words } from './conditions.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { entityConnection } from './entities.ts';
import type { EntityField, EntityFieldBuilder, EntityGroupKeys } from './entityField.ts';
import { byCountry, byEvidence, byKind, byPeriod, byRole, bySource, byStatus } from './entityKeys.ts';
import { type EntityKind, type EntityRef, whereArgument } from './entityKind.ts';
import { FigureRef, figureIn } from './figure.ts';
import { compoundGrowthField, figureField, growthField, seriesField } from './figureField.ts';
import { anyFigure, oneFigure } from './figureFilter.ts';
import { figureOf } from './figureOf.ts';
import type { Filter } from './filter.ts';
import { isGroupKey } from './groupKeys.ts';
import { orderArguments } from './order.ts';
import { ownPeriod, PeriodRef } from './period.ts';
import { factDateOf, kindOf, kindsOf, statusOf } from './stated.ts';

// The fields that kinds of entity have, each with the conditions, the order and the keys that follow from what it is. `means`
// is a sentence without its point, which says of the field and of the condition what it is.

type EnumIn = EnumRef<BuilderTypes, string>;
type Words = Readonly<Record<string, string>>;

/** Its one kind; `otherwise` where the revision knows a kind that the interface does not. */
export function kind(type: EnumIn, known: Words, otherwise: string, means: string): EntityField {
  return {
    fields: (t) => ({
      kind: t.field({ type, description: `${means}.`, resolve: (entity) => kindOf(entity, known, otherwise) }),
    }),
    ...askedByKind(type),
  };
}

/** Its kinds, the main one first. */
export function kinds(type: EnumIn, known: Words, means: string): EntityField {
  return {
    fields: (t) => ({
      kinds: t.field({ type: [type], description: `${means}.`, resolve: (entity) => kindsOf(entity, known) }),
    }),
    ...askedByKind(type),
  };
}

function askedByKind(type: EnumIn): EntityField {
  return { conditions: { kinds: words([type], 'Is one of these kinds.', 'kinds') }, keys: { kind: byKind } };
}

/** How far it has come. */
export function status(type: EnumIn, known: Words, means: string): EntityField {
  return {
    fields: (t) => ({
      status: t.field({
        type,
        nullable: true,
        description: `${means}.`,
        resolve: (entity) => statusOf(entity, known),
      }),
    }),
    conditions: { status: words([type], 'Its status is one of these.', 'status') },
    keys: { status: byStatus },
  };
}

/** What can be named: entities of a kind, or of any. */
interface Nameable {
  readonly ref: EntityRef | InterfaceRef<BuilderTypes, Seen<EntityRow>, Seen<EntityRow>>;
  readonly filter: Filter<EntityWhere>;
}

/** The one entity that it names in a role. */
export function reference(
  role: ReferenceRole,
  { ref, filter }: Nameable,
  means: string,
  without = 'null where unknown',
): EntityField {
  return {
    fields: (t) => ({
      [role]: t.field({
        type: ref,
        nullable: true,
        description: `${means}; ${without}.`,
        resolve: (entity) => referenceOf(entity, role),
      }),
    }),
    conditions: { [role]: named(role, filter, `${means}.`) },
    keys: keysOfRole(role),
  };
}

/** The entities that it names in a role. */
export function references(role: ReferenceRole, field: string, { ref, filter }: Nameable, means: string): EntityField {
  return {
    fields: (t) => ({
      [field]: t.field({
        type: [ref],
        description: `${means}; at most 100. Empty where no source names one.`,
        resolve: (entity) => whenRead(referencesOf(entity, role), (all) => all.slice(0, 100)),
      }),
    }),
    conditions: { [role]: named(role, filter, `${means}; one of them.`) },
    keys: keysOfRole(role),
  };
}

/** Rows are grouped by what they name where a key has the name of the role. */
function keysOfRole(role: ReferenceRole): EntityGroupKeys {
  return isGroupKey(role) ? { [role]: byRole(role) } : {};
}

/** The countries of what it names in a role, which rows are grouped by. */
export function inCountryOf(role: ReferenceRole): EntityField {
  return { keys: { country: byCountry(role) } };
}

/** Its own period. */
export function period(means: string): EntityField {
  return {
    fields: (t) => ({
      period: t.field({
        type: PeriodRef,
        nullable: true,
        description: `${means}; null where unknown.`,
        resolve: ownPeriod,
      }),
    }),
    conditions: { period: periodIs(`${means}.`) },
    order: { period: 'period' },
    keys: byPeriod,
  };
}

/** A day that is claimed of it, by which rows are ordered where it is `orders`. */
export function claimedDay(
  property: PropertyId,
  means: string,
  {
    without = 'null where unknown',
    read = (entity: Seen<EntityRow>) => factDateOf(entity, property),
    orders = false,
  }: {
    readonly without?: string;
    readonly read?: (entity: Seen<EntityRow>) => Read<string | null>;
    readonly orders?: boolean;
  } = {},
): EntityField {
  return {
    fields: (t) => ({
      [fieldOf(property)]: t.field({
        type: 'Date',
        nullable: true,
        description: `${means}; ${without}.`,
        resolve: read,
      }),
    }),
    conditions: { [fieldOf(property)]: claimedDate(property, `${means}.`) },
    ...(orders && { order: { date: { claimed: property } } }),
  };
}

/** One of its figures that has a field of its own. */
export function figure(type: EntityType, property: PropertyId, means: string): EntityField {
  const name = fieldOf(property);
  return {
    fields: (t) => ({
      [name]: t.field({
        type: FigureRef,
        nullable: true,
        description: `${means}; null where unknown.`,
        resolve: (entity) => whenRead(figureOf(entity, { property }), (found) => figureIn(entity.view, found)),
      }),
    }),
    conditions: { [name]: oneFigure(type, property, `${means}.`) },
  };
}

/** The field that a property has where it has one: `equity-share` is equityShare. */
function fieldOf(property: PropertyId): string {
  return property.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
}

/** All of its figures, one by one and over time. */
export function figures(type: EntityType): EntityField {
  return {
    fields: (t) => ({ figure: figureField(t), series: seriesField(t) }),
    conditions: { figure: anyFigure(type) },
  };
}

/** How its figures grow. */
export const growth: EntityField = {
  fields: (t) => ({ growth: growthField(t), compoundGrowth: compoundGrowthField(t) }),
};

/** By what rows are grouped that are facts themselves, with a figure of their own. */
export const claimed: EntityField = { keys: { source: bySource, evidence: byEvidence } };

/** Entities of a kind that name it in a role: the investments of an investor. */
export function list(name: string, below: EntityKind, role: ReferenceRole, means: string): EntityField {
  return {
    fields: (t) => ({ [name]: listField(t, below, role, `${means}.`) }),
    conditions: { [name]: naming(role, below.type, below.listFilter(), `${means}.`) },
  };
}

function listField(t: EntityFieldBuilder, below: EntityKind, role: ReferenceRole, description: string) {
  const { type, connection, filter } = below;
  return t.field({
    type: connection,
    description,
    args: { ...whereArgument(filter), ...orderArguments, ...pageArguments },
    complexity: pageComplexity,
    resolve: (entity, asked) =>
      whenRead(filter.where(asked.where, entity.view), (where) =>
        entityConnection(entity.view, entity, { naming: [role], type }, where, asked),
      ),
  });
}

/** What rows name may be missing. */
export const mayBeMissing: EntityField = { conditions: { isUnknown: isNone } };
