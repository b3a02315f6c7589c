import { type Piece, piecesOf } from './piece.ts';
import { readDataset } from './readDataset.ts';
import type { Found } from './readFacts.ts';
import { rowsOf } from './rowsOf.ts';

/**
 * Compiles a folder of facts into the rows of a revision, and tells in the end what is wrong with the facts: where there
 * are problems, what was made is no revision. The same facts and compiler give the same rows on every machine.
 */
export function* compileDataset(folder: string): Generator<Piece, Found> {
  const { facts, found } = readDataset(folder);
  if (found().problems.length === 0) yield* piecesOf(rowsOf(facts));
  else for (const _ of facts.claims);
  return found();
}
