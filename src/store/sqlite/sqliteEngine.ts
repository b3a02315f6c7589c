import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine.ts';
import { StoreError } from '../storeError.ts';
import { tablesVersion } from '../tableShapes.ts';
import { sqliteDialect } from './sqliteDialect.ts';
import { applicationId } from './sqliteFile.ts';

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
    ...sqliteDialect,
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

function bound(parameter: unknown): unknown {
  return Array.isArray(parameter) ? JSON.stringify(parameter) : parameter;
}
