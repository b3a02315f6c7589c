import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentHash } from '../dataset/contentHash.ts';
import type { Problem } from '../dataset/problem.ts';
import { type Pointer, readPointer } from '../store/pointer.ts';
import { publishRevision } from '../store/publish.ts';
import { buildId } from './buildId.ts';
import { DataProblems, StartError } from './startError.ts';

/** Where facts lie, and where revisions go. */
export interface Folders {
  readonly data: string;
  readonly store: string;
}

/** The revision of the facts as they stand: the current one where neither they nor the program changed since it was made. */
export async function publishWhereChanged(folders: Folders): Promise<Pointer> {
  const inputs = inputsOf(folders.data);
  const pointer = readPointer(folders.store);
  // A program that runs unbuilt has no name, so nothing tells whether its compiler has changed.
  if (buildId !== null && pointer?.inputs === inputs) return pointer;
  return (await publishData(folders)).pointer;
}

/** Compiles the facts and makes the result the current revision. Throws DataProblems where they do not compile. */
export async function publishData({
  data,
  store,
}: Folders): Promise<{ pointer: Pointer; warnings: readonly Problem[] }> {
  // Taken before the files are read: where one changes meanwhile, the next start compiles once too often, never too seldom.
  const inputs = inputsOf(data);
  // The compiler loads parsers of YAML and of shapes, which a start on unchanged facts does without.
  const { compileDataset } = await import('../dataset/compileDataset.ts');
  const compiled = compileDataset(data);
  if (!compiled.ok) throw new DataProblems(compiled.problems);
  return { pointer: publishRevision(store, compiled.revision, inputs), warnings: compiled.warnings };
}

/** Names all that a revision depends on. */
function inputsOf(data: string): string {
  requireFolder(data);
  return createHash('sha256')
    .update(`${buildId} ${contentHash(data)}`)
    .digest('hex');
}

/** Throws a StartError where there is no such folder of facts. */
export function requireFolder(data: string): void {
  if (!statSync(data, { throwIfNoEntry: false })?.isDirectory()) {
    throw new StartError(`no data folder at ${resolve(data)}: name it with --data or CHIPGRAPH_DATA`);
  }
}
