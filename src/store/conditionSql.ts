import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldName } from '../quantity/foldName.ts';
import type { Period } from '../quantity/period.ts';
import { always, never } from './booleanSql.ts';
import type { DateWhere, ListWhere, Logical, PeriodWhere, TextWhere } from './where.ts';

/** A condition in SQL. */
export type Condition = RawBuilder<SqlBool>;

/** Whether all of these hold. */
export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? always : sql`(${sql.join(conditions, sql` and `)})`;
}

/** Whether one of these holds. */
export function any(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? never : sql`(${sql.join(conditions, sql` or `)})`;
}

/** Whether something is as asked; nothing where nothing is asked. */
export function either(asked: boolean | undefined, condition: Condition): readonly Condition[] {
  return asked === undefined ? [] : [asked ? condition : notSql(condition)];
}

/** What is unknown in SQL does not hold, so that its contrary does. */
function notSql(condition: Condition): Condition {
  return sql`(${condition}) is not true`;
}

/** Whether a column is one of some words. */
export function oneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return values.length === 0 ? never : sql`${column} in (${sql.join(values)})`;
}

/** Whether a column is known. */
export function knownSql(column: RawBuilder<unknown>): Condition {
  return sql`${column} is not null`;
}

/** The conditions that are joined of others of their kind. */
export function logicSql<Where>(where: Logical<Where>, condition: (where: Where) => Condition): Condition[] {
  return [
    ...(where.and ?? []).map(condition),
    ...(where.or ? [any(where.or.map(condition))] : []),
    ...(where.not ? [notSql(condition(where.not))] : []),
  ];
}

/** What must hold of a list; `exists` says in SQL that it holds a row of which something is so. */
export function listSql<Where extends Logical<Where>>(
  { among, some, every, none }: ListWhere<Where>,
  exists: (where: Logical<Where>) => Condition,
): readonly Condition[] {
  const looked = among ? [among] : [];
  const absent = (where: readonly Logical<Where>[]) => sql<SqlBool>`not ${exists({ and: where as readonly Where[] })}`;
  return [
    ...(some ? [exists({ and: [...looked, some] })] : []),
    ...(every ? [exists({ and: looked }), absent([...looked, { not: every }])] : []),
    ...(none ? [absent([...looked, none])] : []),
  ];
}

/** Texts are compared as `foldName` writes them, and stand so in what `compare` compares with. */
export function textsSql(
  where: TextWhere,
  compare: (text: RawBuilder<unknown>) => Condition,
  isKnown: Condition,
): readonly Condition[] {
  const { equals, in: among, contains, startsWith, isUnknown } = where;
  const like = (pattern: string) => compare(sql`like ${pattern} escape '~'`);
  return [
    ...(equals === undefined ? [] : [compare(sql`= ${foldName(equals)}`)]),
    ...(among === undefined ? [] : [among.length === 0 ? never : compare(sql`in (${sql.join(among.map(foldName))})`)]),
    ...(contains === undefined ? [] : [like(`%${literal(contains)}%`)]),
    ...(startsWith === undefined ? [] : [like(`${literal(startsWith)}%`)]),
    ...(isUnknown === undefined ? [] : either(!isUnknown, isKnown)),
  ];
}

/** A text in a pattern: `%` and `_` mean themselves. A folded text holds such marks where it holds nothing else. */
function literal(text: string): string {
  return foldName(text).replace(/[%_~]/g, '~$&');
}

/** Days are the last that a date known to the month or the year may mean. */
export function datesSql(day: RawBuilder<unknown>, where: DateWhere): readonly Condition[] {
  const { equals, before, after, within, isUnknown } = where;
  return [
    ...(equals === undefined ? [] : [sql<SqlBool>`${day} = ${equals}`]),
    ...(before === undefined ? [] : [sql<SqlBool>`${day} < ${before}`]),
    ...(after === undefined ? [] : [sql<SqlBool>`${day} > ${after}`]),
    // A period that is open at both ends holds every day, and nothing else.
    ...(within === undefined ? [] : [knownSql(day)]),
    ...(within?.first == null ? [] : [sql<SqlBool>`${day} >= ${within.first}`]),
    ...(within?.last == null ? [] : [sql<SqlBool>`${day} <= ${within.last}`]),
    ...(isUnknown === undefined ? [] : either(!isUnknown, knownSql(day))),
  ];
}

/** The period of a row that stands in columns of it. */
export function periodSql(column: (name: string) => RawBuilder<unknown>, where: PeriodWhere): readonly Condition[] {
  const [first, last] = [column('periodFirst'), column('periodLast')];
  const { equals, in: among, within, overlaps, step, isUnknown } = where;
  const isKnown = knownSql(column('periodLabel'));
  const isSame = (period: Period) =>
    sql<SqlBool>`(${first} is not distinct from ${period.first} and ${last} is not distinct from ${period.last} and ${isKnown})`;
  return [
    ...(equals === undefined ? [] : [isSame(equals)]),
    ...(among === undefined ? [] : [any(among.map(isSame))]),
    ...(step === undefined ? [] : [sql<SqlBool>`${column('periodStep')} = ${step}`]),
    ...(within === undefined && overlaps === undefined ? [] : [isKnown]),
    ...(within?.first == null ? [] : [sql<SqlBool>`${first} >= ${within.first}`]),
    ...(within?.last == null ? [] : [sql<SqlBool>`${last} <= ${within.last}`]),
    ...(overlaps?.last == null ? [] : [sql<SqlBool>`(${first} is null or ${first} <= ${overlaps.last})`]),
    ...(overlaps?.first == null ? [] : [sql<SqlBool>`(${last} is null or ${last} >= ${overlaps.first})`]),
    ...(isUnknown === undefined ? [] : either(!isUnknown, isKnown)),
  ];
}

/** Whether a list of kinds holds one of some. They are words without quotes, so that to look for the text of one is ten times as fast as to read the list. */
export function kindsSql(json: RawBuilder<unknown>, kinds: readonly string[]): Condition {
  if (kinds.length === 0) return never;
  const held = kinds.map((kind) => sql`${json} like ${`%"${kind}"%`}`);
  return sql`(${sql.join(held, sql` or `)})`;
}
