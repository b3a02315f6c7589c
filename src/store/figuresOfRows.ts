import { sql } from 'kysely';
import { noParent } from './children.ts';
import { figureIsSql, figureKeysSql, figureOfSql } from './figureSql.ts';
import type { FigureIs, FigureOf } from './figureWhere.ts';
import { type EntityList, entityListSql } from './lists.ts';
import { sightOf } from './sight.ts';
import type { EntityType } from './tables.ts';
import type { Parent, View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';
import type { EntityWhere } from './where.ts';
import { entityWhereSql } from './whereSql.ts';

/** So many rows are sooner fetched by their keys than found among all. */
const fewRows = 2_000;

/**
 * The entities whose prepared figure meets conditions: their keys where they are few, so that the store goes from them to
 * their rows, and else the condition, which it looks at row by row until a page is full.
 */
export function rowsOfFigure({ revision, lens, horizon }: View, of: FigureOf, is: FigureIs): Read<EntityWhere> {
  const { engine } = revision;
  const read = revision.remembered<readonly number[]>(`rows of figure ${JSON.stringify([of, is])}`, [], () => {
    const statement = figureKeysSql(sightOf(engine, lens, horizon), of, is, fewRows + 1).compile(engine.build);
    return whenRead(
      engine.run<{ key: number }>(statement.sql, statement.parameters),
      (rows) => new Map([[noParent, rows.map(({ key }) => key)]]),
    );
  });
  return whenRead(read([noParent]), (found) => {
    const keys = found.get(noParent) ?? [];
    return keys.length > fewRows ? { figure: { of, is } } : { figure: { of, is }, keys };
  });
}

/**
 * The rows of a kind that meet a condition, by their keys where they are few: looked for once, whatever else is asked of
 * them. Null where there are none.
 */
export function rowsOnce(
  { revision, lens, horizon, lensText }: View,
  type: EntityType,
  where: EntityWhere,
): Read<EntityWhere | null> {
  const { engine } = revision;
  const read = revision.remembered<readonly number[]>(
    `rows once ${lensText} ${type} ${JSON.stringify(where)}`,
    [],
    () => {
      const condition = entityWhereSql(sightOf(engine, lens, horizon), 'entity', where);
      const statement =
        sql`select entity.key from entity where entity.type = ${type} and ${condition} limit ${fewRows + 1}`.compile(
          engine.build,
        );
      return whenRead(
        engine.run<{ key: number }>(statement.sql, statement.parameters),
        (rows) => new Map([[noParent, rows.map(({ key }) => key)]]),
      );
    },
  );
  return whenRead(read([noParent]), (found) => {
    const keys = found.get(noParent) ?? [];
    if (keys.length === 0) return null;
    return keys.length > fewRows ? where : { keys };
  });
}

/** The units of a prepared figure, where it is known, of the entities in a list. */
export function unitsOfFigure(
  { revision, lens, lensText, horizon }: View,
  parent: Parent,
  asked: { readonly list: EntityList; readonly where: EntityWhere },
  of: FigureOf,
): Read<readonly string[]> {
  const { engine } = revision;
  const question = `units of figure ${lensText} ${JSON.stringify([asked, of])}`;
  const read = revision.remembered<readonly string[]>(question, [], (keys) => {
    const sight = sightOf(engine, lens, horizon);
    const list = entityListSql(sight, engine, asked.list, asked.where, keys);
    const statement = sql`
      select distinct ${list.parent ?? sql.lit(noParent)} as "parentKey", figure.unit
      from ${list.from} join figure on figure."entityKey" = entity.key
        and ${figureOfSql('figure', of)} and ${figureIsSql(sight, 'figure', of, {})}
      where ${list.where} order by 1, 2`.compile(engine.build);
    return whenRead(engine.run<{ parentKey: number; unit: string }>(statement.sql, statement.parameters), (rows) => {
      const byParent = new Map<number, string[]>();
      for (const { parentKey, unit } of rows) byParent.set(parentKey, [...(byParent.get(parentKey) ?? []), unit]);
      return byParent;
    });
  });
  const all = parent ? parent.cohort.once(question, read) : read([noParent]);
  return whenRead(all, (found) => found.get(parent?.row.key ?? noParent) ?? []);
}
