import type { Batches } from './batch.ts';
import { standardKeeping } from './publish.ts';
import type { Revision } from './revision.ts';
import { openSqliteStore } from './sqlite/sqliteStore.ts';

/** Where revisions are published and read: a folder of SQLite files, or a PostgreSQL database. */
export interface Store {
  /** The current revision; null where none has been published yet. */
  current(): Promise<Publication | null>;
  /** The revisions that can be opened, newest first, the current one among them. Of one id there may be two forms. */
  kept(): Promise<readonly Publication[]>;
  /** Makes a revision of these rows the current one. `inputs` names what it was made from. */
  publish(batches: Batches, inputs: string): Promise<Publication>;
  close(): Promise<void>;
}

/** A revision that was published, to be opened. */
export interface Publication {
  readonly id: string;
  /** An instant, ISO 8601. */
  readonly publishedAt: string;
  /** What it was made from: a hash of the facts and of the program. */
  readonly inputs: string;
  /** Tells it from every other revision of the store, also from one of the same records that was written differently. */
  readonly name: string;
  /** Opens it anew. Throws a StoreError with one line for whoever runs the server, where it cannot be read. */
  open(): Promise<Revision>;
}

/** Which store is meant. */
export interface StorePlace {
  /** The folder of SQLite files, where no database is named. */
  readonly store: string;
  /** The database to publish to, and to read where no other is named: `postgres://…`. */
  readonly databaseUrl?: string | undefined;
  /** The database to read: a replica of the other, or several behind one address. */
  readonly databaseReadUrl?: string | undefined;
  /** How many revisions are kept, the current one among them. */
  readonly keep?: number | undefined;
}

/** Opens a store. The driver of PostgreSQL is loaded only where a database is named, so that a start without is quick. */
export async function openStore({
  store,
  databaseUrl,
  databaseReadUrl,
  keep = standardKeeping.keep,
}: StorePlace): Promise<Store> {
  const keeping = { ...standardKeeping, keep };
  if (!databaseUrl && !databaseReadUrl) return openSqliteStore(store, keeping);
  const { openPostgresStore } = await import('./postgres/postgresStore.ts');
  return openPostgresStore({ publish: databaseUrl || null, read: databaseReadUrl || databaseUrl || '', ...keeping });
}
