import { type RawBuilder, sql } from 'kysely';
import {
  all,
  type Condition,
  datesSql,
  either,
  knownSql,
  logicSql,
  oneOf,
  periodSql,
  textsSql,
} from './conditionSql.ts';
import { claimCountsSql, claimPublishedSql, deniedSql } from './lensSql.ts';
import type { Sight } from './sight.ts';
import type { ClaimWhere } from './where.ts';
import { entityWhereSql, namedSql } from './whereSql.ts';

/** The condition on a claim, in SQL; `claim` is the table's name in the statement. */
export function claimWhereSql(sight: Sight, claim: string, where: ClaimWhere): Condition {
  const column = (name: string) => sql.ref(`${claim}.${name}`);
  const conditions: Condition[] = logicSql(where, (inner) => claimWhereSql(sight, claim, inner));
  if (where.keys) conditions.push(sql`${sight.dialect.among(column('key'), sql`${where.keys}`)}`);
  if (where.properties) conditions.push(oneOf(column('property'), where.properties));
  if (where.definitions) conditions.push(oneOf(column('definition'), where.definitions));
  if (where.period) conditions.push(...periodSql(column, where.period));
  if (where.evidence) conditions.push(oneOf(column('evidence'), where.evidence));
  if (where.ranks) conditions.push(oneOf(column('rank'), where.ranks));
  if (where.text) {
    const text = column('foldedText');
    conditions.push(...textsSql(where.text, (compared) => sql`${text} ${compared}`, knownSql(text)));
  }
  if (where.published) conditions.push(...datesSql(claimPublishedSql(sight, claim), where.published));
  for (const [key, target] of [
    ['subjectKey', where.subject],
    ['holderKey', where.holder],
    ['speakerKey', where.speaker],
  ] as const) {
    if (target) conditions.push(namedSql(sight, column(key), target));
  }
  if (where.source) {
    const source = sight.alias('source');
    conditions.push(sql`exists (select 1 from ${sight.dialect.objectsIn(column('sourcesJson'), 'p')}
      join entity ${sql.ref(source)} on ${sql.ref(`${source}.type`)} = 'Source' and ${sql.ref(`${source}.slug`)} = p.value ->> 'slug'
      where ${entityWhereSql(sight, source, where.source)})`);
  }
  conditions.push(
    ...either(where.hasDefinition, knownSql(column('definition'))),
    ...either(where.counts, claimCountsSql(sight, claim)),
    ...claimNatureSql(sight, claim, column, where),
  );
  return all(conditions);
}

/** What kind of claim it is, and what others there are of its fact. */
function claimNatureSql(
  { alias }: Sight,
  claim: string,
  column: (name: string) => RawBuilder<unknown>,
  { measured, ofPeriod, contested, denied }: ClaimWhere,
): readonly Condition[] {
  const other = alias('claim');
  const of = (name: string) => sql.ref(`${other}.${name}`);
  const isRival = sql`${of('key')} <> ${column('key')} and (${of('bounds')} is not null or ${of('date')} is not null)`;
  return [
    ...either(measured, knownSql(column('bounds'))),
    ...either(ofPeriod, sql`${column('asOf')} = 0`),
    ...either(
      contested,
      sql`exists (select 1 from claim ${sql.ref(other)} where ${of('factKey')} = ${column('factKey')} and ${isRival})`,
    ),
    ...either(denied, deniedSql(claim)),
  ];
}
