import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Sight } from './sight.ts';
import type { EntityType } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';
import type { EntityWhere } from './where.ts';
import { entityWhereSql } from './whereSql.ts';

/** A name that an entity shares with others of its kind. */
export interface SharedName {
  readonly key: number;
  readonly type: EntityType;
  /** As look-ups know it: `foldName` of what is written. */
  readonly name: string;
  /** The keys of all that bear it, ascending. */
  readonly bearers: readonly number[];
}

/** Kinds whose names are titles or are composed: nobody looks them up by name. */
const unnamed: readonly EntityType[] = ['Investment', 'Shipment', 'Source'];

/** Of which entities shared names are read: of these, or of those that meet a condition. */
export type Bearers = { readonly keys: readonly number[] } | { readonly where: EntityWhere };

/** Reads the names that entities share with others of their kind, in the order of the entities, then of the names. */
export function readSharedNames(engine: Engine, sight: Sight, of: Bearers): Read<readonly SharedName[]> {
  const asked: RawBuilder<SqlBool> =
    'keys' in of
      ? sql`${engine.among(sql.ref('mine.key'), sql<readonly number[]>`${of.keys}`)}`
      : sql`exists (select 1 from entity where entity.key = mine.key and ${entityWhereSql(sight, 'entity', of.where)})`;
  const { sql: text, parameters } = sql`
    select distinct mine.key as "key", mine.type as "type", mine.name as "name", other.key as "bearer"
    from name mine join name other on other.name = mine.name and other.type = mine.type
    where ${asked} and mine.type not in (${sql.join(unnamed)}) and exists (
      select 1 from name another where another.name = mine.name and another.type = mine.type and another.key <> mine.key)
    order by mine.key, mine.name, other.key`.compile(engine.build);
  return whenRead(engine.run<Pair>(text, parameters), (pairs) => {
    const names = new Map<string, Pair & { readonly bearers: number[] }>();
    for (const pair of pairs) {
      const id = `${pair.key} ${pair.name}`;
      const known = names.get(id);
      if (known === undefined) names.set(id, { ...pair, bearers: [pair.bearer] });
      else known.bearers.push(pair.bearer);
    }
    return [...names.values()];
  });
}

interface Pair {
  readonly key: number;
  readonly type: EntityType;
  readonly name: string;
  readonly bearer: number;
}
