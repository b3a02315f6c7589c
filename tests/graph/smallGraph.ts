import fc from 'fast-check';
import type { Chain } from '../../src/graph/chain.ts';
import type { Step, StepReader } from '../../src/store/steps.ts';

/** A link of a small graph. */
export interface Edge {
  readonly from: number;
  readonly to: number;
}

/** Which way links are followed. */
export type Direction = 'out' | 'in' | 'both';

/** Reads the steps over links, which are numbered as they stand in the list. */
export function stepsOver(edges: readonly Edge[], direction: Direction): StepReader {
  return (keys, most) => {
    const from = new Map<number, readonly Step[]>();
    let left = most;
    for (const key of [...keys].sort((a, b) => a - b)) {
      const steps = edges.flatMap(({ from, to }, link): Step[] => [
        ...(direction !== 'in' && from === key && to !== key ? [{ far: to, link }] : []),
        ...(direction !== 'out' && to === key && from !== key ? [{ far: from, link }] : []),
      ]);
      from.set(key, steps.sort((a, b) => a.far - b.far || a.link - b.link).slice(0, left));
      left -= steps.length;
    }
    return { from, complete: left >= 0 };
  };
}

/** Every chain there is, by trying each step from each entity. */
export function allChains(
  edges: readonly Edge[],
  direction: Direction,
  from: number,
  to: number,
  maxLength: number,
): Chain[] {
  const read = stepsOver(edges, direction);
  const stepsFrom = (key: number) => {
    const steps = read([key], 1_000);
    return steps instanceof Promise ? [] : (steps.from.get(key) ?? []);
  };
  const found: Chain[] = [];
  const walk = (entities: readonly number[], links: readonly number[]) => {
    const last = entities.at(-1) ?? from;
    if (last === to) found.push({ entities, links });
    else if (links.length < maxLength) {
      for (const { far, link } of stepsFrom(last)) {
        if (!entities.includes(far)) walk([...entities, far], [...links, link]);
      }
    }
  };
  walk([from], []);
  return found.sort(
    (a, b) => a.links.length - b.links.length || compare(a.entities, b.entities) || compare(a.links, b.links),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((one, at) => one !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

const entity = fc.integer({ min: 1, max: 8 });
/** A few links among eight entities. */
export const graph = fc.array(fc.record({ from: entity, to: entity }), { maxLength: 22 });
export const direction = fc.constantFrom<Direction>('out', 'in', 'both');
