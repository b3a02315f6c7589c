import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Read } from './whenRead.ts';

/** A value which is bound when a query runs, standing in its place while the query is built. */
class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Where each value goes, in the terms of the builder. */
type Places<Values> = { readonly [Name in keyof Values]: RawBuilder<Values[Name]> };

/** Lists travel as one bound value, so that any number of keys is one shape of statement. */
export type Bindable = string | number | null | readonly (number | string)[];

/**
 * A query that is built and compiled once, and run with the values of its parameters ever after.
 *
 * Building and compiling cost five times what SQLite needs for a row by its key; the statement is the same each time.
 */
export function query<Values extends Record<string, Bindable>, Row>(
  engine: Engine,
  names: readonly (keyof Values & string)[],
  build: (places: Places<Values>) => { compile(): CompiledQuery<Row> },
): (values: Values) => Read<readonly Row[]> {
  const places: Partial<Record<keyof Values, RawBuilder<unknown>>> = {};
  for (const name of names) places[name] = sql`${new Parameter(name)}`;
  // Every name of Values is in `names`, so each has its place now.
  const { sql: text, parameters } = build(places as Places<Values>).compile();
  return (values) =>
    engine.run<Row>(
      text,
      parameters.map((parameter) => (parameter instanceof Parameter ? values[parameter.name] : parameter)),
    );
}
