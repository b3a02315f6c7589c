import { foldName } from '../quantity/foldName.ts';
import type { EntityType } from '../store/tables.ts';
import type { Catalogue } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { type Findings, inside, nameSpot, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';

/** Kinds whose names are titles or are composed: nobody looks them up by name. */
const unnamed: readonly EntityType[] = ['Investment', 'Shipment', 'Source'];

/**
 * Names and aliases lead to one entity of a kind, unless both holders say that they share it; identifiers always do. A
 * name that is the slug of another entity is a problem too: the slug would always win.
 */
export function checkNames(catalogue: Catalogue, findings: Findings): void {
  const names = new Map<string, Holder[]>();
  const identifiers = new Map<string, Holder>();
  for (const draft of catalogue.drafts) {
    for (const { scheme, value } of draft.detail.identifiers ?? []) {
      const holder = { draft, spot: inside(draft, 'identifiers', scheme), name: `${scheme}:${value}`, isSlug: false };
      const other = identifiers.get(`${draft.type} ${holder.name}`);
      if (other === undefined) identifiers.set(`${draft.type} ${holder.name}`, holder);
      else report(findings, holder.spot, `${holder.name} is held by ${nameSpot(other.spot)} too: correct one of them`);
    }
    for (const [index, slug] of draft.sharesNameWith.entries()) {
      follow(slug, [draft.type], inside(draft, 'sharesNameWith', index), { catalogue, findings });
    }
    if (!unnamed.includes(draft.type)) holdNames(names, draft, findings);
  }
}

interface Holder {
  readonly draft: Draft;
  readonly spot: Spot;
  readonly name: string;
  /** Whether it is a slug or a former one: two of these in one place are told of when entities are put together. */
  readonly isSlug: boolean;
}

function holdNames(names: Map<string, Holder[]>, draft: Draft, findings: Findings): void {
  for (const holder of namesOf(draft)) {
    const key = `${draft.type} ${foldName(holder.name)}`;
    const holders = names.get(key);
    if (holders === undefined) names.set(key, [holder]);
    else if (!holders.some((other) => other.draft === draft)) {
      // Nobody reads on after some; with each against each a name that all bear would take for ever.
      for (const other of holders.slice(0, 8)) {
        if (!holder.isSlug || !other.isSlug) checkShared(holder, other, findings);
      }
      holders.push(holder);
    }
  }
}

function namesOf(draft: Draft): readonly Holder[] {
  const { name, slug, aliases, mergedSlugs } = draft;
  return [
    ...(name === null ? [] : [{ draft, spot: inside(draft, 'name'), name, isSlug: false }]),
    ...aliases.map((alias, index) => ({ draft, spot: inside(draft, 'aliases', index), name: alias, isSlug: false })),
    ...mergedSlugs.map((old, index) => ({ draft, spot: inside(draft, 'mergedSlugs', index), name: old, isSlug: true })),
    { draft, spot: draft, name: slug, isSlug: true },
  ];
}

function checkShared(holder: Holder, other: Holder, findings: Findings): void {
  for (const [here, there] of [
    [holder, other],
    [other, holder],
  ] as const) {
    if (here.draft.sharesNameWith.includes(there.draft.slug)) continue;
    const advice = `if both are right, say so in both files: \`sharesNameWith: [${there.draft.slug}]\` here`;
    report(findings, here.spot, `"${here.name}" is a name of ${nameSpot(there.spot)} too: ${advice}`);
  }
}
