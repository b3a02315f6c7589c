import { type EntityType, entityTypes } from '../src/store/tables.ts';
import type { EntityKind } from './entityKind.ts';

const declared = new Map<EntityType, EntityKind>();

/** Makes a kind of entity known, so that modules which kinds rest on need not import them. */
export function addEntityKind(kind: EntityKind): void {
  declared.set(kind.type, kind);
}

/** A kind of entity; all are declared once the schema is loaded. */
export function entityKindOf(type: EntityType): EntityKind {
  const kind = declared.get(type);
  if (kind === undefined) throw new Error(`${type} is declared by a module of the schema`);
  return kind;
}

/** All kinds of entity. */
export function entityKinds(): readonly EntityKind[] {
  return entityTypes.map(entityKindOf);
}
