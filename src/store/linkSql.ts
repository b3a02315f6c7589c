import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { dependentEnds } from '../quantity/dependence.ts';
import type { Period } from '../quantity/period.ts';
import { always } from './booleanSql.ts';
import { linkTrustedSql } from './lensSql.ts';
import type { Sight } from './sight.ts';

type Condition = RawBuilder<SqlBool>;

/** Whether a link held on a day of a period: from its first day on, until the day from which it no longer holds. */
export function heldDuringSql(link: string, { first, last }: Period): Condition {
  const start = sql.ref(`${link}.startDay`);
  const end = sql.ref(`${link}.endDay`);
  const begun = last === null ? always : sql<SqlBool>`(${start} is null or ${start} <= ${last})`;
  const lasting = first === null ? always : sql<SqlBool>`(${end} is null or ${end} > ${first})`;
  return sql<SqlBool>`(${begun} and ${lasting})`;
}

/** Whether a link of one of these kinds runs back, from the end of a link to its start. */
export function returnedSql(sight: Sight, link: string, kinds: readonly string[]): Condition {
  return otherLinkSql(sight, link, (of, column) => [
    sql`${of('fromKey')} = ${column('toKey')}`,
    sql`${of('toKey')} = ${column('fromKey')}`,
    sql`${of('kind')} in (${sql.join(kinds)})`,
  ]);
}

/**
 * Whether the end of a link that depends on the other has no link of the same kind to a third. Links of a kind by which
 * neither end depends on the other are not asked, and meet neither.
 */
export function singleSourceSql(sight: Sight, link: string, isSingle: boolean): Condition {
  const ways = [
    { kinds: dependentEnds.to, dependent: 'toKey', source: 'fromKey' },
    { kinds: dependentEnds.from, dependent: 'fromKey', source: 'toKey' },
  ].map(({ kinds, dependent, source }) => {
    const another = otherLinkSql(sight, link, (of, column) => [
      sql`${of(dependent)} = ${column(dependent)}`,
      sql`${of('kind')} = ${column('kind')}`,
      sql`${of(source)} <> ${column(source)}`,
    ]);
    return sql`(${sql.ref(`${link}.kind`)} in (${sql.join(kinds)}) and ${isSingle ? sql`not ${another}` : another})`;
  });
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** Whether there is another link that is seen through the lens, held on the days that are looked at, and meets conditions. */
function otherLinkSql(
  sight: Sight,
  link: string,
  conditions: (of: Column, column: Column) => readonly RawBuilder<unknown>[],
): Condition {
  const other = sight.alias('link');
  const columnsOf =
    (table: string): Column =>
    (name) =>
      sql.ref(`${table}.${name}`);
  return sql<SqlBool>`exists (select 1 from link ${sql.ref(other)}
    where ${sql.join([...conditions(columnsOf(other), columnsOf(link))], sql` and `)}
      and ${linkTrustedSql(sight, other)} and ${heldDuringSql(other, sight.during)})`;
}

type Column = (name: string) => RawBuilder<unknown>;
