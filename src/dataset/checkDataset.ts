import type { Problem } from './problem.ts';
import { readDataset } from './readDataset.ts';

/** All that is wrong with a folder of facts, and what its authors should look at, each from top to bottom by file. */
export function checkDataset(folder: string): {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
} {
  const { problems, warnings } = readDataset(folder);
  return { problems, warnings };
}
