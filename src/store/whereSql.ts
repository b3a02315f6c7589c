import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldName } from '../quantity/foldName.ts';
import type { Period } from '../quantity/period.ts';
import { always, never } from './booleanSql.ts';
import { claimCountsSql, linkEvidenceSql, linkTrustedSql } from './lensSql.ts';
import type { Sight } from './sight.ts';
import {
  type ClaimWhere,
  type DateWhere,
  duringIn,
  type EntityWhere,
  type LinkWhere,
  type ListWhere,
  type PeriodWhere,
  type TextWhere,
} from './where.ts';

type Condition = RawBuilder<SqlBool>;

/** The condition on an entity, in SQL; `entity` is the table's name in the statement. */
export function entityWhereSql(sight: Sight, entity: string, where: EntityWhere): Condition {
  const column = (name: string) => sql.ref(`${entity}.${name}`);
  const conditions: Condition[] = logic(where, (inner) => entityWhereSql(sight, entity, inner));
  if (where.keys) conditions.push(sql`${sight.dialect.among(column('key'), sql`${where.keys}`)}`);
  if (where.slug) conditions.push(...texts(where.slug, (text) => sql`${column('slug')} ${text}`));
  if (where.name) conditions.push(...texts(where.name, (text) => nameSql(sight, column, text)));
  if (where.types) conditions.push(oneOf(column('type'), where.types));
  if (where.kinds) {
    conditions.push(
      sql`exists (select 1 from ${sight.dialect.textsIn(column('kindsJson'), 'k')} where ${oneOf(sql`k.value`, where.kinds)})`,
    );
  }
  if (where.status) conditions.push(oneOf(column('status'), where.status));
  if (where.period) conditions.push(...periodSql(column, where.period));
  for (const [role, target] of Object.entries(where.references ?? {})) {
    if (target) conditions.push(referenceSql(sight, column('key'), role, target));
  }
  if (where.naming) {
    const { role, type, list } = where.naming;
    conditions.push(
      ...listSql(list, (inner) => namingSql(sight, column('key'), role, { and: [{ types: [type] }, inner] })),
    );
  }
  for (const [property, unknown] of Object.entries(where.isUnknown ?? {})) {
    const known = figureKnownSql(sight, column('key'), property);
    conditions.push(unknown ? sql`not ${known}` : known);
  }
  if (where.links) conditions.push(...listSql(where.links, (link) => linksOfSql(sight, column('key'), link)));
  return all(conditions);
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
  const conditions: Condition[] = logic(where, (inner) => linkWhereSql(sight, link, inner, other));
  if (where.kinds) conditions.push(oneOf(column('kind'), where.kinds));
  for (const [end, target] of [
    ['fromKey', where.from],
    ['toKey', where.to],
    ['whatKey', where.what],
  ] as const) {
    if (target) conditions.push(entityKeySql(sight, column(end), target));
  }
  if (where.other) {
    const ends = other === null ? [column('fromKey'), column('toKey')] : [other];
    conditions.push(any(ends.map((end) => entityKeySql(sight, end, where.other ?? {}))));
  }
  if (where.roles) conditions.push(oneOf(column('role'), where.roles));
  if (where.hasRole !== undefined) conditions.push(known(column('role'), where.hasRole));
  if (where.start) conditions.push(...datesSql(column('startDay'), where.start));
  if (where.end) conditions.push(...datesSql(column('endDay'), where.end));
  if (where.evidence) conditions.push(linkEvidenceSql(sight, link, where.evidence));
  if (where.during) conditions.push(heldDuringSql(link, where.during));
  return all(conditions);
}

/** The condition on a claim, in SQL. */
export function claimWhereSql(sight: Sight, claim: string, where: ClaimWhere): Condition {
  const conditions: Condition[] = logic(where, (inner) => claimWhereSql(sight, claim, inner));
  if (where.properties) conditions.push(oneOf(sql.ref(`${claim}.property`), where.properties));
  if (where.subject) conditions.push(entityKeySql(sight, sql.ref(`${claim}.subjectKey`), where.subject));
  if (where.holder) conditions.push(entityKeySql(sight, sql.ref(`${claim}.holderKey`), where.holder));
  conditions.push(...claimNatureSql(sight, claim, where));
  if (where.counts !== undefined) {
    const counts = claimCountsSql(sight, claim);
    conditions.push(where.counts ? counts : sql`not ${counts}`);
  }
  return all(conditions);
}

