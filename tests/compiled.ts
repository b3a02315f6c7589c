import { compileDataset } from '../src/dataset/compileDataset.ts';
import { Preparation } from '../src/dataset/preparation.ts';
import type { Problem } from '../src/dataset/problem.ts';
import type { Batch, Batches } from '../src/store/batch.ts';
import type { Tables } from '../src/store/tables.ts';

/** All rows of a revision, table by table. */
export type Rows = { readonly [Table in keyof Tables]: readonly Tables[Table][] };

/** A revision that is held whole, to look into and to publish several times. */
export interface CompiledRevision {
  readonly id: string;
  readonly rows: Rows;
}

/** Compiles a folder of facts as `chipgraph publish` does; without a revision where there are problems. */
export function compiled(folder: string): {
  readonly revision: CompiledRevision | null;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
} {
  const preparation = new Preparation();
  const batches: Batch[] = [];
  const pieces = compileDataset(folder);
  let next = pieces.next();
  for (; !next.done; next = pieces.next()) batches.push(...preparation.take(next.value));
  const { problems, warnings } = next.value;
  if (problems.length > 0) return { revision: null, problems, warnings };
  batches.push(...preparation.finish());
  return { revision: { id: preparation.id(), rows: rowsIn(batches) }, problems, warnings };
}

/** The revision of a folder of facts, which must have no problems. */
export function compiledFolder(folder: string): CompiledRevision {
  const { revision, problems } = compiled(folder);
  if (revision !== null) return revision;
  throw new Error(
    problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
  );
}

/** Batches put together by table. */
export function rowsIn(batches: Iterable<Batch>): Rows {
  const rows: { [Table in keyof Tables]: Tables[Table][] } = {
    meta: [],
    entity: [],
    reference: [],
    name: [],
    link: [],
    claim: [],
    figure: [],
    rate: [],
    rule: [],
    passage: [],
    digest: [],
  };
  const add = <Table extends keyof Tables>(table: Table, some: readonly Tables[Table][]) => rows[table].push(...some);
  for (const { table, rows: some } of batches) add(table, some as readonly Tables[typeof table][]);
  // They come by their subjects and entities; a store keeps them in these orders.
  rows.link.sort((a, b) => a.key - b.key);
  rows.name.sort((a, b) => (a.name < b.name ? -1 : 1));
  return rows;
}

/** A revision as it is handed to a store. */
export async function* batchesOf({ id, rows }: CompiledRevision): Batches {
  for (const [table, some] of Object.entries(rows)) yield { table, rows: some } as Batch;
  return id;
}
