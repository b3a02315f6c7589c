import { sql } from 'kysely';
import { noParent } from './children.ts';
import type { Engine } from './engine.ts';
import { type EntityList, entityListSql } from './lists.ts';
import { query } from './query.ts';
import { type Seen, seeAll } from './seen.ts';
import { sightOf } from './sight.ts';
import type { EntityRow } from './tables.ts';
import type { Parent, View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';
import type { EntityWhere } from './where.ts';

/** The keys of all entities in a list, in order: a number a row, so that hundreds of thousands can be told. They are remembered. */
export function keysInList(
  { revision, lens, horizon, lensText }: View,
  parent: Parent,
  list: EntityList,
  where: EntityWhere,
): Read<Int32Array> {
  const { engine, keysOfLists } = revision;
  const parentKey = parent?.row.key ?? noParent;
  const name = JSON.stringify([lensText, parentKey, list, where]);
  const known = keysOfLists.get(name);
  if (known !== undefined) return known;
  const children = entityListSql(sightOf(engine, lens, horizon), engine, list, where, [parentKey]);
  const { sql: text, parameters } = sql`select entity.key from ${children.from} where ${children.where}`.compile(
    engine.build,
  );
  return whenRead(engine.run<{ key: number }>(text, parameters), (rows) => {
    const keys = Int32Array.from(rows, ({ key }) => key).sort();
    keysOfLists.set(name, keys);
    return keys;
  });
}

/** Entities by their keys, as one cohort. */
export function seenByKey(view: View, keys: readonly number[]): Read<ReadonlyMap<number, Seen<EntityRow>>> {
  return whenRead(view.revision.entities(keys), (byKey) => {
    const seen = seeAll(
      view,
      keys.flatMap((key) => byKey.get(key) ?? []),
    );
    return new Map(seen.map((one) => [one.row.key, one]));
  });
}

/** The names of entities by which lists are ordered, and nothing else of them. */
export function readSortNames(engine: Engine, keys: readonly number[]): Read<ReadonlyMap<number, string>> {
  const read = query<{ keys: readonly number[] }, Pick<EntityRow, 'key' | 'sortName'>>(engine, ['keys'], (asked) =>
    engine.build
      .selectFrom('entity')
      .select(['key', 'sortName'])
      .where((has) => engine.among(has.ref('key'), asked.keys)),
  );
  return whenRead(read({ keys }), (rows) => new Map(rows.map(({ key, sortName }) => [key, sortName])));
}
