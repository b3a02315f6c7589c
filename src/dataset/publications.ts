import { LRUCache } from 'lru-cache';
import { firstDayOf, lastDayOf } from '../quantity/period.ts';
import type { Publication } from '../store/tables.ts';
import type { ClaimEntry } from './claimShape.ts';
import type { Draft } from './draft.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';
import type { World } from './world.ts';

/**
 * The sources of a claim with the days on which they made it known: the claim's own date, else that of the source. A
 * claim without a source, or published after the horizon, is a problem.
 */
export function publicationsOf(
  entry: ClaimEntry,
  spot: Spot,
  { catalogue, horizon, findings }: World,
): readonly Publication[] {
  const references = [
    ...(entry.source === undefined ? [] : [{ to: entry.source, spot: inside(spot, 'source') }]),
    ...(entry.sources ?? []).map((to, index) => ({ to, spot: inside(spot, 'sources', index) })),
  ];
  if (references.length === 0) {
    const what = entry.stated === undefined ? 'claim' : 'number';
    report(findings, spot, `a ${what} without a source: add \`source:\` and the name of a file in data/sources`);
  }
  const own = readDate(entry.published, inside(spot, 'published'), findings);
  const sources = new Map<string, Draft>();
  for (const reference of references) {
    const source = follow(reference.to, ['Source'], reference.spot, { catalogue, findings });
    if (source === null) continue;
    if (sources.has(source.slug))
      report(findings, reference.spot, `\`${source.slug}\` stands here twice: leave one out`);
    else sources.set(source.slug, source);
  }
  const publications = [...sources.values()].map(({ slug, detail }) => {
    const published = own ?? validDate(detail.published);
    return { slug, published, day: published === null ? null : dayKnown(published, horizon) };
  });
  const first =
    publications.map(({ published }) => (published === null ? '' : (daysOf(published)?.first ?? ''))).sort()[0] ?? '';
  if (first > horizon) {
    const where =
      own === null ? inside(spot, entry.source === undefined ? 'sources' : 'source') : inside(spot, 'published');
    report(
      findings,
      where,
      `published on ${own ?? first}, after the horizon ${horizon}: correct the date, or move the horizon in data/revision.yaml`,
    );
  }
  return publications;
}

/** A date that the calendar has, or null with a problem. */
export function readDate(date: string | undefined, spot: Spot, findings: Findings): string | null {
  if (date === undefined) return null;
  const known = validDate(date);
  if (known === null)
    report(findings, spot, `\`${date}\` is no date: write a day such as 2024-08-26, a month such as 2024-08 or a year`);
  return known;
}

/** The last day that a date may mean, or the horizon where that is earlier. */
function dayKnown(date: string, horizon: string): string {
  const day = daysOf(date)?.last ?? horizon;
  return day < horizon ? day : horizon;
}

function validDate(date: string | undefined): string | null {
  return date !== undefined && daysOf(date.trim()) !== null ? date.trim() : null;
}

interface Days {
  readonly first: string;
  readonly last: string;
}

/** The dates that were read last: a million claims were published on a few thousand. */
const dates = new LRUCache<string, { readonly days: Days | null }>({ max: 10_000 });

/** The first and the last day that a date may mean; null where the calendar has no such date. */
function daysOf(date: string): Days | null {
  const known = dates.get(date);
  if (known !== undefined) return known.days;
  const [first, last] = [firstDayOf(date), lastDayOf(date)];
  const days = first === null || last === null ? null : { first, last };
  dates.set(date, { days });
  return days;
}