/** What kind of claim it is, and what others there are of its fact. */
function claimNatureSql({ alias }: Sight, claim: string, where: ClaimWhere): readonly Condition[] {
  const { measured, ofPeriod, contested, denied } = where;
  const column = (name: string) => sql.ref(`${claim}.${name}`);
  const other = alias('claim');
  const of = (name: string) => sql.ref(`${other}.${name}`);
  const isRival = sql`${of('key')} <> ${column('key')} and (${of('bounds')} is not null or ${of('date')} is not null)`;
  return [
    ...(measured === undefined ? [] : [known(column('bounds'), measured)]),
    ...(ofPeriod === undefined ? [] : [sql<SqlBool>`${column('asOf')} = ${ofPeriod ? 0 : 1}`]),
    ...either(
      contested,
      sql`exists (select 1 from claim ${sql.ref(other)} where ${of('factKey')} = ${column('factKey')} and ${isRival})`,
    ),
    ...either(
      denied,
      sql`(${column('deniedByJson')} <> '[]' or (${column('kind')} = 'denial' and ${column('linkKey')} is not null))`,
    ),
  ];
}

function either(asked: boolean | undefined, condition: Condition): readonly Condition[] {
  return asked === undefined ? [] : [asked ? condition : sql`not ${condition}`];
}

/** Whether a link held on a day of a period: from its first day on, until the day from which it no longer holds. */
export function heldDuringSql(link: string, { first, last }: Period): Condition {
  const start = sql.ref(`${link}.startDay`);
  const end = sql.ref(`${link}.endDay`);
  return all([
    ...(last === null ? [] : [sql<SqlBool>`(${start} is null or ${start} <= ${last})`]),
    ...(first === null ? [] : [sql<SqlBool>`(${end} is null or ${end} > ${first})`]),
  ]);
}

function linksOfSql(sight: Sight, key: RawBuilder<unknown>, where: LinkWhere): Condition {
  const link = sight.alias('link');
  const { lens } = sight;
  const today = { label: lens.asOf, first: lens.asOf, last: lens.asOf };
  const ends = sql`(${sql.ref(`${link}.fromKey`)} = ${key} or ${sql.ref(`${link}.toKey`)} = ${key})`;
  const held = heldDuringSql(link, duringIn(where) ?? today);
  const other = sql`case when ${sql.ref(`${link}.fromKey`)} = ${key} then ${sql.ref(`${link}.toKey`)}
    else ${sql.ref(`${link}.fromKey`)} end`;
  return sql`exists (select 1 from link ${sql.ref(link)} where ${ends} and ${linkTrustedSql(sight, link)}
    and ${held} and ${linkWhereSql(sight, link, where, other)})`;
}

function referenceSql(sight: Sight, key: RawBuilder<unknown>, role: string, target: EntityWhere): Condition {
  const reference = sight.alias('reference');
  const to = sql.ref(`${reference}.toKey`);
  return sql`exists (select 1 from reference ${sql.ref(reference)} where ${sql.ref(`${reference}.fromKey`)} = ${key}
    and ${sql.ref(`${reference}.role`)} = ${role} and ${entityKeySql(sight, to, target)})`;
}

/** Whether an entity that meets a condition names this one in a role. */
function namingSql(sight: Sight, key: RawBuilder<unknown>, role: string, where: EntityWhere): Condition {
  const reference = sight.alias('reference');
  const of = (name: string) => sql.ref(`${reference}.${name}`);
  return sql`exists (select 1 from reference ${sql.ref(reference)} where ${of('toKey')} = ${key}
    and ${of('role')} = ${role} and ${entityKeySql(sight, of('fromKey'), where)})`;
}

function entityKeySql(sight: Sight, key: RawBuilder<unknown>, where: EntityWhere): Condition {
  const entity = sight.alias('entity');
  return sql`exists (select 1 from entity ${sql.ref(entity)} where ${sql.ref(`${entity}.key`)} = ${key}
    and ${entityWhereSql(sight, entity, where)})`;
}

function nameSql(sight: Sight, column: (name: string) => RawBuilder<unknown>, text: RawBuilder<unknown>): Condition {
  const name = sight.alias('name');
  const of = (part: string) => sql.ref(`${name}.${part}`);
  return sql`exists (select 1 from name ${sql.ref(name)} where ${of('key')} = ${column('key')} and ${of('name')} ${text})`;
}

function figureKnownSql(sight: Sight, key: RawBuilder<unknown>, property: string): Condition {
  const claim = sight.alias('claim');
  const of = (part: string) => sql.ref(`${claim}.${part}`);
  return sql`exists (select 1 from claim ${sql.ref(claim)} where ${of('subjectKey')} = ${key}
    and ${of('property')} = ${property} and ${of('bounds')} is not null and ${claimCountsSql(sight, claim)}
    and ${sight.lens.includeTentative ? always : sql`${of('rank')} <> 'tentative'`})`;
}

