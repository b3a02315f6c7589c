import type { Ball } from './ball.ts';

/** A chain of links by keys: one entity more than links, and no entity twice. */
export interface Chain {
  readonly entities: readonly number[];
  readonly links: readonly number[];
}

/** The first of the shortest chains from the centre of a ball to an entity in it. */
export function chainTo({ centre, reachedFrom, steps }: Ball, entity: number): Chain {
  const entities = [entity];
  const links: number[] = [];
  for (let at = entity; at !== centre; at = entities[0] ?? centre) {
    const near = reachedFrom.get(at) ?? centre;
    const step = steps.get(near)?.find(({ far }) => far === at);
    entities.unshift(near);
    if (step) links.unshift(step.link);
  }
  return { entities, links };
}
