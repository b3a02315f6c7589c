import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { WordAsked } from '../../search/passageWords.ts';
import type { Dialect } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { wordsIn } from './postgresTables.ts';

/** Kysely as a builder of SQL alone, as in SQLite. */
const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The SQL of PostgreSQL. A list of keys is bound as an array. */
export const postgresDialect: Dialect = {
  build,
  among: (column, keys) => sql`${column} = any(${keys})`,
  objectsIn: (json, table) => sql`jsonb_array_elements((${json})::jsonb) ${sql.ref(table)}(value)`,
  passagesWith: (words) =>
    sql`(select key from passage where ${sql.raw(wordsIn('words'))} @@ ${matchOf(words)}::tsquery)`,
};

function matchOf(words: readonly WordAsked[]): string {
  return words.map(({ word, begins }) => `'${word}'${begins ? ':*' : ''}`).join(' & ');
}
