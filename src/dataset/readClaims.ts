import type { Claim } from './claim.ts';
import { ClaimChecks } from './claimChecks.ts';
import { compareTexts } from './compareTexts.ts';
import type { Entity } from './entity.ts';
import type { SubjectClaims } from './facts.ts';
import { inside } from './findings.ts';
import type { Link } from './link.ts';
import { claimsOf, type WrittenClaim } from './linkClaims.ts';
import { readClaim } from './readClaim.ts';
import type { WrittenLink } from './readLinks.ts';
import type { World } from './world.ts';

/** Reads the claims of one subject after the other, and checks them: all that is wrong is found when they are through. */
export function* readClaims(
  subjects: readonly Entity[],
  links: readonly WrittenLink[],
  world: World,
): Generator<SubjectClaims> {
  const linksFrom = new Map<Entity, WrittenLink[]>();
  for (const written of links) {
    const others = linksFrom.get(written.link.from);
    if (others === undefined) linksFrom.set(written.link.from, [written]);
    else others.push(written);
  }
  const checks = new ClaimChecks(world.findings);
  for (const subject of subjects) {
    const own = linksFrom.get(subject)?.sort((left, right) => compareTexts(left.link.id, right.link.id)) ?? [];
    const claims = [
      ...ownClaims(subject, world),
      ...own.flatMap(({ link, claims }) => read(claims, subject, link, world)),
    ];
    checks.add(claims);
    yield { subject, links: own.map(({ link }) => link), claims };
  }
  checks.finish(world.catalogue.drafts);
}

function ownClaims(subject: Entity, world: World): readonly Claim[] {
  const { draft } = subject;
  const spot = inside(draft, 'claims');
  const written = draft.claims;
  draft.claims = {};
  return Object.entries(written).flatMap(([property, entries]) =>
    read(claimsOf(property, entries, inside(spot, property)), subject, null, world),
  );
}

function read(written: readonly WrittenClaim[], subject: Entity, link: Link | null, world: World): readonly Claim[] {
  return written
    .map(({ property, entry, spot }) => readClaim(entry, { subject, link, property }, spot, world))
    .filter((claim) => claim !== null);
}
