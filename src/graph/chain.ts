import type { Ball } from './ball.ts';

/** A chain of links by keys: one entity more than links, and no entity twice. */
export interface Chain {
  readonly entities: readonly number[];
  readonly links: readonly number[];
}

/** The first of the shortest chains from the centre of a ball to an entity in it. */
export function chainTo({ arrivals }: Ball, entity: number): Chain {
  const entities = [entity];
  const links: number[] = [];
  for (let arrival = arrivals.get(entity); arrival !== undefined; arrival = arrivals.get(arrival.from)) {
    entities.unshift(arrival.from);
    links.unshift(arrival.link);
  }
  return { entities, links };
}
