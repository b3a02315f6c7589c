import { bestFirst } from '../store/bestFirst.ts';
import { claimOf } from '../store/claim.ts';
import { defaultLens } from '../store/lens.ts';
import type { ClaimRow } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import { type Keys, type Unplaced, unplacedRow } from './claimRow.ts';
import { compareTexts } from './compareTexts.ts';

/**
 * The rows of all claims: facts in the order of their subjects, the claims of a fact best first. Takes the claims out of
 * the list, each when its row is made.
 */
export function claimRows(claims: Claim[], keys: Keys, horizon: string): readonly ClaimRow[] {
  const facts = new Map<string, Unplaced[]>();
  const successors = successorsOf(claims);
  const once = onlyOnce();
  for (let claim = claims.pop(); claim !== undefined; claim = claims.pop()) {
    const row = unplacedRow(claim, keys, once);
    const others = facts.get(claim.fact);
    if (others === undefined) facts.set(claim.fact, [row]);
    else others.push(row);
  }
  // Written into the rows themselves: a copy of each would be most of the memory that publishing takes.
  const keyed: Unplaced[] = [];
  const ordered = [...facts].sort(compareFacts);
  for (const [index, [, rows]] of ordered.entries()) {
    for (const [place, row] of inPlace(rows, horizon).entries()) {
      keyed.push(row);
      row.key = keyed.length;
      row.factKey = index + 1;
      row.place = place;
    }
  }
  supersede(keyed, successors);
  return keyed;
}

/** Of texts that are the same, one: most claims have the same few sources, qualifiers and files. */
function onlyOnce(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}

/** Which claims are restated by which, by their ids. They are few. */
function successorsOf(claims: readonly Claim[]): ReadonlyMap<string, string> {
  return new Map(claims.flatMap(({ id, supersededById }) => (supersededById ? [[id, supersededById]] : [])));
}

/** Notes the successors of restated claims. */
function supersede(rows: readonly Unplaced[], successors: ReadonlyMap<string, string>): void {
  const concerned = new Set([...successors].flat());
  const byId = new Map(rows.flatMap((row) => (concerned.has(row.id) ? [[row.id, row] as const] : [])));
  for (const [id, successor] of successors) {
    const row = byId.get(id);
    if (row) row.supersededByKey = byId.get(successor)?.key ?? null;
  }
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

type Fact = readonly [string, readonly Unplaced[]];

/** The claims of a fact in the strict order in which the default lens prefers them. */
function inPlace(rows: readonly Unplaced[], horizon: string): readonly Unplaced[] {
  if (rows.length < 2) return rows;
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  const claims = bestFirst(defaultLens(horizon), horizon, rows.map(claimOf));
  return claims.map(({ id }) => byId.get(id)).filter((row) => row !== undefined);
}
