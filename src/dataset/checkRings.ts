import { type Findings, report, type Spot } from './findings.ts';

/** One step from a thing to the next. */
export interface Step extends Spot {
  readonly to: string;
}

/**
 * What leads from one thing to the next may never come back to where it began. Walks every path once, with a stack of
 * its own: a chain may be longer than the stack of calls.
 */
export function checkRings(relation: string, steps: ReadonlyMap<string, readonly Step[]>, findings: Findings): void {
  const done = new Set<string>();
  for (const start of steps.keys()) {
    const path: { readonly id: string; next: number }[] = [];
    const onPath = new Set<string>();
    const enter = (id: string) => {
      path.push({ id, next: 0 });
      onPath.add(id);
    };
    if (!done.has(start)) enter(start);
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const step = steps.get(here.id)?.[here.next];
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
