import { type RawBuilder, sql } from 'kysely';
import { evidences } from '../quantity/evidence.ts';
import { claimCountsSql, claimPublishedSql, claimSourceSql } from './lensSql.ts';
import type { Sight } from './sight.ts';
import { ranks } from './tables.ts';

/**
 * The text or the date that is claimed of an entity through a lens, null where none counts: in SQL what `chooseFact` chooses
 * of a property without definitions and without numbers. Of the latest that ended by the day of the lens, the best claim.
 */
export function bestClaimSql(
  sight: Sight,
  entity: RawBuilder<unknown>,
  property: string,
  column: 'text' | 'dateDay',
): RawBuilder<string | null> {
  const claim = sight.alias('claim');
  const of = (name: string) => sql.ref(`${claim}.${name}`);
  return sql`(select ${of(column)} from claim ${sql.ref(claim)}
    where ${of('holderKey')} = ${entity} and ${of('door')} = ${property} and ${of('property')} = ${property}
      and ${of(column)} is not null and ${claimCountsSql(sight, claim)}
      and (${of('periodLabel')} is null or ${of('periodLast')} <= ${sight.lens.asOf})
    order by coalesce(${of('periodLast')}, '') desc, coalesce(${of('periodFirst')}, ''), length(${of('qualifiersJson')}),
      ${placeSql(of('rank'), ranks)}, ${placeSql(of('evidence'), evidences)},
      coalesce(${claimPublishedSql(sight, claim)}, '') desc, ${claimSourceSql(sight, claim)}, ${of('id')}
    limit 1)`;
}

/** The place of a word in a list, best first. */
export function placeSql(column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<number> {
  return sql`case ${column} ${sql.join(
    words.map((word, place) => sql`when ${word} then ${sql.lit(place)}`),
    sql` `,
  )} end`;
}
