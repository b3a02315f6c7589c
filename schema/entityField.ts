import type { FieldMap } from '@pothos/core';
import type { EntityColumn, RowKey } from '../src/store/orders.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { EntityWhere } from '../src/store/where.ts';
import type { BuilderTypes } from './builder.ts';
import type { EntityKey } from './entityKeys.ts';
import type { Condition } from './filter.ts';
import type { GroupKeyId } from './groupKeys.ts';

/** Builds what the type of a kind of entity has. */
export type EntityFieldBuilder = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Seen<EntityRow>>;

/**
 * What a kind of entity has, declared once: how its type tells it, and how lists are filtered, ordered and grouped by it.
 * A part that is left out is not there: what has to be computed is told, but not asked for in a filter.
 */
export interface EntityField {
  /** Fields of the type. */
  readonly fields?: (t: EntityFieldBuilder) => FieldMap;
  /** Conditions on it, by the names that they have in the filter. */
  readonly conditions?: Readonly<Record<string, Condition<EntityWhere>>>;
  /** What rows are ordered by. */
  readonly order?: EntityOrderKeys;
  /** What rows are grouped by. */
  readonly keys?: EntityGroupKeys;
}

/** What entities of a kind are ordered by besides their figures. */
export type EntityOrderKeys = { readonly [Key in RowKey]?: EntityColumn };

/** What entities of a kind are grouped by. */
export type EntityGroupKeys = { readonly [Key in GroupKeyId]?: EntityKey };
