import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { always } from './booleanSql.ts';
import type { Engine } from './engine.ts';
import { beyondSql, type CursorValue, keyJoins, type OrderKey, orderSql, type Page } from './page.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { type Read, whenRead } from './whenRead.ts';

/** Rows of a list, in the order asked for, and whether there are more beyond them. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** Rows that a store read, and what each of them is ordered by, in their order. */
export interface OrderedSlice<Row> extends Slice<Row> {
  readonly keys: readonly (readonly CursorValue[])[];
}

/** A list below many parents at once, in the terms of SQL. */
export interface ChildrenSql {
  /** What to select, besides the parent. */
  readonly select: RawBuilder<unknown>;
  /** The tables, joined. */
  readonly from: RawBuilder<unknown>;
  /** The key of the parent of a row; null for a list that hangs below nothing. */
  readonly parent: RawBuilder<unknown> | null;
  readonly where: RawBuilder<SqlBool>;
}

/** The parent of all rows of a list that hangs below nothing. */
export const noParent = 0;

/**
 * Reads a page of the children of each of many parents, in one statement; or one page of a list below nothing.
 *
 * The window ranks the rows within each parent, so that one more than the page holds is enough to know whether there
 * are more.
 */
export function readPages<Row extends object>(
  engine: Engine,
  list: ChildrenSql,
  order: readonly OrderKey[],
  page: Page,
): Read<ReadonlyMap<number, OrderedSlice<Row>>> {
  const { select, from, parent, where } = list;
  if (parent === null)
    return whenRead(readPage<Row>(engine, list, order, page), (slice) => new Map([[noParent, slice]]));
  const { sql: text, parameters } = sql`
    select * from (
      select ${select}, ${parent} as "parentKey", ${keyColumns(order)},
        row_number() over (partition by ${parent} order by ${orderSql(order, page.backward)}) as "position"
      from ${from} ${keyJoins(order)} where ${where} and ${beyondSql(order, page)}
    ) ranked where "position" <= ${page.limit + 1} order by "parentKey", "position"`.compile(engine.build);
  return whenRead(engine.run<Row & { parentKey: number }>(text, parameters), (rows) => {
    const byParent = new Map<number, Row[]>();
    for (const row of rows) {
      const siblings = byParent.get(row.parentKey) ?? [];
      siblings.push(row);
      byParent.set(row.parentKey, siblings);
    }
    return new Map([...byParent].map(([key, found]) => [key, sliceOf(found, order, page)]));
  });
}

/**
 * Reads a page of a list below nothing: stretch after stretch, each in the order of an index if there is one, until the
 * page is full. Nothing is read of a stretch that the page does not reach.
 */
function readPage<Row extends object>(
  engine: Engine,
  { select, from, where }: ChildrenSql,
  order: readonly OrderKey[],
  page: Page,
): Read<OrderedSlice<Row>> {
  const limit = sql`limit ${page.limit + 1}`;
  const stretches = stretchesOf(order, page).map((stretch, place) => {
    const { tables, on } = tablesOf(from, order, stretch);
    return sql`select * from (
      select ${select}, ${keyColumns(order)}, ${sql.lit(place)} as "stretch" from ${tables}
      where ${where} and ${on} and ${stretch.where} and ${beyondSql(stretch.order, { ...page, cursor: stretch.cursor })}
      order by ${orderSql(stretch.order, page.backward)} ${limit}) ${sql.ref(`stretch_${place}`)}`;
  });
  const { sql: text, parameters } = sql`${sql.join(stretches, sql` union all `)} ${limit}`.compile(engine.build);
  return whenRead(engine.run<Row & { stretch: number }>(text, parameters), (rows) =>
    // Each stretch comes in its order; so do they all, but no standard of SQL says so.
    sliceOf(
      rows.toSorted((a, b) => a.stretch - b.stretch),
      order,
      page,
    ),
  );
}

/**
 * The tables of a list, from that in which the first key stands if it is known of all rows: SQLite goes from table to table
 * as they are written where they are joined crosswise, and so finds the rows in the order of an index.
 */
function tablesOf(from: RawBuilder<unknown>, order: readonly OrderKey[], { order: [first] }: Stretch) {
  const lead = first?.nullable === false ? first.joined : undefined;
  if (lead === undefined) return { tables: sql`${from} ${keyJoins(order)}`, on: always };
  const others = order.filter(({ joined }) => joined !== lead);
  return { tables: sql`${lead.table} cross join ${from} ${keyJoins(others)}`, on: lead.on };
}

function keyColumns(order: readonly OrderKey[]): RawBuilder<unknown> {
  return sql.join(order.map(({ expression }, place) => sql`${expression} as ${sql.ref(keyColumn(place))}`));
}

/** Counts the children of each of many parents, in one statement. */
export function countChildren(
  engine: Engine,
  { from, parent, where }: ChildrenSql,
): Read<ReadonlyMap<number, { readonly count: number }>> {
  const { sql: text, parameters } = sql`
    select ${parent ?? sql.lit(noParent)} as "parentKey", count(*) as "count" from ${from} where ${where} group by 1`.compile(
    engine.build,
  );
  return whenRead(
    engine.run<{ parentKey: number; count: number }>(text, parameters),
    (rows) => new Map(rows.map((row) => [row.parentKey, { count: row.count }])),
  );
}

/** How many links are in a list of links below each of many parents, and how many entities they join, in one statement. */
export function countEnds(
  engine: Engine,
  { from, parent, where }: ChildrenSql,
): Read<ReadonlyMap<number, { readonly links: number; readonly entities: number }>> {
  const { sql: text, parameters } = sql`
    with listed as (select ${parent ?? sql.lit(noParent)} as "parentKey", link.key, link."fromKey", link."toKey" from ${from} where ${where})
    select "parentKey", count(distinct key) as "links", count(distinct "endKey") as "entities" from (
      select "parentKey", key, "fromKey" as "endKey" from listed
      union all select "parentKey", key, "toKey" from listed) ends group by 1`.compile(engine.build);
  return whenRead(
    engine.run<{ parentKey: number; links: number; entities: number }>(text, parameters),
    (rows) => new Map(rows.map(({ parentKey, links, entities }) => [parentKey, { links, entities }])),
  );
}

function sliceOf<Row extends object>(
  found: readonly Row[],
  order: readonly OrderKey[],
  { limit, backward }: Page,
): OrderedSlice<Row> {
  const page = found.slice(0, limit);
  const rows = backward ? page.reverse() : page;
  // The statement selects each key under its name.
  const keysOf = (row: object) =>
    order.map((_key, place) => (row as Record<string, CursorValue>)[keyColumn(place)] ?? null);
  return { rows, keys: rows.map(keysOf), hasMore: found.length > limit };
}

/** The name of the column in which a row bears what it is ordered by. */
function keyColumn(place: number): string {
  return `order_${place}`;
}
