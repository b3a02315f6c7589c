import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { WordAsked } from '../search/passageWords.ts';
import type { Tables } from './tables.ts';
import type { Read } from './whenRead.ts';

/** SQL that is written once for both stores, and where it differs, in the way of each. It runs nothing. */
export interface Dialect {
  /** Builds SQL in the dialect of this store. */
  readonly build: Kysely<Tables>;
  /** Whether a column is one of the keys of a list that is bound as one parameter. */
  among(column: Expression<unknown>, keys: RawBuilder<readonly (number | string)[]>): Expression<SqlBool>;
  /** The objects in a JSON list as rows, each the `value` of a table of that name; `->` and `->>` take out their fields. */
  objectsIn(json: Expression<unknown>, table: string): RawBuilder<unknown>;
  /** The passages in which all of some words stand, in brackets, as a table of their `key`s. */
  passagesWith(words: readonly WordAsked[]): RawBuilder<unknown>;
}

/** What the two stores have to give: SQL that is built once for both, run in the way of each. */
export interface Engine extends Dialect {
  /** Runs SQL whose statement is prepared once, whatever the number of calls. Lists of keys are bound as one value. */
  run<Row>(sql: string, parameters: readonly unknown[]): Read<readonly Row[]>;
  /** How many statements have been run. */
  readonly statements: number;
  close(): Read<void>;
}