/** What must hold of a list; `exists` says in SQL that it holds a row of which something is so. */
function listSql<Where extends Logical<Where>>(
  { among, some, every, none }: ListWhere<Where>,
  exists: (where: Logical<Where>) => Condition,
): readonly Condition[] {
  const looked = among ? [among] : [];
  const absent = (where: readonly Where[]) => sql<SqlBool>`not ${exists({ and: where })}`;
  return [
    ...(some ? [exists({ and: [...looked, some] })] : []),
    ...(every ? [exists({ and: looked }), absent([...looked, { not: every } as Where])] : []),
    ...(none ? [absent([...looked, none])] : []),
  ];
}

/** Slugs and the names that look-ups know are folded already; so is what they are compared with. */
function texts(where: TextWhere, compare: (text: RawBuilder<unknown>) => Condition): readonly Condition[] {
  const conditions: Condition[] = [];
  const { equals, in: among, contains, startsWith, isUnknown } = where;
  if (equals !== undefined) conditions.push(compare(sql`= ${foldName(equals)}`));
  if (among !== undefined) conditions.push(compare(sql`in (${sql.join(among.map(foldName))})`));
  if (contains !== undefined) conditions.push(compare(sql`like ${`%${foldName(contains)}%`}`));
  if (startsWith !== undefined) conditions.push(compare(sql`like ${`${foldName(startsWith)}%`}`));
  // What has a name or a slug has one.
  if (isUnknown !== undefined) conditions.push(isUnknown ? never : always);
  return conditions;
}

/** Days are the last that a date known to the month or the year may mean. */
function datesSql(day: RawBuilder<unknown>, where: DateWhere): readonly Condition[] {
  const { equals, before, after, within, isUnknown } = where;
  return [
    ...(equals === undefined ? [] : [sql<SqlBool>`${day} = ${equals}`]),
    ...(before === undefined ? [] : [sql<SqlBool>`${day} < ${before}`]),
    ...(after === undefined ? [] : [sql<SqlBool>`${day} > ${after}`]),
    ...(within?.first == null ? [] : [sql<SqlBool>`${day} >= ${within.first}`]),
    ...(within?.last == null ? [] : [sql<SqlBool>`${day} <= ${within.last}`]),
    ...(isUnknown === undefined ? [] : [known(day, !isUnknown)]),
  ];
}

function known(column: RawBuilder<unknown>, isKnown: boolean): Condition {
  return isKnown ? sql`${column} is not null` : sql`${column} is null`;
}

function periodSql(column: (name: string) => RawBuilder<unknown>, where: PeriodWhere): readonly Condition[] {
  const conditions: Condition[] = [];
  const first = column('periodFirst');
  const last = column('periodLast');
  const { equals, in: among, within, overlaps, step, isUnknown } = where;
  const isSame = (period: Period) =>
    sql<SqlBool>`(${first} is not distinct from ${period.first} and ${last} is not distinct from ${period.last} and ${column('periodLabel')} is not null)`;
  if (equals) conditions.push(isSame(equals));
  if (among) conditions.push(any(among.map(isSame)));
  if (step) conditions.push(sql`${column('periodStep')} = ${step}`);
  if (within?.first) conditions.push(sql`${first} >= ${within.first}`);
  if (within?.last) conditions.push(sql`${last} <= ${within.last}`);
  if (overlaps) {
    conditions.push(sql`${column('periodLabel')} is not null`);
    if (overlaps.last) conditions.push(sql`(${first} is null or ${first} <= ${overlaps.last})`);
    if (overlaps.first) conditions.push(sql`(${last} is null or ${last} >= ${overlaps.first})`);
  }
  if (isUnknown !== undefined)
    conditions.push(isUnknown ? sql`${column('periodLabel')} is null` : sql`${column('periodLabel')} is not null`);
  return conditions;
}

interface Logical<Where> {
  readonly and?: readonly Where[];
  readonly or?: readonly Where[];
  readonly not?: Where;
}

function logic<Where>(where: Logical<Where>, condition: (where: Where) => Condition): Condition[] {
  return [
    ...(where.and ?? []).map(condition),
    ...(where.or ? [any(where.or.map(condition))] : []),
    // What is unknown in SQL does not hold, so that its contrary does.
    ...(where.not ? [sql<SqlBool>`(${condition(where.not)}) is not true`] : []),
  ];
}

function oneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return values.length === 0 ? never : sql`${column} in (${sql.join(values)})`;
}

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? always : sql`(${sql.join(conditions, sql` and `)})`;
}

function any(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? never : sql`(${sql.join(conditions, sql` or `)})`;
}
