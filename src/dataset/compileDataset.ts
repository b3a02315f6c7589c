import { createHash } from 'node:crypto';
import type { CompiledRevision } from '../store/publish.ts';
import type { Rows } from '../store/tables.ts';
import { figureRows } from './figureRows.ts';
import type { Problem } from './problem.ts';
import { readDataset } from './readDataset.ts';
import { rowsOf } from './rowsOf.ts';

/** A revision, or the problems for which there is none. */
export type Compiled =
  | { readonly ok: true; readonly revision: CompiledRevision; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };

/** Compiles a folder of facts. The same facts and compiler give the same id and the same rows on every machine. */
export function compileDataset(folder: string): Compiled {
  const { facts, problems, warnings } = readDataset(folder);
  if (problems.length > 0) return { ok: false, problems, warnings };
  const rows = rowsOf(facts);
  const { horizon } = facts;
  const figures = { [Symbol.iterator]: () => figureRows(rows, horizon) };
  return { ok: true, revision: { id: revisionId(rows), horizon, rows, figures }, warnings };
}

/** The rows are the canonical records, in order; the compiler's version is one of them. */
function revisionId(rows: Rows): string {
  const hash = createHash('sha256');
  let piece = '';
  for (const table of Object.values(rows)) {
    for (const row of table) {
      piece += `${JSON.stringify(row)}\n`;
      if (piece.length < pieceLength) continue;
      hash.update(piece);
      piece = '';
    }
  }
  hash.update(piece);
  return hash.digest('hex').slice(0, 16);
}

/** So many characters at a time: a call for each row takes as long as the hash itself. */
const pieceLength = 65_536;
