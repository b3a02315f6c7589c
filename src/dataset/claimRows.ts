import { bestFirst } from '../store/bestFirst.ts';
import { claimOf } from '../store/claim.ts';
import { defaultLens } from '../store/lens.ts';
import type { ClaimRow } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import { type Keys, unplacedRow } from './claimRow.ts';
import { compareTexts } from './compareTexts.ts';

/** The rows of all claims: facts in the order of their subjects, the claims of a fact best first. */
export function claimRows(claims: readonly Claim[], keys: Keys, horizon: string): readonly ClaimRow[] {
  const facts = new Map<string, ClaimRow[]>();
  for (const claim of claims) {
    const row = unplacedRow(claim, keys);
    const others = facts.get(claim.fact);
    if (others === undefined) facts.set(claim.fact, [row]);
    else others.push(row);
  }
  const ordered = [...facts].sort(compareFacts).map(([, rows]) => inPlace(rows, horizon));
  const placed = ordered.flatMap((rows, index) => rows.map((row, place) => ({ ...row, factKey: index + 1, place })));
  const keyed = placed.map((row, index) => ({ ...row, key: index + 1 }));

  const keyById = new Map(keyed.map(({ id, key }) => [id, key] as const));
  const successors = new Map(claims.map(({ id, supersededById }) => [id, supersededById] as const));
  return keyed.map((row) => ({ ...row, supersededByKey: keyById.get(successors.get(row.id) ?? '') ?? null }));
}

function compareFacts(left: Fact, right: Fact): number {
  const [[leftFact, [a]], [rightFact, [b]]] = [left, right];
  if (a === undefined || b === undefined) return compareTexts(leftFact, rightFact);
  return (
    a.subjectKey - b.subjectKey ||
    compareTexts(a.property, b.property) ||
    (a.linkKey ?? 0) - (b.linkKey ?? 0) ||
    compareTexts(a.periodFirst ?? '', b.periodFirst ?? '') ||
    compareTexts(a.periodLast ?? '', b.periodLast ?? '') ||
    compareTexts(a.definition ?? '', b.definition ?? '') ||
    compareTexts(leftFact, rightFact)
  );
}

type Fact = readonly [string, readonly ClaimRow[]];

/** The claims of a fact in the strict order in which the default lens prefers them. */
function inPlace(rows: readonly ClaimRow[], horizon: string): readonly ClaimRow[] {
  if (rows.length < 2) return rows;
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  const claims = bestFirst(defaultLens(horizon), horizon, rows.map(claimOf));
  return claims.map(({ id }) => byId.get(id)).filter((row) => row !== undefined);
}
