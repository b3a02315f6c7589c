import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openRevision } from '../src/store/current.ts';
import { readPointer } from '../src/store/pointer.ts';
import { openPostgresStore } from '../src/store/postgres/postgresStore.ts';
import { publishRevision, standardKeeping } from '../src/store/publish.ts';
import type { Revision } from '../src/store/revision.ts';
import type { Publication, Store } from '../src/store/store.ts';
import { batchesOf, type CompiledRevision, compiledFolder } from './compiled.ts';
import { needsPostgres } from './postgres/cluster.ts';
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

/** The facts of data/, published for all tests by the first who asks. */
export function publishedData(): Published {
  const { store, database } = inject('sharedData');
  const pointer = readPointer(store) ?? publishRevision(store, batchesOf(compiledData(store)), 'test');
  return {
    open: async () => openRevision(store, await pointer),
    async openInPostgres() {
      if (database === null) throw new Error(needsPostgres);
      return inStore(database, async (shared) => {
        const published = (await shared.current()) ?? (await shared.publish(batchesOf(compiledData(store)), 'test'));
        return published.open();
      });
    },
    remove() {},
  };
}

/** Compiles and publishes a folder of facts, as `chipgraph publish` does. */
export function publishedFolder(folder: string): Published {
  const revision = compiledFolder(folder);
  const store = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const pointer = publishRevision(store, batchesOf(revision), 'test');
  let inPostgres: Promise<Publication> | undefined;
  return {
    open: async () => openRevision(store, await pointer),
    async openInPostgres() {
      inPostgres ??= newDatabase().then((url) => inStore(url, (own) => own.publish(batchesOf(revision), 'test')));
      return (await inPostgres).open();
    },
    remove: () => rmSync(store, { recursive: true }),
  };
}

async function inStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = openPostgresStore({ publish: url, read: url, ...standardKeeping });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

let compiled: { readonly of: string; readonly revision: CompiledRevision } | undefined;

/** What data/ compiles to, once for both stores; `of` tells the runs of vitest apart where it watches. */
function compiledData(of: string): CompiledRevision {
  if (compiled?.of !== of) compiled = { of, revision: compiledFolder('data') };
  return compiled.revision;
}
