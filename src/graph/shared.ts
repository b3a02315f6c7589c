import type { Step } from '../store/steps.ts';

/** An entity that several share, and the links that it has with them, by their keys. */
export interface Shared {
  readonly entity: number;
  /** How many of them share it. */
  readonly count: number;
  readonly links: readonly number[];
}

/** What at least so many of some entities are linked with, from the steps of each. */
export function sharedBy(steps: ReadonlyMap<number, readonly Step[]>, atLeast: number): readonly Shared[] {
  const byFar = new Map<number, { readonly sharing: Set<number>; readonly links: Set<number> }>();
  for (const [near, list] of steps) {
    for (const { far, link } of list) {
      const shared = byFar.get(far) ?? { sharing: new Set(), links: new Set() };
      shared.sharing.add(near);
      shared.links.add(link);
      byFar.set(far, shared);
    }
  }
  return [...byFar].flatMap(([entity, { sharing, links }]) =>
    sharing.size < atLeast ? [] : [{ entity, count: sharing.size, links: [...links].sort((a, b) => a - b) }],
  );
}
