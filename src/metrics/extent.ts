import { type Evidence, evidences } from '../quantity/evidence.ts';
import type { EntityReference, Figure } from '../quantity/figure.ts';
import { type Period, periodsOverlap, periodWithin } from '../quantity/period.ts';
import { isUnknown } from '../quantity/quantity.ts';
import { isWithin, mayShare, type Parties } from './parties.ts';

/** What a row is of: whose, of what, when. Rows that share some of each may hold the same money or goods. */
export interface Extent {
  /** Parties in each role, the roles in one order for all rows: investors and targets; sellers, goods and buyers. */
  readonly roles: readonly Parties[];
  /** Null where unknown, which may be any time. */
  readonly period: Period | null;
  /** Whether it holds all that its parties did, as the capital expenditure of a year does. Others hold one thing only. */
  readonly isWhole: boolean;
  /** Of rows about the same, the lowest goes first, and is not held by a higher one; 0 where nothing tells them apart. */
  readonly rank: number;
}

/** A row to be counted. A figure that is null or unknown is not known; an extent of null overlaps with nothing. */
export interface Row {
  readonly entity: EntityReference;
  readonly figure: Figure | null;
  readonly extent: Extent | null;
}

/** Whether a row has a figure that is known. */
export function isKnown({ figure }: Row): boolean {
  return figure !== null && !isUnknown(figure.quantity);
}

/** The place of a grade of evidence, the best first. */
export function gradeOf(evidence: Evidence): number {
  return evidences.indexOf(evidence);
}

/** Whether it is hoped for rather than done. An unknown figure is of neither side. */
export function isForecast({ figure }: Row): boolean {
  return figure !== null && gradeOf(figure.evidence) >= gradeOf('forecast');
}

/** Whether all that one row holds is certainly in another. */
export function holds(outer: Row, inner: Row): boolean {
  const [a, b] = [outer.extent, inner.extent];
  if (a === null || b === null || outer === inner || !a.isWhole || isForecast(outer) !== isForecast(inner))
    return false;
  if (a.period === null || b.period === null || !periodWithin(b.period, a.period)) return false;
  return a.rank <= b.rank && a.roles.every((parties, role) => isWithin(b.roles[role] ?? [], parties));
}

/** Whether two rows may hold some of the same. */
export function overlaps({ extent: a }: Row, { extent: b }: Row): boolean {
  if (a === null || b === null || !(a.isWhole || b.isWhole)) return false;
  if (a.period !== null && b.period !== null && !periodsOverlap(a.period, b.period)) return false;
  return a.roles.every((parties, role) => mayShare(parties, b.roles[role] ?? []));
}

/** Whether two rows are of the same parties in every role. */
export function areSame(a: Pick<Extent, 'roles'>, b: Pick<Extent, 'roles'>): boolean {
  return a.roles.every((parties, role) => isSame(parties, b.roles[role] ?? []));
}

/** Whether parties are the same ones. */
export function isSame(a: Parties, b: Parties): boolean {
  return a.length === b.length && a.every(({ key }) => b.some((other) => other.key === key));
}
