import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Pointer, revisionFile } from './pointer.ts';
import { Revision } from './revision.ts';
import { readRevisionInfo } from './revisionInfo.ts';
import { openSqliteEngine } from './sqlite/sqliteEngine.ts';
import { StoreError } from './storeError.ts';

/**
 * Opens the revision that a pointer names, after checking that its file is what was published.
 *
 * @throws StoreError with one line for whoever runs the server, where it is missing, damaged or of another version.
 */
export async function openRevision(folder: string, pointer: Pointer): Promise<Revision> {
  const file = revisionFile(folder, pointer);
  if ((await checksum(file)) !== pointer.sha256) {
    throw new StoreError(
      `${file} is damaged: its checksum is not that of the pointer; run \`chipgraph publish\` again`,
    );
  }
  const engine = openSqliteEngine(file);
  try {
    return new Revision(engine, {
      ...(await readRevisionInfo(engine)),
      id: pointer.id,
      publishedAt: pointer.publishedAt,
    });
  } catch (error) {
    engine.close();
    throw error;
  }
}

async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  } catch (error) {
    throw new StoreError(`cannot read the revision ${file}: ${error instanceof Error ? error.message : error}`);
  }
  return hash.digest('hex');
}
