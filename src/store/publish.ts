import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Batches } from './batch.ts';
import { type Pointer, pointerFile, printPointers, readPointers, revisionFile } from './pointer.ts';
import { alone } from './sqlite/alone.ts';
import { folderFault } from './sqlite/folderFault.ts';
import { writeSqliteFile } from './sqlite/sqliteFile.ts';
import { tablesVersion } from './tableShapes.ts';
import { writeWhole } from './writeWhole.ts';

/** Which revisions are kept besides the current one: servers may be moving from them, and clients compare with them. */
export interface Keeping {
  /** How many revisions, the current one among them. */
  readonly keep: number;
  /** For how long after it was replaced, in minutes: a server may still be answering from it. */
  readonly keepMinutes: number;
}

/** What is kept where nothing is said of it. */
export const standardKeeping: Keeping = { keep: 3, keepMinutes: 15 };

/**
 * Writes a revision beside the current one, then makes it the current one.
 *
 * A file gets its name only when it is whole and on the disk, and the pointer is replaced in one step: a crash at any
 * moment leaves the old revision in place. `inputs` names what it was made from, so that a start can tell that nothing
 * has changed.
 */
export async function publishRevision(
  folder: string,
  batches: Batches,
  inputs: string,
  keeping: Keeping = standardKeeping,
): Promise<Pointer> {
  try {
    makeFolder(folder);
    return await alone(folder, () => writeAndPoint(folder, batches, inputs, keeping));
  } catch (error) {
    throw folderFault(error, folder);
  }
}

/** Makes a folder and those around it. That of Node goes on for ever where the system takes no folders, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(resolve(folder)));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another publisher may have been quicker.
    if (!existsSync(folder)) throw error;
  }
}

async function writeAndPoint(folder: string, batches: Batches, inputs: string, keeping: Keeping): Promise<Pointer> {
  const known = readPointers(folder);
  const unfinished = join(folder, `unfinished-${process.pid}.sqlite`);
  let id: string;
  let sha256: string;
  try {
    rmSync(unfinished, { force: true });
    id = await writeSqliteFile(unfinished, batches);
    sha256 = checksum(unfinished);
    renameSync(unfinished, revisionFile(folder, { id, sha256 }));
  } catch (error) {
    // A disk that is full stays so where the half of a file is left on it.
    rmSync(unfinished, { force: true });
    throw error;
  }

  const pointer = { id, publishedAt: new Date().toISOString(), sha256, inputs, tablesVersion };
  const others = known.filter((other) => other.id !== id || other.sha256 !== sha256);
  const kept: readonly [Pointer, ...Pointer[]] = [pointer, ...worthKeeping(pointer, others, keeping)];
  writeWhole(join(folder, pointerFile), printPointers(kept));
  removeOthers(folder, kept);
  return pointer;
}

/** Those of the revisions before the current one that are kept: the newest, and what was replaced a moment ago. */
function worthKeeping(
  current: Pointer,
  before: readonly Pointer[],
  { keep, keepMinutes }: Keeping,
): readonly Pointer[] {
  const since = Date.parse(current.publishedAt) - keepMinutes * 60_000;
  return before.filter((_pointer, place) => {
    const replacedAt = Date.parse((before[place - 1] ?? current).publishedAt);
    return place + 1 < keep || replacedAt > since;
  });
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

/** Removes the files of all other revisions, and what a publisher left that was killed: nobody else is writing. */
function removeOthers(folder: string, kept: readonly Pointer[]): void {
  const files = new Set(kept.map((pointer) => revisionFile(folder, pointer)));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (name.endsWith('.sqlite') && !files.has(file)) rmSync(file, { force: true });
  }
}
