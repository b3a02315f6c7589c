import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Pointer, pointerFile, readPointer, revisionFile } from './pointer.ts';
import { writeSqliteFile } from './sqlite/sqliteFile.ts';
import type { Rows } from './tables.ts';
import { writeWhole } from './writeWhole.ts';

/** What the compiler makes of the facts. */
export interface CompiledRevision {
  /** The hash of the canonical records and the compiler's version. */
  readonly id: string;
  readonly horizon: string;
  readonly rows: Rows;
}

/**
 * Writes a revision beside the current one, then makes it the current one.
 *
 * A file gets its name only when it is whole and on the disk, and the pointer is replaced in one step: a crash at any
 * moment leaves the old revision in place. `inputs` names what it was made from, so that a start can tell that nothing
 * has changed.
 */
export function publishRevision(folder: string, revision: CompiledRevision, inputs: string): Pointer {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `unfinished-${process.pid}.sqlite`);
  rmSync(unfinished, { force: true });
  writeSqliteFile(unfinished, revision.rows);
  const sha256 = createHash('sha256').update(readFileSync(unfinished)).digest('hex');
  renameSync(unfinished, revisionFile(folder, revision.id, sha256));

  const before = readPointer(folder);
  const pointer = { id: revision.id, publishedAt: new Date().toISOString(), sha256, inputs };
  writeWhole(join(folder, pointerFile), `${JSON.stringify(pointer, null, 2)}\n`);
  removeOthers(folder, [pointer, before]);
  return pointer;
}

/**
 * Removes revisions that nothing points at, the one before excepted: a server may still be answering from it. What a
 * publisher left that was killed goes, too, once nobody can be writing it any more.
 */
function removeOthers(folder: string, kept: readonly (Pointer | null)[]): void {
  const names = kept.map((pointer) => pointer && revisionFile(folder, pointer.id, pointer.sha256));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const isStale = name.startsWith('unfinished-')
      ? Date.now() - statSync(file).mtimeMs > hour
      : name.endsWith('.sqlite') && !names.includes(file);
    if (isStale) rmSync(file, { force: true });
  }
}

const hour = 3_600_000;
