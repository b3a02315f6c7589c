import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Tables } from './tables.ts';
import type { Read } from './whenRead.ts';

/** What the two stores have to give: SQL that is built once for both, run in the way of each. */
export interface Engine {
  /** Builds SQL in the dialect of this store; it runs nothing. */
  readonly build: Kysely<Tables>;
  /** Whether a column is one of the keys of a list that is bound as one parameter. */
  among(column: Expression<unknown>, keys: RawBuilder<readonly (number | string)[]>): Expression<SqlBool>;
  /** Runs SQL whose statement is prepared once, whatever the number of calls. Lists of keys are bound as one value. */
  run<Row>(sql: string, parameters: readonly unknown[]): Read<readonly Row[]>;
  /** How many statements have been run. */
  readonly statements: number;
  close(): void;
}
