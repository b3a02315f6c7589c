import type { ObjectRef } from '@pothos/core';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { type ConnectionShape, connectionOf } from './connection.ts';
import type { EntityField, EntityGroupKeys, EntityOrderKeys } from './entityField.ts';
import { commonConditions } from './entityFilter.ts';
import { addEntityKind } from './entityKinds.ts';
import { type Filter, filterOf, joined } from './filter.ts';
import { type ListFilter, listFilterOf } from './listFilter.ts';
import { once } from './once.ts';

/** The GraphQL type of one kind of entity. */
export type EntityRef = ObjectRef<BuilderTypes, Seen<EntityRow>, Seen<EntityRow>>;

/** The GraphQL type of pages of one kind of entity. */
export type EntityConnectionRef = ObjectRef<
  BuilderTypes,
  ConnectionShape<Seen<EntityRow>>,
  ConnectionShape<Seen<EntityRow>>
>;

/** A kind of entity in words. */
interface EntityWords {
  readonly type: EntityType;
  /** What the type is, for clients. */
  readonly description: string;
  /** The name of its look-up, `company`, and of its list, `companies`. */
  readonly one: string;
  readonly many: string;
  /** What it is in prose, `export control`, and several of them. */
  readonly noun: string;
  readonly nouns: string;
  /** A slug, as an example. */
  readonly example: string;
  /** The figure by which rows that are facts themselves are told, where none is asked for. */
  readonly toldBy?: PropertyId;
}

/** A kind of entity: its types, and what lists of it are narrowed, ordered and grouped by. */
export interface EntityKind extends EntityWords {
  readonly ref: EntityRef;
  readonly connection: EntityConnectionRef;
  readonly filter: Filter<EntityWhere>;
  /** Conditions on lists of it below another entity. */
  readonly listFilter: () => ListFilter<EntityWhere>;
  readonly order: () => EntityOrderKeys;
  readonly keys: () => EntityGroupKeys;
  readonly fields: () => readonly EntityField[];
}

/**
 * Declares a kind of entity by its fields: its type, its filter, its look-up, its list, and what that is ordered and grouped by.
 * The fields are asked for when the schema is built, so that kinds may name each other.
 */
export function entityKind(words: EntityWords, fields: () => readonly EntityField[]): EntityKind {
  const { type, nouns } = words;
  const ref = builder.objectRef<Seen<EntityRow>>(type);
  const connection = connectionOf(ref, nouns);
  const declared = once(fields);
  const filter = filterOf<EntityWhere>(`${type}Filter`, nouns, joined, () =>
    merged(
      commonConditions(type),
      declared().map(({ conditions = {} }) => conditions),
    ),
  );
  const kind: EntityKind = {
    ...words,
    ref,
    connection,
    filter,
    listFilter: once(() => listFilterOf(`${type}ListFilter`, `the ${nouns} of an entity`, joined.and, () => filter)),
    order: once(() =>
      merged<EntityOrderKeys>(
        { name: 'name' },
        declared().map(({ order = {} }) => order),
      ),
    ),
    fields: declared,
    keys: once(() =>
      merged<EntityGroupKeys>(
        {},
        declared().map(({ keys = {} }) => keys),
      ),
    ),
  };
  addEntityKind(kind);
  return kind;
}

/** What fields give together, besides what every kind has. Where several give something of one name the last one does. */
export function merged<Parts extends object>(common: Parts, parts: readonly Parts[]): Parts {
  let all = common;
  for (const part of parts) all = { ...all, ...part };
  return all;
}

/** The argument by which a list of entities is narrowed. */
export function whereArgument(filter: Filter<EntityWhere>) {
  return builder.args((t) => ({ where: t.field({ type: filter.ref, description: 'Which of them.' }) }));
}
