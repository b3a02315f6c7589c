import { statSync } from 'node:fs';
import { normalize } from 'node:path';
import { compareProblems } from './problem.ts';
import { type Reading, readFacts } from './readFacts.ts';
import { readFolder } from './readFolder.ts';

/** What a folder of facts says, and all that is wrong with it. Nothing is thrown for bad data. */
export function readDataset(folder: string): Reading {
  const root = normalize(folder).replace(/(.)\/+$/, '$1');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    const problem = { file: root, line: 1, column: 1, message: 'there is no such folder of facts' };
    return { ...readFacts([], root), found: () => ({ problems: [problem], warnings: [] }) };
  }
  const { texts, problems: ofFiles } = readFolder(root);
  const { facts, found } = readFacts(texts, root);
  return {
    facts,
    found() {
      const { problems, warnings } = found();
      return { problems: [...ofFiles, ...problems].sort(compareProblems), warnings };
    },
  };
}
