import { type RawBuilder, sql } from 'kysely';
import { bestClaimSql } from './bestClaimSql.ts';
import { always, never } from './booleanSql.ts';
import {
  all,
  any,
  type Condition,
  datesSql,
  either,
  kindsSql,
  knownSql,
  listSql,
  logicSql,
  oneOf,
  periodSql,
  textsSql,
} from './conditionSql.ts';
import { figureSourcesSql, figureWhereSql } from './figureSql.ts';
import { claimCountsSql, deniedSql, linkEvidenceSql, linkTrustedSql } from './lensSql.ts';
import { heldDuringSql, returnedSql, singleSourceSql } from './linkSql.ts';
import { dayOf, type Sight } from './sight.ts';
import { entityTypes } from './tables.ts';
import { duringIn, type EntityWhere, type LinkWhere, meetsNothing } from './where.ts';

/** The condition on an entity, in SQL; `entity` is the table's name in the statement. */
export function entityWhereSql(sight: Sight, entity: string, where: EntityWhere): Condition {
  const column = (name: string) => sql.ref(`${entity}.${name}`);
  const key = column('key');
  const conditions: Condition[] = logicSql(where, (inner) => entityWhereSql(sight, entity, inner));
  if (where.isNone !== undefined) conditions.push(where.isNone ? never : always);
  if (where.keys) conditions.push(sql`${sight.dialect.among(key, sql`${where.keys}`)}`);
  if (where.slug) conditions.push(...textsSql(where.slug, (text) => sql`${column('slug')} ${text}`, always));
  if (where.name)
    conditions.push(
      ...textsSql(where.name, (text) => sql`${key} in (select n.key from name n where n.name ${text})`, always),
    );
  if (where.types) conditions.push(oneOf(column('type'), where.types));
  if (where.kinds) conditions.push(kindsSql(column('kindsJson'), where.kinds));
  if (where.status) conditions.push(oneOf(column('status'), where.status));
  if (where.period) conditions.push(...periodSql(column, where.period));
  if (where.published) conditions.push(...datesSql(column('publishedDay'), where.published));
  if (where.publisher) {
    const name = column('publisherName');
    conditions.push(...textsSql(where.publisher, (text) => sql`${name} ${text}`, knownSql(name)));
  }
  conditions.push(...claimedSql(sight, key, where), ...relatedSql(sight, key, where));
  return all(conditions);
}

/** What is claimed of an entity. */
function claimedSql(sight: Sight, key: RawBuilder<unknown>, where: EntityWhere): readonly Condition[] {
  return [
    ...entriesOf(where.texts).map(([property, texts]) => oneOf(bestClaimSql(sight, key, property, 'text'), texts)),
    ...entriesOf(where.dates).flatMap(([property, dates]) =>
      datesSql(bestClaimSql(sight, key, property, 'dateDay'), dates),
    ),
    ...(where.figure ? [figureWhereSql(sight, key, where.figure)] : []),
    ...(where.figureSources ? [figureSourcesSql(sight, key, where.figureSources)] : []),
  ];
}

/** What holds of other entities that belong to it. */
function relatedSql(sight: Sight, key: RawBuilder<unknown>, where: EntityWhere): readonly Condition[] {
  const conditions: Condition[] = [
    ...entriesOf(where.references).map(([role, target]) => referenceSql(sight, key, role, target)),
    ...entriesOf(where.above).map(([role, target]) => aboveSql(sight, key, role, target)),
  ];
  if (where.naming) {
    const { role, type, list } = where.naming;
    conditions.push(...listSql(list, (inner) => namingSql(sight, key, role, { and: [{ types: [type] }, inner] })));
  }
  if (where.linked) conditions.push(linkedSql(sight, key, where.linked));
  if (where.links) conditions.push(...listSql(where.links, (link) => linksOfSql(sight, key, link)));
  return conditions;
}

/**
 * The condition on a link, in SQL; `other` is the key of its other end, where it is seen from one. Links that do not hold
 * up through the lens, or on its day, meet none.
 */
