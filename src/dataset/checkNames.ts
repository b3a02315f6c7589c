import { foldName } from '../quantity/foldName.ts';
import type { EntityType } from '../store/tables.ts';
import type { Draft } from './draft.ts';
import { type Findings, inside, nameSpot, report, type Spot } from './findings.ts';

/** Kinds whose names are titles or are composed: nobody looks them up by name. */
const unnamed: readonly EntityType[] = ['Investment', 'Shipment', 'Source'];

/**
 * Names and aliases lead to one entity of a kind, unless both holders say that they share it; identifiers always do. A
 * name that is the slug of another entity is a problem too: the slug would always win.
 */
export function checkNames(drafts: readonly Draft[], findings: Findings): void {
  const names = new Map<string, Holder[]>();
  const identifiers = new Map<string, Holder>();
  for (const draft of drafts) {
    for (const { scheme, value } of draft.detail.identifiers ?? []) {
      const holder = { draft, spot: inside(draft, 'identifiers', scheme), name: `${scheme}:${value}` };
      const other = identifiers.get(`${draft.type} ${holder.name}`);
      if (other === undefined) identifiers.set(`${draft.type} ${holder.name}`, holder);
      else report(findings, holder.spot, `${holder.name} is held by ${nameSpot(other.spot)} too: correct one of them`);
    }
    if (!unnamed.includes(draft.type)) holdNames(names, draft, findings);
  }
}

interface Holder {
  readonly draft: Draft;
  readonly spot: Spot;
  readonly name: string;
}

function holdNames(names: Map<string, Holder[]>, draft: Draft, findings: Findings): void {
  for (const holder of namesOf(draft)) {
    const key = `${draft.type} ${foldName(holder.name)}`;
    const holders = names.get(key);
    if (holders === undefined) names.set(key, [holder]);
    else if (!holders.some((other) => other.draft === draft)) {
      // Nobody reads on after some; with each against each a name that all bear would take for ever.
      for (const other of holders.slice(0, 8)) checkShared(holder, other, findings);
      holders.push(holder);
    }
  }
}

function namesOf(draft: Draft): readonly Holder[] {
  return [
    { draft, spot: draft, name: draft.slug },
    ...draft.mergedSlugs.map((name, index) => ({ draft, spot: inside(draft, 'mergedSlugs', index), name })),
    ...(draft.name === null ? [] : [{ draft, spot: inside(draft, 'name'), name: draft.name }]),
    ...draft.aliases.map((name, index) => ({ draft, spot: inside(draft, 'aliases', index), name })),
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
