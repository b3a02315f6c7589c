import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Budget } from '../../src/graph/budget.ts';
import type { Chain } from '../../src/graph/chain.ts';
import { type ChainsFound, findChains } from '../../src/graph/findChains.ts';
import type { StepReader } from '../../src/store/steps.ts';
import { whenRead } from '../../src/store/whenRead.ts';
import { allChains, type Direction, direction, type Edge, graph, stepsOver } from './smallGraph.ts';

/** The same steps, and how many each read gave. */
function countingSteps(read: StepReader, counts: number[]): StepReader {
  return (keys, most) =>
    whenRead(read(keys, most), (steps) => {
      counts.push([...steps.from.values()].flat().length);
      return steps;
    });
}

const opposite = { out: 'in', in: 'out', both: 'both' } as const;
const plenty: Budget = { entities: 1_000, links: 10_000, isOver: () => false };

function found(
  edges: readonly Edge[],
  direction: Direction,
  asked: { from: number; to: number; maxLength: number; enough?: number; isWanted?: (chain: Chain) => boolean },
  budget = plenty,
): ChainsFound {
  const ways = { onward: stepsOver(edges, direction), backward: stepsOver(edges, opposite[direction]) };
  const result = findChains(ways, { enough: Number.POSITIVE_INFINITY, isWanted: () => true, ...asked }, budget);
  return result instanceof Promise ? expect.unreachable('the reader answers at once') : result;
}

const maxLength = fc.integer({ min: 1, max: 8 });

describe('chains between two entities', () => {
  test('are all that there are, in order', () => {
    fc.assert(
      fc.property(graph, direction, maxLength, (edges, way, longest) => {
        expect(found(edges, way, { from: 1, to: 2, maxLength: longest })).toEqual({
          chains: allChains(edges, way, 1, 2, longest),
          truncated: false,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('are the first of them where only some are wanted, from any place on', () => {
    fc.assert(
      fc.property(graph, direction, fc.nat(5), fc.integer({ min: 1, max: 4 }), (edges, way, skipped, enough) => {
        const all = allChains(edges, way, 1, 2, 5);
        const left = all.slice(skipped).map((chain) => JSON.stringify(chain));
        const isWanted = (chain: Chain) => left.includes(JSON.stringify(chain));
        const { chains } = found(edges, way, { from: 1, to: 2, maxLength: 5, enough, isWanted });
        expect(chains).toEqual(all.slice(skipped, skipped + enough));
      }),
    );
  });

  test('say that some may be missing where there are more links or entities than may be read', () => {
    fc.assert(
      fc.property(graph, direction, fc.nat(12), fc.nat(5), (edges, way, links, entities) => {
        const all = allChains(edges, way, 1, 2, 4);
        const budget = { ...plenty, links, entities };
        const { chains, truncated } = found(edges, way, { from: 1, to: 2, maxLength: 4 }, budget);
        expect(all).toEqual(expect.arrayContaining([...chains]));
        if (!truncated) expect(chains).toEqual(all);
      }),
    );
  });

  test('stop when the time is over', () => {
    const line = [1, 3, 4, 5, 6].map((from, place, all) => ({ from, to: all[place + 1] ?? 2 }));
    let looks = 0;
    const budget = { ...plenty, isOver: () => ++looks > 3 };
    expect(found(line, 'out', { from: 1, to: 2, maxLength: 8 }, budget)).toEqual({ chains: [], truncated: true });
    expect(found(line, 'out', { from: 1, to: 2, maxLength: 8 }).chains).toHaveLength(1);
  });

  test('do not read the links of a hub that both ends touch', () => {
    const hub = Array.from({ length: 5_000 }, (_none, place) => ({ from: 3, to: 10 + place }));
    const ends = [4, 5, 6, 7].flatMap((between) => [
      { from: 3, to: between },
      { from: between, to: 2 },
    ]);
    const edges = [{ from: 1, to: 3 }, ...ends, ...hub];
    const read: number[] = [];
    const ways = {
      onward: countingSteps(stepsOver(edges, 'both'), read),
      backward: countingSteps(stepsOver(edges, 'both'), read),
    };
    const asked = { from: 1, to: 2, maxLength: 8, enough: 4, isWanted: () => true };
    expect(findChains(ways, asked, plenty)).toEqual({
      chains: [4, 5, 6, 7].map((between, place) => ({
        entities: [1, 3, between, 2],
        links: [0, place * 2 + 1, place * 2 + 2],
      })),
      truncated: false,
    });
    expect(read.reduce((sum, count) => sum + count, 0)).toBeLessThan(1_100);
  });
});
