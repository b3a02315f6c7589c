import type { Dialect } from './engine.ts';
import type { Lens } from './lens.ts';

/** What conditions look through, and a source of names for the tables of one statement. */
export interface Sight {
  readonly dialect: Dialect;
  readonly lens: Lens;
  readonly horizon: string;
  /** A name that no other table of the statement bears. */
  readonly alias: (table: string) => string;
}

/** A sight for one statement. */
export function sightOf(dialect: Dialect, lens: Lens, horizon: string): Sight {
  let count = 0;
  return { dialect, lens, horizon, alias: (table) => `${table}${++count}` };
}
