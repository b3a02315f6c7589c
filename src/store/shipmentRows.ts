import { sql } from 'kysely';
import type { Engine } from './engine.ts';
import { figureOfSql } from './figureSql.ts';
import { type EntityList, entityListSql } from './lists.ts';
import { sightOf } from './sight.ts';
import type { ClaimRow, EntityRow, ReferenceRow } from './tables.ts';
import type { View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';
import type { EntityWhere } from './where.ts';

type OfClaim =
  | 'value'
  | 'low'
  | 'high'
  | 'lowOpen'
  | 'highOpen'
  | 'bounds'
  | 'unit'
  | 'definition'
  | 'evidence'
  | 'rank';

/** A shipment and what the default View answers of its units; all null of what nobody states. */
export interface ShipmentRow
  extends Pick<EntityRow, 'key' | 'periodLabel' | 'periodFirst' | 'periodLast'>,
    Pick<{ readonly [Column in OfClaim]: ClaimRow[Column] | null }, OfClaim> {
  readonly disputed: 0 | 1 | null;
  readonly claimLabel: string | null;
  readonly claimFirst: string | null;
  readonly claimLast: string | null;
}

/** One party of a shipment. */
export type ShipmentParty = Pick<ReferenceRow, 'fromKey' | 'role' | 'toKey'>;

/** Reads all shipments, by their keys, with their units as the default View answers them. */
export function readShipmentRows(engine: Engine): Read<readonly ShipmentRow[]> {
  const of = { type: 'Shipment', door: 'units', period: null, definition: null, includeTentative: true } as const;
  const { sql: text, parameters } = sql`
    select entity.key, entity."periodLabel", entity."periodFirst", entity."periodLast", figure.disputed,
      claim."periodLabel" as "claimLabel", claim."periodFirst" as "claimFirst", claim."periodLast" as "claimLast",
      claim.value, claim.low, claim.high, claim."lowOpen", claim."highOpen", claim.bounds, claim.unit,
      claim.definition, claim.evidence, claim.rank
    from entity left join figure on figure."entityKey" = entity.key and ${figureOfSql('figure', of)}
      left join claim on claim.key = figure."claimKey"
    where entity.type = 'Shipment' order by entity.key`.compile(engine.build);
  return engine.run<ShipmentRow>(text, parameters);
}

/** Reads the parties of all shipments, and what they are of, in the order of their files. */
export function readShipmentParties(engine: Engine): Read<readonly ShipmentParty[]> {
  const { sql: text, parameters } = engine.build
    .selectFrom('reference')
    .select(['fromKey', 'role', 'toKey'])
    .where('role', 'in', ['seller', 'processor', 'goods', 'buyer'])
    .orderBy('fromKey')
    .orderBy('role')
    .orderBy('position')
    .compile();
  return engine.run<ShipmentParty>(text, parameters);
}

/** The keys of all entities in a list of a kind, in no order: a number a row, so that hundreds of thousands can be told. */
export function keysInList(
  view: View,
  list: EntityList & { readonly all: unknown },
  where: EntityWhere,
): Read<readonly number[]> {
  const { revision, lens, horizon } = view;
  const { engine } = revision;
  const children = entityListSql(sightOf(engine, lens, horizon), engine, list, where, []);
  const { sql: text, parameters } = sql`select entity.key from ${children.from} where ${children.where}`.compile(
    engine.build,
  );
  return whenRead(engine.run<{ key: number }>(text, parameters), (rows) => rows.map(({ key }) => key));
}
