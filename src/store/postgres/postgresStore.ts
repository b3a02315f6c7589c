import pg from 'pg';
import type { Keeping } from '../publish.ts';
import { Revision } from '../revision.ts';
import { readRevisionInfo } from '../revisionInfo.ts';
import type { Publication, Store } from '../store.ts';
import { StoreError } from '../storeError.ts';
import { databaseFault } from './databaseFault.ts';
import { connection, printDatabase } from './databaseUrl.ts';
import { openPostgresEngine } from './postgresEngine.ts';
import { publishToPostgres } from './publishToPostgres.ts';
import { type Registered, readCurrent, readKept } from './registry.ts';

/** Databases: where to publish, null where nobody means to, and where to read. */
export interface Databases extends Keeping {
  readonly publish: string | null;
  readonly read: string;
}

/** A PostgreSQL database, a schema a revision. The pointer is read where revisions are, so that it never runs ahead of them. */
export function openPostgresStore({ publish, read, keep, keepMinutes }: Databases): Store {
  const database = printDatabase(read);
  const pool = new pg.Pool({
    ...connection(read, { default_transaction_read_only: 'on', statement_timeout: '5000' }),
    max: 1,
    query_timeout: 7_000,
  });
  pool.on('error', () => {});
  let latest: Registered | null = null;

  return {
    async current() {
      let found: Registered | null;
      try {
        found = await readCurrent(pool, database);
      } catch (error) {
        throw databaseFault(error, database);
      }
      // Behind one address may be replicas of which one lags: it is not followed back.
      if (latest === null || (found !== null && found.number >= latest.number)) latest = found;
      return latest && publicationOf(read, latest);
    },
    async kept() {
      try {
        const found = await readKept(pool, database);
        return found.map((registered) => publicationOf(read, registered));
      } catch (error) {
        throw databaseFault(error, database);
      }
    },
    async publish(batches, inputs) {
      if (publish === null) throw new StoreError('no database to publish to: name it with DATABASE_URL');
      return publicationOf(read, await publishToPostgres(publish, batches, inputs, { keep, keepMinutes }));
    },
    close: () => pool.end(),
  };
}

function publicationOf(url: string, { id, schema, inputs, publishedAt }: Registered): Publication {
  return {
    id,
    publishedAt: publishedAt.toISOString(),
    inputs,
    name: id,
    async open() {
      const engine = openPostgresEngine(url, schema);
      try {
        return new Revision(engine, {
          ...(await readRevisionInfo(engine)),
          id,
          publishedAt: publishedAt.toISOString(),
        });
      } catch (error) {
        await engine.close();
        throw error;
      }
    },
  };
}
