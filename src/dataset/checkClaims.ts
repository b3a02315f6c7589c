import type { Claim } from './claim.ts';
import type { Draft } from './draft.ts';
import { type Findings, inside, nameSpot, report, warn } from './findings.ts';
import { nearest } from './nearest.ts';

/** Checks what shows only where all claims are known. */
export function checkClaims(claims: readonly Claim[], drafts: readonly Draft[], findings: Findings): void {
  const byId = new Map<string, Claim>();
  for (const claim of claims) {
    const other = byId.get(claim.id);
    if (other === undefined) byId.set(claim.id, claim);
    else report(findings, claim.named ? inside(claim, 'id') : claim, sameId(claim, other));
  }
  const named = claims.flatMap(({ id, named }) => (named ? [id] : []));
  for (const claim of claims) {
    // Each suggestion takes a look at every name: of many slips only the first get one.
    checkSuccessor(claim, byId, findings.problems.length < 100 ? named : [], findings);
  }
  checkRings(claims, byId, findings);
  warnOfUndatedSources(claims, drafts, findings);
}

function sameId(claim: Claim, other: Claim): string {
  if (claim.named) return `the id ${claim.id} is that of the claim at ${nameSpot(other)}: write another one`;
  return `the same claim stands at ${nameSpot(other)} already: leave one out`;
}

function checkSuccessor(
  claim: Claim,
  byId: ReadonlyMap<string, Claim>,
  named: readonly string[],
  findings: Findings,
): void {
  if (claim.supersededById === null) return;
  const spot = inside(claim, 'supersededBy');
  const successor = byId.get(claim.supersededById);
  if (successor === undefined) {
    const near = nearest(claim.supersededById, named);
    const advice = near === null ? 'write the `id` of the claim that restates this one' : `did you mean \`${near}\`?`;
    report(findings, spot, `no claim has the id \`${claim.supersededById}\`: ${advice}`);
  } else if (successor.fact !== claim.fact) {
    report(
      findings,
      spot,
      `the claim at ${nameSpot(successor)} is about another fact: write the \`id\` of one with the same subject, property, period and definition`,
    );
  }
}

/** Walks each chain of restatements once: the last claim of a chain restates the others, and nothing restates it. */
function checkRings(claims: readonly Claim[], byId: ReadonlyMap<string, Claim>, findings: Findings): void {
  const walked = new Set<Claim>();
  for (const start of claims) {
    const chain = new Set<Claim>();
    let claim: Claim | undefined = start;
    while (claim !== undefined && !walked.has(claim) && !chain.has(claim)) {
      chain.add(claim);
      claim = byId.get(claim.supersededById ?? '');
    }
    if (claim !== undefined && chain.has(claim)) {
      const message = 'these claims restate each other in a ring: leave `supersededBy` out of the newest';
      report(findings, inside(claim, 'supersededBy'), message);
    }
    for (const each of chain) walked.add(each);
  }
}

function warnOfUndatedSources(claims: readonly Claim[], drafts: readonly Draft[], findings: Findings): void {
  const counts = new Map<string, number>();
  for (const { publications } of claims) {
    for (const { slug, published } of publications)
      if (published === null) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  }
  for (const draft of drafts) {
    const count = draft.type === 'Source' ? counts.get(draft.slug) : undefined;
    if (count === undefined) continue;
    const claimsText = count === 1 ? 'one claim has' : `${count} claims have`;
    warn(
      findings,
      draft,
      `without a date, and ${claimsText} no other: such claims count only on the horizon, and as the oldest; add \`published\``,
    );
  }
}
