import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './storeError.ts';

/** A revision of a store, and where to find it. */
export interface Pointer {
  readonly id: string;
  /** An instant, ISO 8601. */
  readonly publishedAt: string;
  /** The checksum of the file, in hexadecimal. */
  readonly sha256: string;
  /** What it was made from: a hash of the facts and of the program. */
  readonly inputs: string;
  /** The form of its tables; absent where a program wrote it that did not say. */
  readonly tablesVersion?: number;
}

/** The name of the file that holds the pointers. */
export const pointerFile = 'current.json';

/** The file of a revision. It bears its checksum, so that two compilers which disagree never overwrite each other. */
export function revisionFile(folder: string, { id, sha256 }: Pick<Pointer, 'id' | 'sha256'>): string {
  return join(folder, `${id}-${sha256.slice(0, 8)}.sqlite`);
}

/** Which revision is the current one; null where none has been published yet. */
export function readPointer(folder: string): Pointer | null {
  return readPointers(folder)[0] ?? null;
}

/** The revisions that are kept, newest first: the current one, and those before it. */
export function readPointers(folder: string): readonly Pointer[] {
  const file = join(folder, pointerFile);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new StoreError(`cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
  const content = parsed(text);
  if (!isPointer(content)) throw new StoreError(`${file} is damaged: delete it and publish again`);
  const before = 'before' in content && Array.isArray(content.before) ? content.before.filter(isPointer) : [];
  return [content, ...before];
}

/** The text of the file that holds the pointers: the current one, and those `before` it. */
export function printPointers([current, ...before]: readonly [Pointer, ...Pointer[]]): string {
  return `${JSON.stringify({ ...current, before }, null, 2)}\n`;
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
