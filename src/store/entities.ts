import { sql } from 'kysely';
import { type CachedReader, cachedReader, type Reader } from './cachedReader.ts';
import type { Engine } from './engine.ts';
import { groupBy } from './groupBy.ts';
import { query } from './query.ts';
import type { EntityRow, EntityType, LinkRow, ReferenceRole } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';

/** A name to look an entity up by: `foldName` of what a user wrote. */
export interface NameAsked {
  readonly type: EntityType;
  readonly name: string;
}

/** Reads entities by their keys: a list of one, or of none where no entity bears the key. */
export function entitiesByKey(engine: Engine): CachedReader<readonly EntityRow[]> {
  const read = query<{ keys: readonly number[] }, EntityRow>(engine, ['keys'], ({ keys }) =>
    engine.build
      .selectFrom('entity')
      .selectAll()
      .where((has) => engine.among(has.ref('key'), keys)),
  );
  return cachedReader(50_000, (keys) => whenRead(read({ keys }), (rows) => groupBy(keys, rows, (row) => row.key)));
}

/** Reads links by their keys. */
export function linksByKey(engine: Engine): Reader<readonly LinkRow[]> {
  const read = query<{ keys: readonly number[] }, LinkRow>(engine, ['keys'], ({ keys }) =>
    engine.build
      .selectFrom('link')
      .selectAll()
      .where((has) => engine.among(has.ref('key'), keys)),
  );
  return cachedReader(50_000, (keys) => whenRead(read({ keys }), (rows) => groupBy(keys, rows, (row) => row.key)));
}

/**
 * Reads the entities that bear names: for each name those of the best kind of name it is (a slug goes before an alias),
 * so that more than one means that the name is not enough to tell.
 */
export function entitiesByName(
  engine: Engine,
): (asked: readonly NameAsked[]) => Read<readonly (readonly EntityRow[])[]> {
  type Row = EntityRow & { readonly askedName: string; readonly nameRank: number };
  const read = query<{ names: readonly string[] }, Row>(engine, ['names'], ({ names }) =>
    engine.build
      .selectFrom('name')
      .innerJoin('entity', 'entity.key', 'name.key')
      .selectAll('entity')
      .select(['name.name as askedName', 'name.rank as nameRank'])
      .where((has) => engine.among(has.ref('name.name'), names))
      .orderBy('entity.key'),
  );
  return (asked) =>
    whenRead(read({ names: [...new Set(asked.map(({ name }) => name))] }), (rows) =>
      asked.map(({ type, name }) => {
        const bearing = rows.filter((row) => row.type === type && row.askedName === name);
        const best = Math.min(...bearing.map((row) => row.nameRank));
        return bearing.filter((row) => row.nameRank === best);
      }),
    );
}

/** Reads what entities name in one role, in the order of their files: the investors of investments, the home of companies. */
export function references(engine: Engine, role: ReferenceRole): Reader<readonly EntityRow[]> {
  type Row = EntityRow & { readonly fromKey: number };
  const read = query<{ keys: readonly number[] }, Row>(engine, ['keys'], ({ keys }) =>
    engine.build
      .selectFrom('reference')
      .innerJoin('entity', 'entity.key', 'reference.toKey')
      .selectAll('entity')
      .select('reference.fromKey')
      .where('reference.role', '=', sql.lit(role))
      .where((has) => engine.among(has.ref('reference.fromKey'), keys))
      .orderBy('reference.fromKey')
      .orderBy('reference.position'),
  );
  return cachedReader(50_000, (keys) => whenRead(read({ keys }), (rows) => groupBy(keys, rows, (row) => row.fromKey)));
}
