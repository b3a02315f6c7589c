import type { PartyMatch, PlaceMatch } from '../controls/rule.ts';
import type { EntityType } from '../store/tables.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';
import { readRatio } from './readRatio.ts';
import { readReason } from './readSources.ts';
import { openDays, readDays } from './readWindows.ts';
import type { PartyEntry, PlaceMatchEntry } from './ruleShape.ts';
import type { World } from './world.ts';

/** Places and groups of places, by their slugs. */
export function readPlaceMatch(entry: PlaceMatchEntry, spot: Spot, world: World): PlaceMatch {
  if (isList(entry)) return { anyOf: slugs(entry, ['Place'], spot, world) };
  const { anyOf, noneOf, possibly } = entry;
  if (anyOf === undefined && possibly === undefined)
    report(world.findings, spot, 'nothing is reached: add `anyOf`, with `world` where all places are meant');
  const list = (name: string, places: readonly string[] | undefined) =>
    places && slugs(places, ['Place'], inside(spot, name), world);
  return { anyOf: list('anyOf', anyOf), noneOf: list('noneOf', noneOf), possibly: list('possibly', possibly) };
}

/** The buyers that a clause reaches. */
export function readPartyMatch(entry: PartyEntry, spot: Spot, world: World): PartyMatch {
  const { listedBy, anyOf, noneOf, headquartersIn, headquartersNotIn, ownedByListed, role } = entry;
  return {
    listedBy: listedBy && slugs(listedBy, ['ExportControl'], inside(spot, 'listedBy'), world),
    anyOf: anyOf && slugs(anyOf, ['Company'], inside(spot, 'anyOf'), world),
    noneOf: noneOf?.flatMap((each, index) => exceptedParty(each, inside(spot, 'noneOf', index), world)),
    headquartersIn: headquartersIn && readPlaceMatch(headquartersIn, inside(spot, 'headquartersIn'), world),
    headquartersNotIn: headquartersNotIn && readPlaceMatch(headquartersNotIn, inside(spot, 'headquartersNotIn'), world),
    ownedByListed:
      ownedByListed === undefined
        ? undefined
        : (readRatio(ownedByListed, inside(spot, 'ownedByListed'), world.findings) ?? undefined),
    role,
  };
}

function exceptedParty(entry: NonNullable<PartyEntry['noneOf']>[number], spot: Spot, world: World) {
  if (typeof entry === 'string') {
    const company = follow(entry, ['Company'], spot, world);
    return company === null ? [] : [{ company: company.slug }];
  }
  const company = follow(entry.company, ['Company'], inside(spot, 'company'), world);
  const days = readDays(entry.days, inside(spot, 'days'), world.findings);
  readReason(entry.rank, entry.reason, spot, world.findings);
  if (company === null || days === null) return [];
  return [{ company: company.slug, ...openDays(days), rank: entry.rank, reason: entry.reason }];
}

function slugs(
  references: readonly string[],
  types: readonly EntityType[],
  spot: Spot,
  world: World,
): readonly string[] {
  const found = references.map(
    (reference, index) => follow(reference, types, inside(spot, index), world)?.slug ?? null,
  );
  const known = found.filter((slug) => slug !== null);
  reportTwice(found, spot, world.findings);
  return known;
}

function reportTwice(found: readonly (string | null)[], spot: Spot, findings: Findings): void {
  const seen = new Set<string | null>();
  for (const [index, slug] of found.entries()) {
    if (slug !== null && seen.has(slug))
      report(findings, inside(spot, index), `\`${slug}\` stands here twice: leave one out`);
    seen.add(slug);
  }
}

function isList(entry: PlaceMatchEntry): entry is Extract<PlaceMatchEntry, readonly string[]> {
  return Array.isArray(entry);
}
