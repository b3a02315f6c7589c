import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import type { WordAsked } from '../../search/passageWords.ts';
import type { Dialect } from '../engine.ts';
import type { Tables } from '../tables.ts';

/** Kysely as a builder of SQL alone: rows through it would cost a promise and a new statement each. */
const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** The SQL of SQLite. A list of keys is bound as JSON text. */
export const sqliteDialect: Dialect = {
  build,
  among: (column, keys) => sql`${column} in (select value from json_each(${keys}))`,
  objectsIn: (json, table) => sql`json_each(${json}) ${sql.ref(table)}`,
  passagesWith: (words) => sql`(select rowid as key from passage_words where passage_words match ${matchOf(words)})`,
};

function matchOf(words: readonly WordAsked[]): string {
  return words.map(({ word, begins }) => `"${word}"${begins ? '*' : ''}`).join(' AND ');
}