export function linkWhereSql(
  sight: Sight,
  link: string,
  where: LinkWhere,
  other: RawBuilder<unknown> | null,
): Condition {
  const column = (name: string) => sql.ref(`${link}.${name}`);
  const conditions: Condition[] = logicSql(where, (inner) => linkWhereSql(sight, link, inner, other));
  if (where.kinds) conditions.push(oneOf(column('kind'), where.kinds));
  for (const [end, target] of [
    ['fromKey', where.from],
    ['toKey', where.to],
    ['whatKey', where.what],
  ] as const) {
    if (target) conditions.push(namedSql(sight, column(end), target));
  }
  if (where.other) {
    const ends = other === null ? [column('fromKey'), column('toKey')] : [other];
    conditions.push(any(ends.map((end) => entityKeySql(sight, end, where.other ?? {}))));
  }
  if (where.roles) conditions.push(oneOf(column('role'), where.roles));
  conditions.push(...either(where.hasRole, knownSql(column('role'))));
  if (where.start) conditions.push(...datesSql(column('startDay'), where.start));
  if (where.end) conditions.push(...datesSql(column('endDay'), where.end));
  if (where.evidence) conditions.push(linkEvidenceSql(sight, link, where.evidence));
  if (where.during) conditions.push(heldDuringSql(link, where.during));
  if (where.disputed !== undefined) conditions.push(...either(where.disputed, disputedSql(sight, column('key'))));
  if (where.returnedBy) conditions.push(returnedSql(sight, link, where.returnedBy));
  if (where.singleSource !== undefined) conditions.push(singleSourceSql(sight, link, where.singleSource));
  return all(conditions);
}

function linksOfSql(sight: Sight, key: RawBuilder<unknown>, where: LinkWhere): Condition {
  const link = sight.alias('link');
  const of = (name: string) => sql.ref(`${link}.${name}`);
  const ends = sql`(${of('fromKey')} = ${key} or ${of('toKey')} = ${key})`;
  const during = duringIn(where) ?? dayOf(sight.lens);
  const other = sql`case when ${of('fromKey')} = ${key} then ${of('toKey')} else ${of('fromKey')} end`;
  return sql`exists (select 1 from link ${sql.ref(link)} where ${ends} and ${linkTrustedSql(sight, link)}
    and ${heldDuringSql(link, during)} and ${linkWhereSql({ ...sight, during }, link, where, other)})`;
}

/** Whether what stands at the other end of a link of a kind meets a condition; a condition may hold where there is no link. */
function linkedSql(
  sight: Sight,
  key: RawBuilder<unknown>,
  { kind, end, other }: NonNullable<EntityWhere['linked']>,
): Condition {
  const exists = (where: EntityWhere | null): Condition => {
    const link = sight.alias('link');
    const of = (name: string) => sql.ref(`${link}.${name}`);
    const [near, far] = end === 'from' ? [of('fromKey'), of('toKey')] : [of('toKey'), of('fromKey')];
    return sql`exists (select 1 from link ${sql.ref(link)} where ${near} = ${key} and ${of('kind')} = ${kind}
      and ${linkTrustedSql(sight, link)} and ${heldDuringSql(link, dayOf(sight.lens))}
      and ${where === null ? always : entityKeySql(sight, far, where)})`;
  };
  return orNothing(exists(other), other, () => exists(null));
}

function referenceSql(sight: Sight, key: RawBuilder<unknown>, role: string, target: EntityWhere): Condition {
  const exists = (where: EntityWhere | null): Condition => {
    const reference = sight.alias('reference');
    const of = (name: string) => sql.ref(`${reference}.${name}`);
    return sql`exists (select 1 from reference ${sql.ref(reference)} where ${of('fromKey')} = ${key}
      and ${of('role')} = ${role} and ${where === null ? always : entityKeySql(sight, of('toKey'), where)})`;
  };
  const meets = namesFew(target) ? fromNamedSql(sight, key, role, target) : exists(target);
  return orNothing(meets, target, () => exists(null));
}

