import { sql } from 'kysely';
import { type ChildrenSql, noParent } from './children.ts';
import type { Engine } from './engine.ts';
import { figureKnownSql, figureOfSql } from './figureSql.ts';
import type { FigureOf } from './figureWhere.ts';
import { type Read, whenRead } from './whenRead.ts';

/** The units of a prepared figure, where it is known, of the entities below each of many parents. */
export function readUnits(
  engine: Engine,
  { from, parent, where }: ChildrenSql,
  of: FigureOf,
): Read<ReadonlyMap<number, readonly string[]>> {
  const { sql: text, parameters } = sql`
    select distinct ${parent ?? sql.lit(noParent)} as "parentKey", figure.unit
    from ${from} join figure on figure."entityKey" = entity.key
      and ${figureOfSql('figure', of)} and ${figureKnownSql('figure', of)}
    where ${where} order by 1, 2`.compile(engine.build);
  return whenRead(engine.run<{ parentKey: number; unit: string }>(text, parameters), (rows) => {
    const byParent = new Map<number, string[]>();
    for (const { parentKey, unit } of rows) byParent.set(parentKey, [...(byParent.get(parentKey) ?? []), unit]);
    return byParent;
  });
}
