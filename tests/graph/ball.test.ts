import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ball, ballAround } from '../../src/graph/ball.ts';
import { Spending } from '../../src/graph/budget.ts';
import { chainTo } from '../../src/graph/chain.ts';
import { sharedBy } from '../../src/graph/shared.ts';
import { allChains, type Direction, direction, type Edge, graph, stepsOver } from './smallGraph.ts';

const plenty = { entities: 1_000, links: 10_000, isOver: () => false };
const others = [2, 3, 4, 5, 6, 7, 8];

function ballOver(edges: readonly Edge[], way: Direction, depth: number, spending: Spending): Ball {
  const ball = ballAround(1, depth, stepsOver(edges, way), spending);
  return ball instanceof Promise ? expect.unreachable('the reader answers at once') : ball;
}

/** How many links away each entity is. */
function distancesIn({ layers }: Ball): ReadonlyMap<number, number> {
  return new Map(layers.flatMap((layer, distance) => layer.map((entity) => [entity, distance] as const)));
}

describe('what lies around an entity', () => {
  test('is all that a chain of so many links leads to, and the way there the first of the shortest chains', () => {
    fc.assert(
      fc.property(graph, direction, fc.integer({ min: 1, max: 6 }), (edges, way, depth) => {
        const spending = new Spending(plenty);
        const ball = ballOver(edges, way, depth, spending);
        for (const other of others) {
          const [first] = allChains(edges, way, 1, other, depth);
          expect(distancesIn(ball).get(other)).toBe(first?.links.length);
          if (first) expect(chainTo(ball, other)).toEqual(first);
        }
        expect(spending.isSpent).toBe(false);
      }),
    );
  });

  test('is the nearest part of it where a budget is hit, which is told', () => {
    fc.assert(
      fc.property(graph, direction, fc.nat(6), fc.nat(14), (edges, way, entities, links) => {
        const all = ballOver(edges, way, 4, new Spending(plenty));
        const spending = new Spending({ ...plenty, entities, links });
        const some = ballOver(edges, way, 4, spending);
        const [whole, part] = [distancesIn(all), distancesIn(some)];
        for (const [entity, distance] of part) expect(whole.get(entity)).toBeLessThanOrEqual(distance);
        if (!spending.isSpent) expect(part).toEqual(whole);
      }),
    );
  });
});

describe('what entities share', () => {
  test('is what at least so many of them have a step to', () => {
    fc.assert(
      fc.property(graph, direction, fc.integer({ min: 2, max: 3 }), (edges, way, atLeast) => {
        const read = stepsOver(edges, way)([1, 2, 3], 1_000);
        if (read instanceof Promise) return;
        const expected = [1, ...others].filter(
          (far) =>
            [1, 2, 3].filter((near) => allChains(edges, way, near, far, 1).length > 0 && near !== far).length >=
            atLeast,
        );
        const shared = sharedBy(read.from, atLeast);
        expect(shared.map(({ entity }) => entity).sort((a, b) => a - b)).toEqual(expected);
        for (const { entity, links } of shared) {
          expect(links.every((link) => edges[link]?.from === entity || edges[link]?.to === entity)).toBe(true);
        }
      }),
    );
  });
});
