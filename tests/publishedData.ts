import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileDataset } from '../src/dataset/compileDataset.ts';
import { openRevision } from '../src/store/current.ts';
import { openPostgresStore } from '../src/store/postgres/postgresStore.ts';
import { type CompiledRevision, publishRevision } from '../src/store/publish.ts';
import type { Revision } from '../src/store/revision.ts';
import type { Publication } from '../src/store/store.ts';
import { newDatabase } from './postgres/newDatabase.ts';

/** A folder of facts, published into stores of its own. */
export interface Published {
  /** Opens it anew: nothing has been read yet. */
  open(): Promise<Revision>;
  /** The same from a PostgreSQL database. */
  openInPostgres(): Promise<Revision>;
  /** Removes the files. */
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
  const { revision } = compiled;
  const store = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const pointer = publishRevision(store, revision, 'test');
  let inPostgres: Promise<Publication> | undefined;
  return {
    open: () => openRevision(store, pointer),
    openInPostgres: async () => {
      inPostgres ??= publishInPostgres(revision);
      return (await inPostgres).open();
    },
    remove: () => rmSync(store, { recursive: true }),
  };
}

async function publishInPostgres(revision: CompiledRevision): Promise<Publication> {
  const url = await newDatabase();
  const store = openPostgresStore({ publish: url, read: url, keep: 3 });
  try {
    return await store.publish(revision, 'test');
  } finally {
    await store.close();
  }
}
