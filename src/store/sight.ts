import type { Period } from '../quantity/period.ts';
import type { Dialect } from './engine.ts';
import type { Lens } from './lens.ts';

/** What conditions look through, and a source of names for the tables of one statement. */
export interface Sight {
  readonly dialect: Dialect;
  readonly lens: Lens;
  readonly horizon: string;
  /** The days on which links are looked at where conditions on them look at others: those of the list they stand in. */
  readonly during: Period;
  /** A name that no other table of the statement bears. */
  readonly alias: (table: string) => string;
}

/** A sight for one statement. */
export function sightOf(dialect: Dialect, lens: Lens, horizon: string): Sight {
  let count = 0;
  return { dialect, lens, horizon, during: dayOf(lens), alias: (table) => `${table}${++count}` };
}

/** The day of a lens, as a period. */
export function dayOf({ asOf }: Lens): Period {
  return { label: asOf, first: asOf, last: asOf };
}
