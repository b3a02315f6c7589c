import { idOf } from './catalogue.ts';
import { checkRings, type Step } from './checkRings.ts';
import type { Entity } from './entity.ts';
import type { Findings } from './findings.ts';
import type { Link } from './link.ts';

/** What leads upwards can never come back to where it began: parents, places around places, families, versions. */
export function checkCycles(entities: Iterable<Entity>, links: readonly Link[], findings: Findings): void {
  const steps = new Map<string, Map<string, Step[]>>();
  const add = (relation: string, from: string, step: Step) => {
    const byEntity = steps.get(relation) ?? new Map<string, Step[]>();
    steps.set(relation, byEntity);
    const known = byEntity.get(from);
    if (known === undefined) byEntity.set(from, [step]);
    else known.push(step);
  };
  for (const { id, references } of entities) {
    for (const { role, to, file, path } of references) {
      if (role === 'within' || role === 'basedOn') add(role, id, { to: idOf(to), file, path });
    }
  }
  for (const { kind, from, to, file, path } of links) {
    if (linkKinds.includes(kind)) add(kind, from.id, { to: to.id, file, path });
  }
  for (const [relation, byEntity] of steps) checkRings(relation, byEntity, findings);
}

const linkKinds = ['parent-of', 'part-of', 'member-of', 'variant-of', 'successor-of', 'amends'];
