import { type Findings, inside, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';
import type { World } from './world.ts';

/** The slugs of the sources that an entry names, in the order of the file. */
export function readSources(
  { source, sources = [] }: { readonly source?: string | undefined; readonly sources?: readonly string[] | undefined },
  spot: Spot,
  world: Pick<World, 'catalogue' | 'findings'>,
): readonly string[] {
  const references = [
    ...(source === undefined ? [] : [{ to: source, spot: inside(spot, 'source') }]),
    ...sources.map((to, index) => ({ to, spot: inside(spot, 'sources', index) })),
  ];
  const slugs = new Set<string>();
  for (const reference of references) {
    const found = follow(reference.to, ['Source'], reference.spot, world);
    if (found === null) continue;
    if (slugs.has(found.slug))
      report(world.findings, reference.spot, `\`${found.slug}\` stands here twice: leave one out`);
    slugs.add(found.slug);
  }
  return [...slugs];
}

/** A rank needs its reason, and a reason its rank. */
export function readReason(
  rank: string | undefined,
  reason: string | undefined,
  spot: Spot,
  findings: Findings,
  names: { readonly rank: string; readonly reason: string } = { rank: 'rank', reason: 'reason' },
): void {
  if (rank !== undefined && reason === undefined)
    report(findings, inside(spot, names.rank), `a rank without a reason: add \`${names.reason}\``);
  if (rank === undefined && reason !== undefined)
    report(
      findings,
      inside(spot, names.reason),
      `a reason without a rank: add \`${names.rank}: tentative\`, or call it \`note\``,
    );
}
