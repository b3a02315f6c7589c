import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Read } from './whenRead.ts';

/** How many rows are looked at before others have their turn. */
export const sliceLength = 2_048;

/** Does something with some thousands of many items at a time, so that whatever else a server has to do comes between. */
export async function inSlices<Item>(
  items: readonly Item[],
  work: (slice: readonly Item[]) => Read<void>,
): Promise<void> {
  for (let from = 0; from < items.length; from += sliceLength) {
    await work(items.slice(from, from + sliceLength));
    await othersTurn();
  }
}

/** Lets others have their turn between pieces of long work. */
export function othersTurn(): Promise<void> {
  return nextTurn();
}
