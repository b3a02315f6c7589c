import { sql } from 'kysely';
import { noParent } from './children.ts';
import { markOfKeys } from './steps.ts';
import type { EntityType } from './tables.ts';
import type { View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';

/** How many entities of one kind. */
export interface TypeCount {
  readonly type: EntityType;
  readonly count: number;
}

/** How many of some entities there are of each kind. */
export function typeCounts(view: View, keys: readonly number[]): Read<readonly TypeCount[]> {
  if (keys.length === 0) return [];
  const { engine } = view.revision;
  const read = view.revision.remembered<readonly TypeCount[]>(`types of ${markOfKeys(keys)}`, [], () => {
    const { sql: text, parameters } = sql`select type, count(*) as "count" from entity
      where ${engine.among(sql.ref('key'), sql`${keys}`)} group by type order by type`.compile(engine.build);
    return whenRead(engine.run<TypeCount>(text, parameters), (rows) => new Map([[noParent, rows]]));
  });
  return whenRead(read([noParent]), (found) => found.get(noParent) ?? []);
}
