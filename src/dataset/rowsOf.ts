import { claimedProperty, isProperty } from '../quantity/door.ts';
import { sizeOf } from '../quantity/unit.ts';
import { digestRows } from '../store/digest.ts';
import type { ClaimRow, LinkRow, MetaRow, NameRow, RateRow, Rows } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import { claimRows } from './claimRows.ts';
import { compareTexts } from './compareTexts.ts';
import { entityRow, keyedEntities, nameRows, referenceRows } from './entityRows.ts';
import type { Facts } from './facts.ts';
import { linkRow } from './linkRow.ts';
import { passageRows } from './passageRows.ts';
import { ruleRows } from './ruleRows.ts';

/** The version of what follows here: raise it where the same facts are to make other rows. */
export const compilerVersion = '6';

/** All rows of a revision. The same facts give the same rows, in whatever order they come. */
export function rowsOf(facts: Facts): Rows {
  const { ordered, keyOf } = keyedEntities(facts.entities);
  const links = [...facts.links].sort((left, right) => compareTexts(left.id, right.id));
  const linkKeys = new Map(links.map(({ id }, index) => [id, index + 1] as const));
  const linkKeyOf = ({ id }: Pick<LinkRow, 'id'>) => linkKeys.get(id) ?? 0;
  const claimsOfLinks = facts.claims.filter(({ link }) => link !== null);
  const claims = claimRows(facts.claims, { entity: keyOf, link: linkKeyOf }, facts.horizon);
  const byLink = claimsByLink(claimsOfLinks, claims);
  const entities = ordered.map((entity) => entityRow(entity, keyOf(entity)));
  return {
    meta: metaRows(facts, claims),
    entity: entities,
    reference: ordered.flatMap((entity) => referenceRows(entity, keyOf(entity), keyOf)),
    name: ordered.flatMap((entity) => nameRows(entity, keyOf(entity))).sort(compareNames),
    link: links.map((link) => linkRow(link, linkKeyOf(link), byLink.get(link.id) ?? [], keyOf)),
    claim: claims,
    rate: facts.rates.map(({ source, ...rate }) => ({ ...rate, sourceKey: keyOf(source) })).sort(compareRates),
    rule: ruleRows(facts.rules, keyOf),
    passage: passageRows(entities, claims),
    digest: digestRows(claims, {
      // Keys are given from 1 on, in the order of the rows.
      entity: (key) => ordered[key - 1]?.id ?? '',
      claim: (key) => claims[key - 1]?.id ?? '',
    }),
  };
}

function metaRows({ horizon, entities }: Facts, rows: readonly ClaimRow[]): readonly MetaRow[] {
  const counts = new Map<string, number>();
  for (const { type } of entities) counts.set(type, (counts.get(type) ?? 0) + 1);
  const meta = [
    { key: 'horizon', value: horizon },
    { key: 'compiler', value: compilerVersion },
    { key: 'claimCount', value: String(rows.length) },
    ...[...counts].map(([type, count]) => ({ key: `entityCount:${type}`, value: String(count) })),
    ...[...dimensionsOf(rows)].map(([door, found]) => ({
      key: `dimensions:${door}`,
      value: JSON.stringify([...found].sort(compareTexts)),
    })),
  ];
  return meta.sort((left, right) => compareTexts(left.key, right.key));
}

/** What the numbers claimed at each door measure, so that a list of one dimension need not be looked through for others. */
function dimensionsOf(rows: readonly ClaimRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byDoor = new Map<string, Set<string>>();
  for (const { unit, property, door } of rows) {
    if (unit === null) continue;
    for (const at of isProperty(door) && claimedProperty(door) === property ? [property, door] : [property]) {
      const found = byDoor.get(at);
      if (found === undefined) byDoor.set(at, new Set([unit]));
      else found.add(unit);
    }
  }
  return new Map([...byDoor].map(([door, units]) => [door, new Set([...units].map((unit) => sizeOf(unit).dimension))]));
}

/** The claims of each link, in the order of their rows. */
function claimsByLink(claims: readonly Claim[], rows: readonly ClaimRow[]): ReadonlyMap<string, readonly Claim[]> {
  const byId = new Map(claims.map((claim) => [claim.id, claim] as const));
  const byLink = new Map<string, Claim[]>();
  for (const { id } of rows) {
    const claim = byId.get(id);
    if (claim?.link == null) continue;
    const others = byLink.get(claim.link.id);
    if (others === undefined) byLink.set(claim.link.id, [claim]);
    else others.push(claim);
  }
  return byLink;
}

function compareNames(left: NameRow, right: NameRow): number {
  return (
    compareTexts(left.type, right.type) ||
    compareTexts(left.name, right.name) ||
    left.rank - right.rank ||
    left.key - right.key
  );
}

function compareRates(left: RateRow, right: RateRow): number {
  return (
    compareTexts(left.currency, right.currency) ||
    compareTexts(left.periodFirst, right.periodFirst) ||
    compareTexts(left.periodLast, right.periodLast) ||
    compareTexts(left.kind, right.kind)
  );
}
