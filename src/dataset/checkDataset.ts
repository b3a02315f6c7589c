import { readDataset } from './readDataset.ts';
import type { Found } from './readFacts.ts';

/** All that is wrong with a folder of facts, and what its authors should look at, each from top to bottom by file. */
export function checkDataset(folder: string): Found {
  const { facts, found } = readDataset(folder);
  for (const _ of facts.claims);
  return found();
}
