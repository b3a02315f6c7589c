import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './storeError.ts';

/** Which revision of a store is the current one. */
export interface Pointer {
  readonly id: string;
  /** An instant, ISO 8601. */
  readonly publishedAt: string;
  /** The checksum of the file, in hexadecimal. */
  readonly sha256: string;
  /** What it was made from: a hash of the facts and of the program. */
  readonly inputs: string;
}

/** The name of the file that holds the pointer. */
export const pointerFile = 'current.json';

/** The file of a revision. It bears its checksum, so that two compilers which disagree never overwrite each other. */
export function revisionFile(folder: string, id: string, sha256: string): string {
  return join(folder, `${id}-${sha256.slice(0, 8)}.sqlite`);
}

/** Which revision is the current one; null where none has been published yet. */
export function readPointer(folder: string): Pointer | null {
  const file = join(folder, pointerFile);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StoreError(`cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
  const pointer = parsed(text);
  if (isPointer(pointer)) return pointer;
  throw new StoreError(`${file} is damaged: delete it and publish again`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isPointer(value: unknown): value is Pointer {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...value };
  return ['id', 'publishedAt', 'sha256', 'inputs'].every((name) => typeof fields[name] === 'string');
}
