import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { always, never } from './booleanSql.ts';

/** Which rows of an ordered list are wanted. */
export interface Page {
  /** How many at most. */
  readonly limit: number;
  /** Whether they are counted from the end. */
  readonly backward: boolean;
  /** The order keys of the row after which the page starts, or before which it ends; null for the first page. */
  readonly cursor: readonly CursorValue[] | null;
}

/** A value that a row is ordered by. */
export type CursorValue = string | number | null;

/** One key that rows are ordered by. Unknown comes last in both directions. */
export interface OrderKey {
  readonly expression: RawBuilder<unknown>;
  readonly descending: boolean;
  /** Whether some rows have none. */
  readonly nullable: boolean;
  /** The table that it stands in, and how that is joined, where it is none of the list itself: at most one row for each. */
  readonly joined?: { readonly table: RawBuilder<unknown>; readonly on: RawBuilder<SqlBool> };
}

/** The tables that keys stand in, joined so that no row is lost. */
export function keyJoins(keys: readonly OrderKey[]): RawBuilder<unknown> {
  const joins = keys.flatMap(({ joined }) => (joined ? [sql`left join ${joined.table} on ${joined.on}`] : []));
  return joins.length === 0 ? sql`` : sql.join(joins, sql` `);
}

/** The order of a page, in SQL: turned round where the page is counted from the end. */
export function orderSql(keys: readonly OrderKey[], backward: boolean): RawBuilder<unknown> {
  return sql.join(
    keys.map(({ expression, descending, nullable }) => {
      const known = sql`${expression} ${descending === backward ? sql`asc` : sql`desc`}`;
      return nullable ? sql`${expression} is null ${backward ? sql`desc` : sql`asc`}, ${known}` : known;
    }),
  );
}

/** Whether a row lies beyond the cursor: greater by the first key that tells them apart. */
export function beyondSql(keys: readonly OrderKey[], { cursor, backward }: Page): RawBuilder<SqlBool> {
  if (cursor === null) return always;
  const beyond = keys.reduceRight<RawBuilder<SqlBool>>((rest, { expression, descending, nullable }, place) => {
    const value = cursor[place] ?? null;
    if (value === null) {
      return backward ? sql`(${expression} is not null or ${rest})` : sql`(${expression} is null and ${rest})`;
    }
    const further = descending === backward ? sql`>` : sql`<`;
    const unknownLast = nullable && !backward ? sql`or ${expression} is null` : sql``;
    return sql`(${expression} ${further} ${value} ${unknownLast} or (${expression} = ${value} and ${rest}))`;
  }, never);
  const [first] = keys;
  const [from = null] = cursor;
  if (first === undefined || first.nullable || from === null) return beyond;
  // It follows, and lets an index begin there.
  const on = first.descending === backward ? sql`>=` : sql`<=`;
  return sql`(${first.expression} ${on} ${from} and ${beyond})`;
}
