import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentHash } from '../dataset/contentHash.ts';
import type { Piece } from '../dataset/piece.ts';
import type { Problem } from '../dataset/problem.ts';
import type { Found } from '../dataset/readFacts.ts';
import type { Batches } from '../store/batch.ts';
import type { Publication, Store } from '../store/store.ts';
import { buildId } from './buildId.ts';
import { compileApart } from './compileApart.ts';
import { DataProblems, StartError } from './startError.ts';

/** The folder where facts lie, and the store where revisions go. */
export interface Published {
  readonly data: string;
  readonly store: Store;
}

/** The revision of the facts as they stand: the current one where neither they nor the program changed since it was made. */
export async function publishWhereChanged({ data, store }: Published): Promise<Publication> {
  const inputs = inputsOf(data);
  const current = await store.current();
  // A program that runs unbuilt has no name, so nothing tells whether its compiler has changed.
  if (buildId !== null && current?.inputs === inputs) return current;
  return (await publishData({ data, store })).publication;
}

/** Compiles the facts and makes the result the current revision. Throws DataProblems where they do not compile. */
export async function publishData({
  data,
  store,
}: Published): Promise<{ publication: Publication; warnings: readonly Problem[] }> {
  // Taken before the files are read: where one changes meanwhile, the next start compiles once too often, never too seldom.
  const inputs = inputsOf(data);
  const compile = await compiler();
  // The compiler loads parsers of YAML and of shapes, which a start on unchanged facts does without.
  const { Preparation } = await import('../dataset/preparation.ts');
  let warnings: readonly Problem[] = [];
  const pieces = compile(data);
  async function* batches(): Batches {
    const preparation = new Preparation();
    let next = await pieces.next();
    for (; !next.done; next = await pieces.next()) yield* preparation.take(next.value);
    if (next.value.problems.length > 0) throw new DataProblems(next.value.problems);
    warnings = next.value.warnings;
    yield* preparation.finish();
    return preparation.id();
  }
  try {
    const publication = await store.publish(batches(), inputs);
    return { publication, warnings };
  } finally {
    // A store that could not take them all leaves the compiler waiting.
    await pieces.return({ problems: [], warnings: [] });
  }
}

/** The compiler, in a thread of its own where the program is built: threads of a program that runs unbuilt know no TypeScript. */
async function compiler(): Promise<(folder: string) => Generator<Piece, Found> | AsyncGenerator<Piece, Found>> {
  if (buildId !== null) return compileApart;
  const { compileDataset } = await import('../dataset/compileDataset.ts');
  return compileDataset;
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
