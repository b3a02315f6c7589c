import { claimedProperty, isProperty } from '../quantity/door.ts';
import { sizeOf } from '../quantity/unit.ts';
import { Digests } from '../store/digest.ts';
import type { ClaimRow, MetaRow, RateRow, TableRow } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import { claimRows, type LastKeys } from './claimRows.ts';
import { compareTexts } from './compareTexts.ts';
import { entityKeys, entityRow, nameRows, referenceRows } from './entityRows.ts';
import type { Facts, SubjectClaims } from './facts.ts';
import type { Link } from './link.ts';
import { linkRow } from './linkRow.ts';
import { ruleRows } from './ruleRows.ts';

/** The version of what follows here: raise it where the same facts are to make other rows. */
export const compilerVersion = '7';

/**
 * The rows that facts give, those of one table among those of others; preparation.ts adds what follows from them. The same
 * facts give the same rows in the same order, in whatever order they come.
 */
export function* rowsOf(facts: Facts): Generator<TableRow> {
  const { horizon, entities, links } = facts;
  const keyOf = entityKeys(entities);
  const linkKeyOf = linkKeys(links);
  yield { table: 'meta', row: { key: 'horizon', value: horizon } };
  yield { table: 'meta', row: { key: 'compiler', value: compilerVersion } };
  for (const [index, entity] of entities.entries()) {
    const row = entityRow(entity, index + 1);
    yield { table: 'entity', row };
    for (const reference of referenceRows(entity, row.key, keyOf)) yield { table: 'reference', row: reference };
    for (const name of nameRows(entity, row.key)) yield { table: 'name', row: name };
  }
  const rates = facts.rates.map(({ source, ...rate }) => ({ ...rate, sourceKey: keyOf(source) })).sort(compareRates);
  for (const row of rates) yield { table: 'rate', row };
  for (const row of ruleRows(facts.rules, keyOf)) yield { table: 'rule', row };

  const dimensions = new Dimensions();
  const digests = new Digests();
  let last: LastKeys = { key: 0, factKey: 0 };
  for (const subject of facts.claims) {
    const rows = claimRows(subject.claims, last, { entity: keyOf, link: linkKeyOf }, horizon);
    for (const row of rows) {
      yield { table: 'claim', row };
      dimensions.add(row);
      digests.add(row, {
        entity: (key) => entities[key - 1]?.id ?? '',
        // What restates a claim is about the same subject.
        claim: (key) => rows[key - 1 - last.key]?.id ?? '',
      });
    }
    const byLink = claimsByLink(subject, rows);
    for (const link of subject.links)
      yield { table: 'link', row: linkRow(link, linkKeyOf(link), byLink.get(link) ?? [], keyOf) };
    last = rows.at(-1) ?? last;
  }
  for (const row of digests.rows()) yield { table: 'digest', row };
  for (const row of metaRows(facts, last.key, dimensions)) yield { table: 'meta', row };
}

function linkKeys(links: readonly Link[]): (link: Link) => number {
  const ids = links.map(({ id }) => id).sort(compareTexts);
  const keys = new Map(ids.map((id, index) => [id, index + 1] as const));
  return ({ id }) => keys.get(id) ?? 0;
}

function metaRows({ entities }: Facts, claimCount: number, dimensions: Dimensions): readonly MetaRow[] {
  const counts = new Map<string, number>();
  for (const { type } of entities) counts.set(type, (counts.get(type) ?? 0) + 1);
  const meta = [
    { key: 'claimCount', value: String(claimCount) },
    ...[...counts].map(([type, count]) => ({ key: `entityCount:${type}`, value: String(count) })),
    ...dimensions.all().map(([door, found]) => ({ key: `dimensions:${door}`, value: JSON.stringify(found) })),
  ];
  return meta.sort((left, right) => compareTexts(left.key, right.key));
}

/** What the numbers claimed at each door measure, so that a list of one dimension need not be looked through for others. */
class Dimensions {
  readonly #units = new Map<string, Set<string>>();

  add({ unit, property, door }: ClaimRow): void {
    if (unit === null) return;
    this.#add(property, unit);
    if (isProperty(door) && claimedProperty(door) === property) this.#add(door, unit);
  }

  #add(door: string, unit: string): void {
    const units = this.#units.get(door);
    if (units === undefined) this.#units.set(door, new Set([unit]));
    else units.add(unit);
  }

  all(): readonly (readonly [door: string, dimensions: readonly string[]])[] {
    return [...this.#units].map(([door, units]) => {
      const dimensions = new Set([...units].map((unit) => sizeOf(unit).dimension));
      return [door, [...dimensions].sort(compareTexts)];
    });
  }
}

/** The claims of each link, in the order of their rows. */
function claimsByLink({ claims }: SubjectClaims, rows: readonly ClaimRow[]): ReadonlyMap<Link, readonly Claim[]> {
  const byId = new Map(claims.flatMap((claim) => (claim.link === null ? [] : [[claim.id, claim] as const])));
  const byLink = new Map<Link, Claim[]>();
  if (byId.size === 0) return byLink;
  for (const { id } of rows) {
    const claim = byId.get(id);
    if (claim?.link == null) continue;
    const others = byLink.get(claim.link);
    if (others === undefined) byLink.set(claim.link, [claim]);
    else others.push(claim);
  }
  return byLink;
}

function compareRates(left: RateRow, right: RateRow): number {
  return (
    compareTexts(left.currency, right.currency) ||
    compareTexts(left.periodFirst, right.periodFirst) ||
    compareTexts(left.periodLast, right.periodLast) ||
    compareTexts(left.kind, right.kind)
  );
}
