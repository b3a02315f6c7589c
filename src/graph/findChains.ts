import type { StepReader } from '../store/steps.ts';
import { type Read, whenRead } from '../store/whenRead.ts';
import { Ball } from './ball.ts';
import { type Budget, Spending } from './budget.ts';
import type { Chain } from './chain.ts';
import { chainsOfLength } from './chainsOfLength.ts';

/** Which chains are looked for. */
export interface ChainsAsked {
  readonly from: number;
  /** Another entity. */
  readonly to: number;
  /** How many links they may have. */
  readonly maxLength: number;
  /** Whether a chain is wanted: on a later page those before it are not. */
  readonly isWanted: (chain: Chain) => boolean;
  /** How many are wanted. */
  readonly enough: number;
}

/** The steps from entities the way that links are followed, and the way back. */
export interface WaysRead {
  readonly onward: StepReader;
  readonly backward: StepReader;
}

/** Chains in order, and whether a budget was hit, so that some may be missing. */
export interface ChainsFound {
  readonly chains: readonly Chain[];
  readonly truncated: boolean;
}

/** A read of so many links is not worth avoiding. */
const fewLinks = 1_000;

/** How many chains are looked at, wanted or not. */
export const mostChains = 10_000;

/**
 * The chains of links between two entities that pass no entity twice: the shortest first, of one length by the ids of the
 * entities along them, then of the links.
 *
 * The search goes from both ends at once, a read for each layer, and grows the side that is quicker to read. It reads no
 * further than the chains that are wanted are long.
 */
export function findChains(ways: WaysRead, asked: ChainsAsked, budget: Budget): Read<ChainsFound> {
  const spending = new Spending(budget);
  const start = new Ball(asked.from);
  const end = new Ball(asked.to);
  const chains: Chain[] = [];
  let looked = 0;

  /** Whether enough have been found. */
  function gather(length: number): boolean {
    for (const chain of chainsOfLength(start, end, length, spending)) {
      looked += 1;
      if (looked > mostChains) {
        spending.isSpent = true;
        return true;
      }
      if (asked.isWanted(chain)) chains.push(chain);
      if (chains.length >= asked.enough) return true;
    }
    return false;
  }

  const growStart = (most: number) => start.grow(ways.onward, spending, most);
  const growEnd = (most: number) => end.grow(ways.backward, spending, most);

  /** Grows the side with fewer entities, unless they have very many links and those of the other side have not. */
  function reach(length: number, most = fewLinks): Read<void> {
    if (start.radius + end.radius >= length || isApart(start, end) || spending.mustStop()) return;
    const [first, second] = isSmaller(start, end) ? [growStart, growEnd] : [growEnd, growStart];
    return whenRead(first(most), (isGrown) =>
      isGrown
        ? reach(length)
        : whenRead(second(most), (isOtherGrown) => reach(length, isOtherGrown ? fewLinks : most * 8)),
    );
  }

  function ofLength(length: number): Read<ChainsFound> {
    return whenRead(reach(length), () => {
      const isDone = gather(length) || length === asked.maxLength || isApart(start, end) || spending.mustStop();
      return isDone ? { chains, truncated: spending.isSpent } : ofLength(length + 1);
    });
  }

  return ofLength(1);
}

/** Whether a side has fewer entities to look at next, or as many and is less deep. */
function isSmaller(one: Ball, other: Ball): boolean {
  return (
    one.frontier.length < other.frontier.length ||
    (one.frontier.length === other.frontier.length && one.radius <= other.radius)
  );
}

/** Whether all that can be reached from one of the two was found, and the other was not among it. */
function isApart(one: Ball, other: Ball): boolean {
  const isShutOff = (ball: Ball, from: Ball) => ball.frontier.length === 0 && !ball.reachedFrom.has(from.centre);
  return isShutOff(one, other) || isShutOff(other, one);
}
