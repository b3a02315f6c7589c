import type { EntityType } from '../store/tables.ts';
import { find } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { report, type Spot } from './findings.ts';
import type { World } from './world.ts';

/** The entity that a reference names among some kinds; null with a problem where there is none. */
export function follow(
  reference: string,
  types: readonly EntityType[],
  spot: Spot,
  { catalogue, findings }: Pick<World, 'catalogue' | 'findings'>,
): Draft | null {
  const draft = find(catalogue, reference, types);
  if (!('problem' in draft)) return draft;
  if (draft.problem !== null) report(findings, spot, draft.problem);
  return null;
}
