import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Evidence, evidences } from '../quantity/evidence.ts';
import type { Lens } from './lens.ts';

/** Whether the trust that a JSON list of publications and a grade of evidence stand for is seen through a lens. */
function seenSql(
  lens: Lens,
  horizon: string,
  evidence: RawBuilder<unknown>,
  publications: RawBuilder<unknown>,
): RawBuilder<SqlBool> {
  const trusted = lens.sources === null ? sql`1` : sql`p.value ->> 'slug' in ${texts(lens.sources)}`;
  return sql<SqlBool>`(${evidence} in ${texts(lens.evidence)} and exists (
    select 1 from json_each(${publications}) p
    where ${trusted} and coalesce(p.value ->> 'day', ${horizon}) <= ${lens.knownOn}))`;
}

/** Whether a claim is seen through a lens, as `seenClaims` says it of claims in memory. */
export function claimSeenSql(lens: Lens, horizon: string, claim: string): RawBuilder<SqlBool> {
  const column = columnsOf(claim);
  const seen = seenSql(lens, horizon, column('evidence'), column('sourcesJson'));
  return sql<SqlBool>`(${seen} and (${column('asOf')} = 0 or ${column('periodLast')} <= ${lens.asOf}))`;
}

/** Whether a claim counts through a lens, as `countingClaims` says it of claims in memory. */
export function claimCountsSql(lens: Lens, horizon: string, claim: string): RawBuilder<SqlBool> {
  const column = columnsOf(claim);
  return sql<SqlBool>`(${claimSeenSql(lens, horizon, claim)} and ${column('rank')} <> 'deprecated' and not exists (
    select 1 from claim successor
    where successor.key = ${column('supersededByKey')} and ${claimSeenSql(lens, horizon, 'successor')}))`;
}

/** Whether a link holds up through a lens, as `isTrusted` says it of links in memory. */
export function linkTrustedSql(lens: Lens, horizon: string, link: string): RawBuilder<SqlBool> {
  const column = columnsOf(link);
  const seen = seenSql(lens, horizon, sql`t.value ->> 'evidence'`, sql`t.value -> 'sources'`);
  return sql<SqlBool>`(${column('structural')} = 1 or exists (
    select 1 from json_each(${column('trustJson')}) t where t.value ->> 'rank' <> 'deprecated' and ${seen}))`;
}

/** Whether the best evidence among the claims of a link is one of these; what an entity is made of is reported. */
export function linkEvidenceSql(
  lens: Lens,
  horizon: string,
  link: string,
  among: readonly Evidence[],
): RawBuilder<SqlBool> {
  const column = columnsOf(link);
  const has = (evidence: readonly Evidence[]) => {
    if (evidence.length === 0) return sql`0`;
    const seen = seenSql(lens, horizon, sql`t.value ->> 'evidence'`, sql`t.value -> 'sources'`);
    return sql`exists (select 1 from json_each(${column('trustJson')}) t where t.value ->> 'rank' <> 'deprecated'
      and t.value ->> 'evidence' in ${texts(evidence)} and ${seen})`;
  };
  const best = among.map((one) => sql`(${has([one])} and not ${has(evidences.slice(0, evidences.indexOf(one)))})`);
  const byNature = among.includes('reported') ? [sql`not ${has(evidences)}`] : [];
  return best.length === 0 ? sql`0` : sql<SqlBool>`(${sql.join([...best, ...byNature], sql` or `)})`;
}

function columnsOf(table: string): (name: string) => RawBuilder<unknown> {
  return (name) => sql.ref(`${table}.${name}`);
}

function texts(values: readonly string[]): RawBuilder<unknown> {
  return sql`(${sql.join(values)})`;
}
