import { bestFirst } from '../store/bestFirst.ts';
import { claimOf } from '../store/claim.ts';
import { defaultLens } from '../store/lens.ts';
import type { ClaimRow } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import { type Keys, type Unplaced, unplacedRow } from './claimRow.ts';
import { compareTexts } from './compareTexts.ts';

/** What the keys of claims and facts go on from. */
export type LastKeys = Pick<ClaimRow, 'key' | 'factKey'>;

/** The rows of the claims of one subject: fact after fact, the claims of each best first. */
export function claimRows(claims: readonly Claim[], after: LastKeys, keys: Keys, horizon: string): readonly ClaimRow[] {
  const facts = new Map<string, Unplaced[]>();
  for (const claim of claims) {
    const row = unplacedRow(claim, keys);
    const others = facts.get(claim.fact);
    if (others === undefined) facts.set(claim.fact, [row]);
    else others.push(row);
  }
  const keyed: Unplaced[] = [];
  for (const [index, [, rows]] of [...facts].sort(compareFacts).entries()) {
    for (const [place, row] of inPlace(rows, horizon).entries()) {
      keyed.push(row);
      row.key = after.key + keyed.length;
      row.factKey = after.factKey + index + 1;
      row.place = place;
    }
  }
  supersede(keyed, claims);
  return keyed;
}

/** Notes the successors of restated claims, which are few. */
function supersede(rows: readonly Unplaced[], claims: readonly Claim[]): void {
  for (const { id, supersededById } of claims) {
    if (supersededById === null) continue;
    const row = rows.find((each) => each.id === id);
    if (row) row.supersededByKey = rows.find((each) => each.id === supersededById)?.key ?? null;
  }
}

function compareFacts(left: Fact, right: Fact): number {
  const [[leftFact, [a]], [rightFact, [b]]] = [left, right];
  if (a === undefined || b === undefined) return compareTexts(leftFact, rightFact);
  return (
    compareTexts(a.property, b.property) ||
    (a.linkKey ?? 0) - (b.linkKey ?? 0) ||
    compareTexts(a.periodFirst ?? '', b.periodFirst ?? '') ||
    compareTexts(a.periodLast ?? '', b.periodLast ?? '') ||
    compareTexts(a.definition ?? '', b.definition ?? '') ||
    compareTexts(leftFact, rightFact)
  );
}

type Fact = readonly [string, readonly Unplaced[]];

/** The claims of a fact in the strict order in which the default lens prefers them. */
function inPlace(rows: readonly Unplaced[], horizon: string): readonly Unplaced[] {
  if (rows.length < 2) return rows;
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  const claims = bestFirst(defaultLens(horizon), horizon, rows.map(claimOf));
  return claims.map(({ id }) => byId.get(id)).filter((row) => row !== undefined);
}
