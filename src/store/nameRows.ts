import { type IndexedName, NameIndex } from '../search/nameIndex.ts';
import type { Engine } from './engine.ts';
import { composedTypes, type EntityType, type NameRow } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';

/** Reads the names of all entities into an index, the composed ones of investments and shipments left out. */
export function readNameIndex(engine: Engine): Read<NameIndex<EntityType>> {
  const { sql, parameters } = engine.build
    .selectFrom('name')
    .innerJoin('entity', 'entity.key', 'name.key')
    .select(['name.key', 'name.type', 'name.name', 'name.rank', 'entity.sortName'])
    .where('name.type', 'not in', composedTypes)
    .orderBy('name.key')
    .orderBy('name.name')
    .compile();
  return whenRead(engine.run<Row>(sql, parameters), (rows) => new NameIndex(rows.flatMap(namesOf)));
}

type Row = Pick<NameRow, 'key' | 'type' | 'name' | 'rank'> & { readonly sortName: string };

/** An identifier is known without the name of its register too, and a ticker without its exchange. */
function namesOf({ key, type: kind, name, rank, sortName }: Row): readonly IndexedName<EntityType>[] {
  const isAlias = rank !== 0 && name !== sortName;
  const known = { key, kind, name, isAlias };
  if (rank !== 2) return [known];
  const [register, ...value] = name.split('-');
  const shorter = register === 'ticker' ? [value, value.slice(1)] : [value];
  return [known, ...shorter.map((parts) => ({ key, kind, name: parts.join('-'), isAlias: true }))];
}
