import type { Read } from './whenRead.ts';

/**
 * Rows that were read together, so that what hangs below them is read together too.
 *
 * GraphQL finishes the first company, its investments included, before it looks at the second. A read per parent would
 * be a statement per parent, and a DataLoader a promise per parent. Here the first row that is asked for its children
 * reads those of the whole cohort, and the others find theirs at hand; the children of all are one cohort again.
 * Nothing is read twice, because a revision never changes.
 */
export class Cohort<Row extends { readonly key: number } = { readonly key: number }> {
  readonly rows: readonly Row[];
  readonly #read = new Map<string, unknown>();

  constructor(rows: readonly Row[]) {
    this.rows = rows;
  }

  /** What `read` returns for the whole cohort. It runs once for each `name`, whoever asks first. */
  once<T>(name: string, read: (keys: readonly number[]) => Read<T>): Read<T> {
    if (!this.#read.has(name)) this.#read.set(name, read([...new Set(this.rows.map((row) => row.key))]));
    // What is kept under a name is what the reader of that name returned.
    return this.#read.get(name) as Read<T>;
  }
}
