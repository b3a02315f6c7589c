import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileDataset } from '../src/dataset/compileDataset.ts';
import { openRevision } from '../src/store/current.ts';
import { publishRevision } from '../src/store/publish.ts';
import type { Revision } from '../src/store/revision.ts';

/** A folder of facts, published into a store of its own. */
export interface Published {
  /** Opens it anew: nothing has been read yet. */
  open(): Promise<Revision>;
  /** Removes the store. */
  remove(): void;
}

/** Compiles and publishes a folder of facts, as `chipgraph publish` does. */
export function publishedData(folder = 'data'): Published {
  const compiled = compileDataset(folder);
  if (!compiled.ok) {
    throw new Error(
      compiled.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
    );
  }
  const store = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const pointer = publishRevision(store, compiled.revision, 'test');
  return {
    open: () => openRevision(store, pointer),
    remove: () => rmSync(store, { recursive: true }),
  };
}
