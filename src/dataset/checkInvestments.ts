import type { Entity } from './entity.ts';
import { type Findings, nameSpot, report } from './findings.ts';

/** One fact has one home: what a company spent in some days stands in one entry, whatever the period is called. */
export function checkInvestments(entities: Iterable<Entity>, findings: Findings): void {
  const bySpending = new Map<string, Entity>();
  for (const entity of entities) {
    const { type, draft, references, period } = entity;
    if (type !== 'Investment' || !draft.kinds.includes('capital-expenditure')) continue;
    if (draft.when === null) {
      report(findings, draft, 'capital expenditure is that of a period: add `period`');
      continue;
    }
    if (period === null) continue;
    const investors = references.filter(({ role }) => role === 'investor').map(({ to }) => `${to.type}:${to.slug}`);
    const spending = JSON.stringify([...investors.sort(), period.first, period.last]);
    const other = bySpending.get(spending);
    if (other === undefined) bySpending.set(spending, entity);
    else
      report(
        findings,
        draft,
        `capital expenditure of these days stands at ${nameSpot(other.draft)} already: put the claims there`,
      );
  }
}
