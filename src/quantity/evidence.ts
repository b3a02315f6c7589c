/** How good a claim or figure is, best first. */
export const evidences = ['reported', 'derived', 'estimated', 'forecast', 'scenario'] as const;

/** One grade of evidence. */
export type Evidence = (typeof evidences)[number];

/** The weakest of some grades of evidence. */
export function weakest(first: Evidence, ...others: readonly Evidence[]): Evidence {
  return others.reduce((worst, evidence) => (isWeaker(evidence, worst) ? evidence : worst), first);
}

/** Whether one grade of evidence is weaker than another. */
export function isWeaker(evidence: Evidence, than: Evidence): boolean {
  return evidences.indexOf(evidence) > evidences.indexOf(than);
}
