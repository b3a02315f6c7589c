import { setImmediate as pause } from 'node:timers/promises';
import type { Read } from './whenRead.ts';

/** How many rows are looked at before others have their turn. */
export const sliceLength = 4_096;

/** Does something with some thousands of many items at a time, so that whatever else a server has to do comes between. */
export async function inSlices<In, Out>(
  items: readonly In[],
  work: (slice: readonly In[]) => Read<readonly Out[]>,
): Promise<readonly Out[]> {
  const found: Out[] = [];
  for (let from = 0; from < items.length; from += sliceLength) {
    for (const one of await work(items.slice(from, from + sliceLength))) found.push(one);
    await pause();
  }
  return found;
}
