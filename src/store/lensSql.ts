import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Evidence, evidences } from '../quantity/evidence.ts';
import { always, never } from './booleanSql.ts';
import type { Sight } from './sight.ts';

/** Whether a publication, a row `p` of a JSON list of them, is trusted and out by the day of knowledge. */
function publicationSeenSql({ lens, horizon }: Sight): RawBuilder<SqlBool> {
  const trusted = lens.sources === null ? always : sql`p.value ->> 'slug' in ${texts(lens.sources)}`;
  return sql<SqlBool>`(${trusted} and coalesce(p.value ->> 'day', ${horizon}) <= ${lens.knownOn})`;
}

/** Whether the trust that a JSON list of publications and a grade of evidence stand for is seen through a lens. */
function seenSql(sight: Sight, evidence: RawBuilder<unknown>, publications: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${evidence} in ${texts(sight.lens.evidence)} and exists (
    select 1 from ${sight.dialect.objectsIn(publications, 'p')} where ${publicationSeenSql(sight)}))`;
}

/** Whether a claim is seen through a lens, as `seenClaims` says it of claims in memory. */
export function claimSeenSql(sight: Sight, claim: string): RawBuilder<SqlBool> {
  const column = columnsOf(claim);
  const { lens, horizon } = sight;
  const isOut = sql<SqlBool>`coalesce(${column('publishedDay')}, ${horizon}) <= ${lens.knownOn}`;
  const seen =
    lens.sources === null
      ? sql`(${column('evidence')} in ${texts(lens.evidence)} and ${isOut})`
      : seenSql(sight, column('evidence'), column('sourcesJson'));
  return sql<SqlBool>`(${seen} and (${column('asOf')} = 0 or ${column('periodLast')} <= ${lens.asOf}))`;
}

/** The day on which a claim that is seen became known, as `publicationSeen` says it; null where its sources are undated. */
export function claimPublishedSql(sight: Sight, claim: string): RawBuilder<string | null> {
  const column = columnsOf(claim);
  if (sight.lens.sources === null) return sql`${column('publishedDay')}`;
  return sql`(select min(p.value ->> 'day') from ${sight.dialect.objectsIn(column('sourcesJson'), 'p')}
    where ${publicationSeenSql(sight)})`;
}

/** The source that made a claim known on that day; of several the first by its slug. */
export function claimSourceSql(sight: Sight, claim: string): RawBuilder<string | null> {
  const column = columnsOf(claim);
  return sql`(select source.slug from ${sight.dialect.objectsIn(column('sourcesJson'), 'p')}
    join entity source on source.type = 'Source' and source.slug = p.value ->> 'slug'
    where ${publicationSeenSql(sight)} order by coalesce(p.value ->> 'day', '9999'), source.slug limit 1)`;
}

/** Whether somebody denies what a claim says, or it is the denial of a link. */
export function deniedSql(claim: string): RawBuilder<SqlBool> {
  const column = columnsOf(claim);
  return sql<SqlBool>`(${column('deniedByJson')} <> '[]' or (${column('kind')} = 'denial' and ${column('linkKey')} is not null))`;
}

/** Whether a claim counts through a lens, as `countingClaims` says it of claims in memory. */
export function claimCountsSql(sight: Sight, claim: string): RawBuilder<SqlBool> {
  const column = columnsOf(claim);
  return sql<SqlBool>`(${claimSeenSql(sight, claim)} and ${column('rank')} <> 'deprecated' and not exists (
    select 1 from claim successor
    where successor.key = ${column('supersededByKey')} and ${claimSeenSql(sight, 'successor')}))`;
}

/**
 * Whether a link holds up through a lens, as `isTrusted` says it of links in memory. For a lens that trusts all and knows
 * all that was published it is prepared, whatever its day in the world.
 */
export function linkTrustedSql(sight: Sight, link: string): RawBuilder<SqlBool> {
  const column = columnsOf(link);
  if (trustsAll(sight)) return sql<SqlBool>`${column('evidence')} is not null`;
  const seen = seenSql(sight, sql`t.value ->> 'evidence'`, sql`t.value -> 'sources'`);
  return sql<SqlBool>`(${column('structural')} = 1 or exists (
    select 1 from ${sight.dialect.objectsIn(column('trustJson'), 't')} where t.value ->> 'rank' <> 'deprecated' and ${seen}))`;
}

/** Whether the best evidence among the claims of a link is one of these; what an entity is made of is reported. */
export function linkEvidenceSql(sight: Sight, link: string, among: readonly Evidence[]): RawBuilder<SqlBool> {
  const column = columnsOf(link);
  if (trustsAll(sight)) return among.length === 0 ? never : sql<SqlBool>`${column('evidence')} in ${texts(among)}`;
  const has = (evidence: readonly Evidence[]) => {
    if (evidence.length === 0) return never;
    const seen = seenSql(sight, sql`t.value ->> 'evidence'`, sql`t.value -> 'sources'`);
    return sql`exists (select 1 from ${sight.dialect.objectsIn(column('trustJson'), 't')} where t.value ->> 'rank' <> 'deprecated'
      and t.value ->> 'evidence' in ${texts(evidence)} and ${seen})`;
  };
  const best = among.map((one) => sql`(${has([one])} and not ${has(evidences.slice(0, evidences.indexOf(one)))})`);
  const byNature = among.includes('reported') ? [sql`not ${has(evidences)}`] : [];
  return best.length === 0 ? never : sql<SqlBool>`(${sql.join([...best, ...byNature], sql` or `)})`;
}

/** Whether a lens sees what the default one does, but for its day in the world. */
function trustsAll({ lens, horizon }: Sight): boolean {
  return lens.sources === null && lens.knownOn >= horizon && lens.evidence.length === evidences.length;
}

function columnsOf(table: string): (name: string) => RawBuilder<unknown> {
  return (name) => sql.ref(`${table}.${name}`);
}

function texts(values: readonly string[]): RawBuilder<unknown> {
  return sql`(${sql.join(values)})`;
}
