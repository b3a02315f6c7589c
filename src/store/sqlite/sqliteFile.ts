import { closeSync, fsyncSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Batch, Batches } from '../batch.ts';
import { allTableShapes, tablesVersion } from '../tableShapes.ts';
import { createIndexes, createTables } from './sqliteTables.ts';

/** Marks a file as a revision of Chipgraph: "CHIP" in ASCII. */
export const applicationId = 0x43484950;

/**
 * Writes all rows of a revision into a new file, and gives its id when they are on the disk.
 *
 * Indexes are made after the rows: sorted once, they are smaller and twice as fast to make.
 */
export async function writeSqliteFile(file: string, batches: Batches): Promise<string> {
  let next = await batches.next();
  const database = new Database(file);
  try {
    database.pragma('page_size = 8192');
    database.pragma('journal_mode = off');
    database.pragma('synchronous = off');
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${tablesVersion}`);
    database.exec(createTables);
    const insert = inserter(database);
    database.exec('begin');
    for (; !next.done; next = await batches.next()) insert(next.value);
    database.exec('commit');
    database.exec(createIndexes);
    database.exec('analyze');
  } finally {
    database.close();
  }
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return next.value;
}

function inserter(database: Database.Database): (batch: Batch) => void {
  const statements = new Map(
    allTableShapes.map(({ table, columns }) => {
      const insert = database.prepare(`insert into "${table}" values (${columns.map(() => '?').join(', ')})`);
      return [table, { insert, names: columns.map(([name]) => name) }] as const;
    }),
  );
  return ({ table, rows }) => {
    const { insert, names = [] } = statements.get(table) ?? {};
    // By position: by name takes half as long again. Mostly rows have their columns in the order of the table.
    const isInOrder = Object.keys(rows[0] ?? {}).join() === names.join();
    for (const row of rows) {
      const fields: { readonly [column: string]: unknown } = { ...row };
      insert?.run(isInOrder ? Object.values(row) : names.map((name) => fields[name]));
    }
  };
}
