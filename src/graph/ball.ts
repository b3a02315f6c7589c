import type { Step, StepReader } from '../store/steps.ts';
import { type Read, whenRead } from '../store/whenRead.ts';
import type { Spending } from './budget.ts';

/**
 * The entities around one, a layer at a time: those one link away, then those two away.
 *
 * An entity stands in its layer where the chain to it stands among the chains of its length, by the ids along them; so
 * `reachedFrom` leads back along the first of the shortest chains.
 */
export class Ball {
  readonly centre: number;
  /** Who is so many links away, from the centre itself on. */
  readonly layers: (readonly number[])[];
  /** From whom an entity was reached first; the centre from itself. */
  readonly reachedFrom: Map<number, number>;
  /** The steps from all but the last layer. */
  readonly steps = new Map<number, readonly Step[]>();

  constructor(centre: number) {
    this.centre = centre;
    this.layers = [[centre]];
    this.reachedFrom = new Map([[centre, centre]]);
  }

  /** How many links away the last layer is. */
  get radius(): number {
    return this.layers.length - 1;
  }

  /** The last layer; empty where there is no more to find. */
  get frontier(): readonly number[] {
    return this.layers.at(-1) ?? [];
  }

  /**
   * Adds a layer, in one read. Where that takes more than `most` links, and more are left to spend, it adds none and says
   * false.
   */
  grow(read: StepReader, spending: Spending, most = spending.links): Read<boolean> {
    const { frontier } = this;
    if (frontier.length === 0) {
      this.layers.push([]);
      return true;
    }
    return whenRead(read(frontier, Math.min(most, spending.links)), ({ from, complete }) => {
      if (!complete && most < spending.links) return false;
      if (!complete) spending.isSpent = true;
      const layer: number[] = [];
      for (const near of frontier) {
        const steps = from.get(near) ?? [];
        this.steps.set(near, steps);
        spending.links -= steps.length;
        for (const { far } of steps) {
          if (this.reachedFrom.has(far)) continue;
          if (spending.entities === 0) {
            spending.isSpent = true;
            continue;
          }
          spending.entities -= 1;
          this.reachedFrom.set(far, near);
          layer.push(far);
        }
      }
      this.layers.push(layer);
      return true;
    });
  }
}

/** What lies up to so many links around an entity. */
export function ballAround(centre: number, depth: number, read: StepReader, spending: Spending): Read<Ball> {
  const ball = new Ball(centre);
  const grown = (): Read<Ball> =>
    ball.radius === depth || ball.frontier.length === 0 || spending.mustStop()
      ? ball
      : whenRead(ball.grow(read, spending), grown);
  return grown();
}
