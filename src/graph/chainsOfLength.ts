import type { Step } from '../store/steps.ts';
import type { Ball } from './ball.ts';
import type { Spending } from './budget.ts';
import type { Chain } from './chain.ts';

/** How many steps are tried between two looks at the clock. */
const stepsBetween = 4_096;

/** How many entities chains may be tried over, dead ends included. */
const mostTried = 500_000;

/**
 * All chains of exactly so many links between the centres of two balls, whose radii together are at least that long.
 *
 * From which entities the end can be reached in exactly the links that are left is worked out first, from the end
 * backwards; the walk from the start then meets no dead ends but by coming back to where it was. Chains come by the ids of
 * the entities along them, then by those of the links.
 */
export function* chainsOfLength(start: Ball, end: Ball, length: number, spending: Spending): Generator<Chain> {
  const onward = stepsOnward(start, end, length);
  let tried = 0;
  const entities = [start.centre];

  function* walk(): Generator<readonly number[]> {
    const place = entities.length - 1;
    if (place === length) {
      yield entities;
      return;
    }
    let last = -1;
    for (const { far } of onward(place, entities[place] ?? -1)) {
      if (far === last || entities.includes(far)) continue;
      last = far;
      tried += 1;
      if (tried > mostTried) spending.isSpent = true;
      if (spending.isSpent || (tried % stepsBetween === 0 && spending.mustStop())) return;
      entities.push(far);
      yield* walk();
      entities.pop();
    }
  }

  for (const along of walk()) {
    const choices = along
      .slice(1)
      .map((far, place) => onward(place, along[place] ?? -1).flatMap((step) => (step.far === far ? [step.link] : [])));
    for (const links of eachOf(choices)) yield { entities: [...along], links };
  }
}

/** The steps that lead on from an entity at a place in chains of a length, in order. */
function stepsOnward(start: Ball, end: Ball, length: number): (place: number, entity: number) => readonly Step[] {
  const middle = Math.min(start.radius, length);
  const isBetween = (entity: number, place: number) =>
    place === 0 ? entity === start.centre : entity !== start.centre && entity !== end.centre;

  // Beyond the middle, by what was read around the end.
  const beyond = new Map<number, Map<number, Step[]>>();
  let reaching: ReadonlySet<number> = new Set([end.centre]);
  const reachingAt = new Map([[length, reaching]]);
  for (let place = length - 1; place >= middle; place--) {
    const steps = new Map<number, Step[]>();
    for (const far of [...reaching].sort((a, b) => a - b)) {
      for (const { far: near, link } of end.steps.get(far) ?? []) {
        if (!isBetween(near, place) || (place === middle && !start.reachedFrom.has(near))) continue;
        const known = steps.get(near);
        if (known === undefined) steps.set(near, [{ far, link }]);
        else known.push({ far, link });
      }
    }
    beyond.set(place, steps);
    reaching = new Set(steps.keys());
    reachingAt.set(place, reaching);
  }

  // Before it, by what was read around the start.
  for (let place = middle - 1; place >= 0; place--) {
    const next = reaching;
    const nearEnough = start.layers.slice(0, place + 1).flat();
    reaching = new Set(
      nearEnough.filter(
        (entity) => isBetween(entity, place) && start.steps.get(entity)?.some(({ far }) => next.has(far)),
      ),
    );
    reachingAt.set(place, reaching);
  }

  return (place, entity) => {
    if (place >= middle) return beyond.get(place)?.get(entity) ?? [];
    const next = reachingAt.get(place + 1);
    return (start.steps.get(entity) ?? []).filter(({ far }) => next?.has(far));
  };
}

/** Every choice of one item from each list, the first list's items changing last. */
function* eachOf(lists: readonly (readonly number[])[]): Generator<readonly number[]> {
  const [head, ...tail] = lists;
  if (head === undefined) {
    yield [];
    return;
  }
  for (const item of head) for (const rest of eachOf(tail)) yield [item, ...rest];
}