/** The same, looked for from the entities that are named: SQLite would else look at every row for those of one buyer. */
function fromNamedSql(sight: Sight, key: RawBuilder<unknown>, role: string, target: EntityWhere): Condition {
  const [reference, named] = [sight.alias('reference'), sight.alias('entity')];
  const of = (name: string) => sql.ref(`${reference}.${name}`);
  return sql`${key} in (select ${of('fromKey')} from reference ${sql.ref(reference)} where ${of('role')} = ${role}
    and ${of('toKey')} in (select ${sql.ref(`${named}.key`)} from entity ${sql.ref(named)}
      where ${oneOf(sql.ref(`${named}.type`), entityTypes)} and ${entityWhereSql(sight, named, target)}))`;
}

/** Whether a condition asks for entities by their names, and so for few. */
function namesFew({ keys, slug, and }: EntityWhere): boolean {
  return keys !== undefined || slug?.equals !== undefined || slug?.in !== undefined || (and?.some(namesFew) ?? false);
}

/** What a row names meets a condition, or it names nothing and that meets it. */
function orNothing(meets: Condition, where: EntityWhere, isThere: () => Condition): Condition {
  return meetsNothing(where) === true ? sql`(${meets} or not ${isThere()})` : meets;
}

/** Whether a key is that of an entity that meets a condition, or null and that meets it. */
export function namedSql(sight: Sight, key: RawBuilder<unknown>, where: EntityWhere): Condition {
  return orNothing(entityKeySql(sight, key, where), where, () => knownSql(key));
}

/**
 * Whether an entity that meets a condition is reached from this one in one step or more, each time in the same role, or none is
 * and that meets it.
 */
function aboveSql(sight: Sight, key: RawBuilder<unknown>, role: string, target: EntityWhere): Condition {
  const above = sight.alias('above');
  const next = sight.alias('reference');
  const of = (name: string) => sql.ref(`${next}.${name}`);
  const step = (from: RawBuilder<unknown>) => sql`${of('fromKey')} = ${from} and ${of('role')} = ${role}`;
  const meets: Condition = sql`exists (with recursive ${sql.ref(above)}(key) as (
    select ${of('toKey')} from reference ${sql.ref(next)} where ${step(key)}
    union select ${of('toKey')} from ${sql.ref(above)} join reference ${sql.ref(next)} on ${step(sql.ref(`${above}.key`))}
  ) select 1 from ${sql.ref(above)} where ${entityKeySql(sight, sql.ref(`${above}.key`), target)})`;
  return orNothing(meets, target, () => sql`exists (select 1 from reference ${sql.ref(next)} where ${step(key)})`);
}

/** Whether an entity that meets a condition names this one in a role. */
function namingSql(sight: Sight, key: RawBuilder<unknown>, role: string, where: EntityWhere): Condition {
  const reference = sight.alias('reference');
  const of = (name: string) => sql.ref(`${reference}.${name}`);
  return sql`exists (select 1 from reference ${sql.ref(reference)} where ${of('toKey')} = ${key}
    and ${of('role')} = ${role} and ${entityKeySql(sight, of('fromKey'), where)})`;
}

/** Whether a key is that of an entity that meets a condition. */
function entityKeySql(sight: Sight, key: RawBuilder<unknown>, where: EntityWhere): Condition {
  const entity = sight.alias('entity');
  return sql`exists (select 1 from entity ${sql.ref(entity)} where ${sql.ref(`${entity}.key`)} = ${key}
    and ${entityWhereSql(sight, entity, where)})`;
}

/** Whether a claim of a link that counts is denied by somebody, or is a denial. */
function disputedSql(sight: Sight, key: RawBuilder<unknown>): Condition {
  const claim = sight.alias('claim');
  return sql`exists (select 1 from claim ${sql.ref(claim)} where ${sql.ref(`${claim}.linkKey`)} = ${key}
    and ${deniedSql(claim)} and ${claimCountsSql(sight, claim)})`;
}

/** What is given of each name. */
function entriesOf<Value>(given: { readonly [name: string]: Value | undefined } = {}): readonly [string, Value][] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}
