import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Engine } from './engine.ts';
import { beyondSql, type OrderKey, orderSql, type Page } from './page.ts';
import { type Read, whenRead } from './whenRead.ts';

/** Rows of a list, in the order asked for, and whether there are more beyond them. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** A list below many parents at once, in the terms of SQL. */
export interface ChildrenSql {
  /** What to select, besides the parent. */
  readonly select: RawBuilder<unknown>;
  /** The tables, joined. */
  readonly from: RawBuilder<unknown>;
  /** The key of the parent of a row. */
  readonly parent: RawBuilder<unknown>;
  readonly where: RawBuilder<SqlBool>;
}

/** The parent of all rows of a list that hangs below nothing. */
export const noParent = 0;

/**
 * Reads a page of the children of each of many parents, in one statement.
 *
 * The window ranks the rows within each parent, so that one more than the page holds is enough to know whether there
 * are more.
 */
export function readPages<Row extends object>(
  engine: Engine,
  { select, from, parent, where }: ChildrenSql,
  order: readonly OrderKey[],
  page: Page,
): Read<ReadonlyMap<number, Slice<Row>>> {
  const { sql: text, parameters } = sql`
    select * from (
      select ${select}, ${parent} as "parentKey",
        row_number() over (partition by ${parent} order by ${orderSql(order, page.backward)}) as "position"
      from ${from} where ${where} and ${beyondSql(order, page)}
    ) ranked where "position" <= ${page.limit + 1} order by "parentKey", "position"`.compile(engine.build);
  return whenRead(engine.run<Row & { parentKey: number }>(text, parameters), (rows) => {
    const byParent = new Map<number, Row[]>();
    for (const row of rows) {
      const siblings = byParent.get(row.parentKey) ?? [];
      siblings.push(row);
      byParent.set(row.parentKey, siblings);
    }
    return new Map([...byParent].map(([key, found]) => [key, sliceOf(found, page)]));
  });
}

/** Counts the children of each of many parents, in one statement. */
export function countChildren(
  engine: Engine,
  { from, parent, where }: ChildrenSql,
): Read<ReadonlyMap<number, { readonly count: number }>> {
  const { sql: text, parameters } = sql`
    select ${parent} as "parentKey", count(*) as "count" from ${from} where ${where} group by 1`.compile(engine.build);
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
    with listed as (select ${parent} as "parentKey", link.key, link."fromKey", link."toKey" from ${from} where ${where})
    select "parentKey", count(distinct key) as "links", count(distinct "endKey") as "entities" from (
      select "parentKey", key, "fromKey" as "endKey" from listed
      union all select "parentKey", key, "toKey" from listed) ends group by 1`.compile(engine.build);
  return whenRead(
    engine.run<{ parentKey: number; links: number; entities: number }>(text, parameters),
    (rows) => new Map(rows.map(({ parentKey, links, entities }) => [parentKey, { links, entities }])),
  );
}

function sliceOf<Row>(found: readonly Row[], { limit, backward }: Page): Slice<Row> {
  const rows = found.slice(0, limit);
  return { rows: backward ? rows.reverse() : rows, hasMore: found.length > limit };
}
