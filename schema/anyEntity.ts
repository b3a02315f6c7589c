import { Entity } from './entity.ts';
import { EntityFilter } from './entityFilter.ts';

/** An entity of any kind, as one that others name. */
export function anyEntity() {
  return { ref: Entity, filter: EntityFilter };
}
