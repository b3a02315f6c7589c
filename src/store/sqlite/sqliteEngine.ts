import Database from 'better-sqlite3';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine.ts';
import { StoreError } from '../storeError.ts';
import type { Tables } from '../tables.ts';
import { applicationId, tablesVersion } from './sqliteFile.ts';

/** Statements that are kept prepared. Filters have many shapes, look-ups few. */
const preparedStatements = 500;

/** Opens the file of a revision for reading. The file never changes, so that no lock is needed. */
export function openSqliteEngine(file: string): Engine {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  assertReadable(database, file);
  database.pragma('cache_size = -65536');
  database.pragma('mmap_size = 1073741824');
  const prepared = new LRUCache<string, Database.Statement>({ max: preparedStatements });
  let statements = 0;

  return {
    build: sqliteBuilder,
    among: (column, keys) => sql`${column} in (select value from json_each(${keys}))`,
    run<Row>(text: string, parameters: readonly unknown[]): readonly Row[] {
      let statement = prepared.get(text);
      if (statement === undefined) {
        statement = database.prepare(text);
        prepared.set(text, statement);
      }
      statements += 1;
      // The caller states the rows of the SQL that it built from the same tables.
      return statement.all(...parameters.map(bound)) as Row[];
    },
    get statements() {
      return statements;
    },
    close: () => void database.close(),
  };
}

function assertReadable(database: Database.Database, file: string): void {
  const application = database.pragma('application_id', { simple: true });
  const version = database.pragma('user_version', { simple: true });
  if (application === applicationId && version === tablesVersion) return;
  database.close();
  throw new StoreError(
    `${file} was published by another version of Chipgraph: run \`chipgraph publish\` with this one`,
  );
}

/** Kysely as a builder of SQL alone: rows through it would cost a promise and a new statement each. */
const sqliteBuilder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

function bound(parameter: unknown): unknown {
  return Array.isArray(parameter) ? JSON.stringify(parameter) : parameter;
}
