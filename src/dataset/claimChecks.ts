import type { Claim } from './claim.ts';
import type { Draft } from './draft.ts';
import { type Findings, inside, nameSpot, report, type Spot, warn } from './findings.ts';
import { nearest } from './nearest.ts';

/** Checks what shows only where claims are seen together: those of a subject, and, by their ids, all of them. */
export class ClaimChecks {
  readonly #findings: Findings;
  /** Where the claim of an id stands. */
  readonly #spots = new Map<string, Spot>();
  #record: Spot | null = null;
  /** The ids that files give. */
  readonly #named: string[] = [];
  /** Claims that name a successor which is not about their subject. */
  readonly #withoutSuccessor: Claim[] = [];
  /** How many claims of each source bear no date. */
  readonly #undated = new Map<string, number>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Takes the claims of the next subject. */
  add(claims: readonly Claim[]): void {
    const byId = new Map<string, Claim>();
    for (const claim of claims) {
      const { id, named, publications } = claim;
      const other = this.#spots.get(id);
      if (other === undefined) this.#spots.set(id, this.#spotOf(claim));
      else report(this.#findings, named ? inside(claim, 'id') : claim, sameId(claim, other));
      if (named) this.#named.push(id);
      if (!byId.has(id)) byId.set(id, claim);
      for (const { slug, published } of publications)
        if (published === null) this.#undated.set(slug, (this.#undated.get(slug) ?? 0) + 1);
    }
    for (const claim of claims) if (claim.supersededById !== null) this.#checkSuccessor(claim, byId);
    checkRings(claims, byId, this.#findings);
  }

  /** Tells what shows only when all claims have been taken. */
  finish(drafts: readonly Draft[]): void {
    for (const claim of this.#withoutSuccessor) {
      const successor = this.#spots.get(claim.supersededById ?? '');
      const message = successor === undefined ? this.#nobody(claim) : aboutAnother(successor);
      report(this.#findings, inside(claim, 'supersededBy'), message);
    }
    for (const draft of drafts) {
      const count = draft.type === 'Source' ? this.#undated.get(draft.slug) : undefined;
      if (count === undefined) continue;
      const claimsText = count === 1 ? 'one claim has' : `${count} claims have`;
      warn(
        this.#findings,
        draft,
        `without a date, and ${claimsText} no other: such claims count only on the horizon, and as the oldest; add \`published\``,
      );
    }
  }

  /** A record stands in one line, whatever it claims: one spot does for all of it, where files of records hold a million claims. */
  #spotOf({ file, path }: Claim): Spot {
    if (file.standsIn === file.path) return { file, path };
    if (this.#record?.file !== file) this.#record = { file, path: [] };
    return this.#record;
  }

  #checkSuccessor(claim: Claim, byId: ReadonlyMap<string, Claim>): void {
    const successor = byId.get(claim.supersededById ?? '');
    if (successor === undefined) this.#withoutSuccessor.push(claim);
    else if (successor.fact !== claim.fact)
      report(this.#findings, inside(claim, 'supersededBy'), aboutAnother(successor));
  }

  #nobody({ supersededById }: Claim): string {
    // Each suggestion takes a look at every name: of many slips only the first get one.
    const near = this.#findings.problems.length < 100 ? nearest(supersededById ?? '', this.#named) : null;
    const advice = near === null ? 'write the `id` of the claim that restates this one' : `did you mean \`${near}\`?`;
    return `no claim has the id \`${supersededById}\`: ${advice}`;
  }
}

function sameId({ named, id }: Claim, other: Spot): string {
  if (named) return `the id ${id} is that of the claim at ${nameSpot(other)}: write another one`;
  return `the same claim stands at ${nameSpot(other)} already: leave one out`;
}

function aboutAnother(successor: Spot): string {
  return `the claim at ${nameSpot(successor)} is about another fact: write the \`id\` of one with the same subject, property, period and definition`;
}

/** Walks each chain of restatements once: the last claim of a chain restates the others, and nothing restates it. */
function checkRings(claims: readonly Claim[], byId: ReadonlyMap<string, Claim>, findings: Findings): void {
  const walked = new Set<Claim>();
  for (const start of claims) {
    if (start.supersededById === null) continue;
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
