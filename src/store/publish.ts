import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Pointer, pointerFile, revisionFile } from './pointer.ts';
import { alone } from './sqlite/alone.ts';
import { writeSqliteFile } from './sqlite/sqliteFile.ts';
import type { Rows } from './tables.ts';
import { writeWhole } from './writeWhole.ts';

/** Revisions that are kept where nothing is said of it: the current one, and what servers may still be moving from. */
export const revisionsKept = 3;

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
export function publishRevision(
  folder: string,
  revision: CompiledRevision,
  inputs: string,
  keep = revisionsKept,
): Pointer {
  mkdirSync(folder, { recursive: true });
  return alone(folder, () => writeAndPoint(folder, revision, inputs, keep));
}

function writeAndPoint(folder: string, revision: CompiledRevision, inputs: string, keep: number): Pointer {
  const unfinished = join(folder, `unfinished-${process.pid}.sqlite`);
  rmSync(unfinished, { force: true });
  writeSqliteFile(unfinished, revision.rows);
  const sha256 = checksum(unfinished);
  renameSync(unfinished, revisionFile(folder, revision.id, sha256));

  const pointer = { id: revision.id, publishedAt: new Date().toISOString(), sha256, inputs };
  writeWhole(join(folder, pointerFile), `${JSON.stringify(pointer, null, 2)}\n`);
  removeOthers(folder, revisionFile(folder, pointer.id, pointer.sha256), keep);
  return pointer;
}

/** The SHA-256 of a file in hex, a piece at a time: a revision may be larger than the memory. */
function checksum(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/**
 * Removes the oldest revisions beyond those that are kept: a server may still be moving from one of the others. What a
 * publisher left that was killed goes, too, since nobody else is writing.
 */
function removeOthers(folder: string, current: string, keep: number): void {
  const revisions: { readonly file: string; readonly written: number }[] = [];
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (name.startsWith('unfinished-')) rmSync(file, { force: true });
    else if (name.endsWith('.sqlite') && file !== current) revisions.push({ file, written: statSync(file).mtimeMs });
  }
  revisions.sort((a, b) => b.written - a.written);
  for (const { file } of revisions.slice(keep - 1)) rmSync(file, { force: true });
}
