import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Batches } from '../batch.ts';
import type { Keeping } from '../publish.ts';
import { tablesVersion } from '../tableShapes.ts';
import { copyText } from './copyText.ts';
import { databaseFault } from './databaseFault.ts';
import { connection, printDatabase } from './databaseUrl.ts';
import { copyInto, createIndexes, createTables } from './postgresTables.ts';
import { pruneRevisions } from './pruneRevisions.ts';
import { assertOurs, assertVersion, createRegistry, type Registered } from './registry.ts';

/** The schema of a revision until its rows, and so its name, are known: nobody sees it before the transaction ends. */
const unfinished = 'chipgraph_unfinished';

/** The advisory lock of publishers: "CHIP" in ASCII. */
const publishersLock = 0x43484950;

/**
 * Fills a schema with a revision and makes it the current one, all in one transaction: a crash at any moment leaves
 * what was there, and nobody ever sees a part. A second publisher waits for the first.
 */
export async function publishToPostgres(
  url: string,
  batches: Batches,
  inputs: string,
  keeping: Keeping,
): Promise<Registered> {
  const database = printDatabase(url);
  /** What the compiler has thrown, which is no fault of the database. */
  let thrown: unknown;
  async function* noted(): Batches {
    try {
      return yield* batches;
    } catch (error) {
      thrown = error;
      throw error;
    }
  }
  const client = new pg.Client(connection(url, { lock_timeout: '300000', jit: 'off' }));
  // A lost connection is told by the statement that it fails.
  client.on('error', () => {});
  try {
    await client.connect();
    const published = await inTransaction(client, () => fillAndPoint(client, database, noted(), inputs));
    await inTransaction(client, () => pruneRevisions(client, keeping));
    return published;
  } catch (error) {
    throw error === thrown ? error : databaseFault(error, database);
  } finally {
    await client.end().catch(() => {});
  }
}

async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [publishersLock]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function fillAndPoint(
  client: pg.Client,
  database: string,
  batches: Batches,
  inputs: string,
): Promise<Registered> {
  await assertOurs(client, database);
  await createRegistry(client);
  await assertNotNewer(client, database);
  await client.query('savepoint unfilled');
  await client.query(`create schema ${unfinished}; ${createTables(unfinished)}`);
  const id = await fill(client, batches);
  const schema = `chipgraph_${id}`;
  const { rowCount: known } = await client.query(
    'select 1 from chipgraph.revision where id = $1 and "tablesVersion" = $2',
    [id, tablesVersion],
  );
  if (known) await client.query('rollback to savepoint unfilled');
  else {
    await client.query(createIndexes(unfinished));
    await client.query(`drop schema if exists "${schema}" cascade; alter schema ${unfinished} rename to "${schema}"`);
  }
  const { rows: registered } = await client.query<Registered>(
    `insert into chipgraph.revision (id, schema, "tablesVersion", inputs, "publishedAt")
      values ($1, $2, $3, $4, clock_timestamp())
      on conflict (id) do update set number = default, inputs = excluded.inputs,
        "tablesVersion" = excluded."tablesVersion", "publishedAt" = excluded."publishedAt"
      returning id, schema, inputs, number, "publishedAt"`,
    [id, schema, tablesVersion, inputs],
  );
  await client.query(
    'insert into chipgraph.pointer (id) values ($1) on conflict (single) do update set id = excluded.id',
    [id],
  );
  const [published] = registered;
  if (published === undefined) throw new Error('the database returned no row of the revision that it took in');
  return published;
}

/** Takes the rows in, and gives the id of the revision that they are. */
async function fill(client: pg.Client, batches: Batches): Promise<string> {
  let next = await batches.next();
  while (!next.done) {
    const { table } = next.value;
    // One statement for as many batches of a table as follow each other.
    async function* texts() {
      for (; !next.done && next.value.table === table; next = await batches.next()) yield copyText(next.value);
    }
    await pipeline(Readable.from(texts()), client.query(copyFrom(copyInto(unfinished, table))));
  }
  return next.value;
}

/** Servers of a newer version could not read what this one publishes. */
async function assertNotNewer(client: pg.Client, database: string): Promise<void> {
  const { rows } = await client.query<{ version: number | null }>(
    'select max("tablesVersion") as version from chipgraph.revision',
  );
  const version = rows[0]?.version ?? 0;
  if (version > tablesVersion) assertVersion(version, database);
}
