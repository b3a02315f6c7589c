import { idOf } from './catalogue.ts';
import type { Entity } from './entity.ts';
import { type Findings, report, type Spot } from './findings.ts';
import type { Link } from './link.ts';

/** One step from an entity to what is above it. */
interface Step extends Spot {
  readonly to: string;
}

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
  for (const [relation, byEntity] of steps) checkRelation(relation, byEntity, findings);
}

const linkKinds = ['parent-of', 'part-of', 'member-of', 'variant-of', 'successor-of', 'amends'];

/** Walks every path once, with a stack of its own: a chain may be longer than the stack of calls. */
function checkRelation(relation: string, byEntity: ReadonlyMap<string, readonly Step[]>, findings: Findings): void {
  const done = new Set<string>();
  for (const start of byEntity.keys()) {
    const path: { readonly id: string; next: number }[] = [];
    const onPath = new Set<string>();
    const enter = (id: string) => {
      path.push({ id, next: 0 });
      onPath.add(id);
    };
    if (!done.has(start)) enter(start);
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const step = byEntity.get(here.id)?.[here.next];
      here.next += 1;
      if (step === undefined) {
        done.add(here.id);
        onPath.delete(here.id);
        path.pop();
      } else if (onPath.has(step.to)) {
        const ring = [...path.slice(path.findIndex(({ id }) => id === step.to)).map(({ id }) => id), step.to];
        report(findings, step, `\`${relation}\` leads back to where it began: ${shown(ring)}; take one of these away`);
      } else if (!done.has(step.to)) enter(step.to);
    }
  }
}

/** A ring of thousands would be no help. */
function shown(ring: readonly string[]): string {
  return (ring.length <= 8 ? ring : [...ring.slice(0, 4), '…', ...ring.slice(-3)]).join(' → ');
}
