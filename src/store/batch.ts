import type { Tables } from './tables.ts';

/** Some rows of a table, as they are handed to a store. */
export type Batch = {
  readonly [Table in keyof Tables]: { readonly table: Table; readonly rows: readonly Tables[Table][] };
}[keyof Tables];

/** All rows of a revision, those of one table among those of others, and its id in the end. What throws publishes nothing. */
export type Batches = AsyncGenerator<Batch, string, void>;
