import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Period } from '../quantity/period.ts';
import type { ChildrenSql } from './children.ts';
import { claimWhereSql } from './claimWhereSql.ts';
import type { Engine } from './engine.ts';
import { claimSeenSql, linkTrustedSql } from './lensSql.ts';
import { heldDuringSql } from './linkSql.ts';
import type { RowOrder } from './orders.ts';
import type { Page } from './page.ts';
import type { Sight } from './sight.ts';
import { columnsOf } from './tableShapes.ts';
import type { EntityType, ReferenceRole } from './tables.ts';
import { type ClaimWhere, duringIn, type EntityWhere, type LinkWhere } from './where.ts';
import { entityWhereSql, linkWhereSql } from './whereSql.ts';

/** Which rows of a list are wanted, and in which order. What is equal to the letter is read once. */
export interface ListAsked<Kind, Where, Order = RowOrder> {
  readonly list: Kind;
  readonly where: Where;
  readonly order: readonly Order[];
  readonly page: Page;
}

/** Lists of entities: all of a kind, or those of a kind that name the parent in one of some roles. */
export type EntityList =
  | { readonly all: EntityType }
  | { readonly naming: readonly ReferenceRole[]; readonly type: EntityType };

/** The kind of the entities in a list. */
export function typeIn(list: EntityList): EntityType {
  return 'all' in list ? list.all : list.type;
}

/** Lists of links: all, or those of the parent, one way or both. They held on a day of the period. */
export interface LinkList {
  readonly ends: 'all' | 'from' | 'to' | 'both';
  readonly during: Period;
}

/** Lists of claims: all, those about the parent, those found at its door too, or what it said itself or through a speaker. */
export type ClaimList = 'all' | 'about' | 'held' | 'said';

/** A list in SQL, below each of `parents`. */
export function entityListSql(
  sight: Sight,
  engine: Engine,
  list: EntityList,
  where: EntityWhere,
  parents: Keys,
): ChildrenSql {
  const matches = entityWhereSql(sight, 'entity', where);
  const select = columnsSql('entity', 'entity');
  if ('all' in list) {
    return {
      select,
      from: sql`entity`,
      parent: null,
      where: sql`entity.type = ${list.all} and ${matches}`,
    };
  }
  return {
    select,
    from: sql`(select distinct "fromKey", "toKey" from reference where ${engine.among(sql.ref('toKey'), bound(parents))}
      and role in (${sql.join(list.naming)})) naming join entity on entity.key = naming."fromKey"`,
    parent: sql`naming."toKey"`,
    where: sql`entity.type = ${list.type} and ${matches}`,
  };
}

/** A list in SQL, with the entity at the other end of each link below an entity. */
export function linkListSql(
  sight: Sight,
  engine: Engine,
  list: LinkList,
  where: LinkWhere,
  parents: Keys,
): ChildrenSql {
  const other = list.ends === 'all' ? null : sql.ref('ends.far');
  const during = duringIn(where) ?? list.during;
  const condition = sql<SqlBool>`${linkTrustedSql(sight, 'link')} and ${heldDuringSql('link', during)}
    and ${linkWhereSql({ ...sight, during }, 'link', where, other)}`;
  if (list.ends === 'all') {
    return { select: columnsSql('link', 'link'), from: sql`link`, parent: null, where: condition };
  }
  const end = (near: string, far: string) =>
    sql`select key as "linkKey", ${sql.ref(near)} as "near", ${sql.ref(far)} as "far" from link
      where ${engine.among(sql.ref(near), bound(parents))}`;
  const ends = { from: end('fromKey', 'toKey'), to: end('toKey', 'fromKey') };
  return {
    select: sql`${columnsSql('link', 'link')}, ${columnsSql('other', 'entity', farPrefix)}`,
    from: sql`(${list.ends === 'both' ? sql`${ends.from} union ${ends.to}` : ends[list.ends]}) ends
      join link on link.key = ends."linkKey" join entity other on other.key = ends."far"`,
    parent: sql`ends."near"`,
    where: condition,
  };
}

/** Stands before the names of the columns of the entity at the other end of a link. */
export const farPrefix = 'far_';

/** A list in SQL. */
export function claimListSql(
  sight: Sight,
  engine: Engine,
  list: ClaimList,
  where: ClaimWhere,
  parents: Keys,
): ChildrenSql {
  const condition = sql<SqlBool>`${claimSeenSql(sight, 'claim')} and ${claimWhereSql(sight, 'claim', where)}`;
  const select = columnsSql('claim', 'claim');
  if (list === 'all') return { select, from: sql`claim`, parent: null, where: condition };
  const about = sql`select key as "claimKey", "subjectKey" as "near" from claim
    where ${engine.among(sql.ref('subjectKey'), bound(parents))}`;
  const said = sql`${about} and property = 'statement'
    union select key, "speakerKey" from claim
    where ${engine.among(sql.ref('speakerKey'), bound(parents))} and property = 'statement'
    union select claim.key, role."toKey" from link role join claim on claim."speakerKey" = role."fromKey"
    where role.kind = 'leads' and ${engine.among(sql.ref('role.toKey'), bound(parents))} and claim.property = 'statement'`;
  const held = sql`${about} union select key, "holderKey" from claim
    where ${engine.among(sql.ref('holderKey'), bound(parents))}`;
  return {
    select,
    from: sql`(${{ about, held, said }[list]}) near join claim on claim.key = near."claimKey"`,
    parent: sql`near."near"`,
    where: condition,
  };
}

type Keys = readonly number[];

/** A list of keys goes in as one value, whatever its length. */
function bound(keys: Keys): RawBuilder<Keys> {
  return sql<Keys>`${keys}`;
}

function columnsSql(table: string, of: 'entity' | 'link' | 'claim', prefix = ''): RawBuilder<unknown> {
  return sql.join(
    columnsOf(of).map((column) => sql`${sql.ref(`${table}.${column}`)} as ${sql.ref(`${prefix}${column}`)}`),
  );
}
