import type { Entity } from './entity.ts';
import type { Spot } from './findings.ts';

/** An edge of the graph that has been read and checked. */
export interface Link extends Spot {
  /** Without the type: `alibaba-makes-tongyi`. */
  readonly id: string;
  readonly kind: string;
  readonly from: Entity;
  readonly to: Entity;
  readonly what: Entity | null;
  readonly role: string | null;
  /** As stated. */
  readonly start: string | null;
  readonly end: string | null;
  /** Whether it is part of what an entity is made of, and so seen through every lens. */
  readonly structural: boolean;
}
