import { statSync } from 'node:fs';
import { normalize } from 'node:path';
import type { Facts } from './facts.ts';
import { compareProblems, type Problem } from './problem.ts';
import { readFacts } from './readFacts.ts';
import { readFolder } from './readFolder.ts';

/** What a folder of facts says, and all that is wrong with it. Nothing is thrown for bad data. */
export function readDataset(folder: string): {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
} {
  const root = normalize(folder).replace(/(.)\/+$/, '$1');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    const problem = { file: root, line: 1, column: 1, message: 'there is no such folder of facts' };
    return {
      facts: {
        horizon: '',
        entities: [],
        links: [],
        claims: [],
        rates: [],
        rules: { rules: [], definitions: [], memberRules: [] },
      },
      problems: [problem],
      warnings: [],
    };
  }
  const { texts, problems } = readFolder(root);
  const read = readFacts(texts, root);
  return { ...read, problems: [...problems, ...read.problems].sort(compareProblems) };
}
