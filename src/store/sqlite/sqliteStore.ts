import { existsSync } from 'node:fs';
import { openRevision } from '../current.ts';
import { type Pointer, readPointer, readPointers, revisionFile } from '../pointer.ts';
import { type Keeping, publishRevision } from '../publish.ts';
import type { Publication, Store } from '../store.ts';
import { tablesVersion } from '../tableShapes.ts';

/** A folder of SQLite files, one a revision. */
export function openSqliteStore(folder: string, keeping: Keeping): Store {
  const publicationOf = (pointer: Pointer): Publication => ({
    id: pointer.id,
    publishedAt: pointer.publishedAt,
    inputs: pointer.inputs,
    // The same records may be published again in a file that differs, after another version of SQLite for one.
    name: `${pointer.id} ${pointer.sha256}`,
    open: () => openRevision(folder, pointer),
  });
  return {
    async current() {
      const pointer = readPointer(folder);
      return pointer && publicationOf(pointer);
    },
    async kept() {
      return readPointers(folder)
        .filter((pointer) => pointer.tablesVersion === tablesVersion && existsSync(revisionFile(folder, pointer)))
        .map(publicationOf);
    },
    async publish(batches, inputs) {
      return publicationOf(await publishRevision(folder, batches, inputs, keeping));
    },
    async close() {},
  };
}
