import { Decimal } from '../quantity/decimal.ts';
import { type Evidence, evidences } from '../quantity/evidence.ts';
import type { EntityReference, Figure, Warning } from '../quantity/figure.ts';
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

/** Rows of which none holds what another holds, and those left out. */
export interface Counted<One extends Row> {
  /** Those that are known. */
  readonly counted: readonly One[];
  /** Those that are not known, and not part of one that is counted. */
  readonly unknown: readonly One[];
  /** Those left out, with what is counted instead. */
  readonly leftOut: readonly { readonly row: One; readonly by: readonly One[]; readonly isWhole: boolean }[];
}

/**
 * Chooses rows that can be added up: no two of them may hold the same.
 *
 * A set of which each member has a row of its own for the same time is left out, its members being counted. Then what holds
 * others goes first, so that a year is counted and its quarters are not; of rows that may hold the same in part, results go
 * before forecasts, then the larger, the longer and the better. What may be the same as what is counted is left out.
 */
export function countOnce<One extends Row>(rows: readonly One[]): Counted<One> {
  const composed = new Map(
    rows.flatMap((row) => {
      const members = membersOf(row, rows);
      return members === null ? [] : [[row, members] as const];
    }),
  );
  const free = rows.filter((row) => !composed.has(row) && isKnown(row) && row.extent === null);
  const rest = rows.filter((row) => !composed.has(row) && row.extent !== null);
  const chosen = chooseDisjoint(rest.filter(isKnown));
  const counted = new Set([...free, ...chosen.counted]);
  const unknown: One[] = [];
  const leftOut = [
    ...[...composed].map(([row, by]) => ({ row, by, isWhole: true })),
    ...chosen.leftOut.map(({ row, by }) => ({ row, by: [by], isWhole: false })),
  ];
  for (const row of rows) {
    if (isKnown(row) || composed.has(row)) continue;
    const holder = chosen.counted.find((other) => holds(other, row));
    if (holder === undefined) unknown.push(row);
    else leftOut.push({ row, by: [holder], isWhole: false });
  }
  return { counted: rows.filter((row) => counted.has(row)), unknown, leftOut };
}

/** What was left out and why, in words. */
export function leftOutWarnings(leftOut: Counted<Row>['leftOut']): readonly Warning[] {
  return leftOut.map(({ row, by, isWhole }) => {
    const names = by.map(({ entity }) => entity.name).join(', ');
    const why = isWhole
      ? `its members are counted: ${names}`
      : `it is part of ${names}, which is counted, or may hold the same`;
    return { code: 'overlap-left-out', message: `${row.entity.name} is left out: ${why}.`, entities: [row.entity] };
  });
}

/** Whether all that one row holds is certainly in another. */
export function holds(outer: Row, inner: Row): boolean {
  const [a, b] = [outer.extent, inner.extent];
  if (a === null || b === null || outer === inner || !a.isWhole || isForecast(outer) !== isForecast(inner))
    return false;
  if (a.period === null || b.period === null || !periodWithin(b.period, a.period)) return false;
  if (a.rank > b.rank) return false;
  return a.roles.every((parties, role) => isWithin(b.roles[role] ?? [], parties));
}

/** Whether a row has a figure that is known. */
export function isKnown({ figure }: Row): boolean {
  return figure !== null && !isUnknown(figure.quantity);
}

function overlaps({ extent: a }: Row, { extent: b }: Row): boolean {
  if (a === null || b === null || !(a.isWhole || b.isWhole)) return false;
  if (a.period !== null && b.period !== null && !periodsOverlap(a.period, b.period)) return false;
  return a.roles.every((parties, role) => mayShare(parties, b.roles[role] ?? []));
}

/** The rows that together are all of a set: one for each of its members, of the same time; null where some have none. */
export function membersOf<One extends Row>(row: One, rows: readonly One[]): readonly One[] | null {
  const { extent } = row;
  const role = extent?.roles.findIndex((parties) => parties.length > 1 && parties.every(({ open }) => !open)) ?? -1;
  const parties = extent?.roles[role];
  if (extent == null || parties === undefined) return null;
  const found = parties.map((party) =>
    rows.find(
      (other) =>
        other !== row &&
        isKnown(other) &&
        isForecast(other) === isForecast(row) &&
        other.extent !== null &&
        other.extent.isWhole === extent.isWhole &&
        isSameTime(other.extent.period, extent.period) &&
        other.extent.roles.every((theirs, place) =>
          place === role ? isSame(theirs, [party]) : isSame(theirs, extent.roles[place] ?? []),
        ),
    ),
  );
  const members = found.filter((one) => one !== undefined);
  return members.length === found.length ? members : null;
}

/** Whether two rows are of the same parties in every role. */
export function areSame(a: Pick<Extent, 'roles'>, b: Pick<Extent, 'roles'>): boolean {
  return a.roles.every((parties, role) => isSame(parties, b.roles[role] ?? []));
}

function isSame(a: Parties, b: Parties): boolean {
  return a.length === b.length && a.every(({ key }) => b.some((other) => other.key === key));
}

function isSameTime(a: Period | null, b: Period | null): boolean {
  return a !== null && b !== null && a.first === b.first && a.last === b.last;
}

/** One after another the best of those that no other one holds, until each is counted or may be the same as one counted. */
function chooseDisjoint<One extends Row>(rows: readonly One[]) {
  const places = rows.map((_row, place) => place);
  const rivals = places.map((): number[] => []);
  const held = places.map((): number[] => []);
  const holders = places.map(() => 0);
  for (const a of places) {
    for (let b = a + 1; b < rows.length; b++) {
      const [one, other] = [rows[a], rows[b]];
      if (!one || !other || !overlaps(one, other)) continue;
      rivals[a]?.push(b);
      rivals[b]?.push(a);
      const [inA, inB] = [holds(one, other), holds(other, one)];
      if (inA === inB) continue;
      const [outer, inner] = inA ? [a, b] : [b, a];
      held[outer]?.push(inner);
      holders[inner] = (holders[inner] ?? 0) + 1;
    }
  }
  const order = [...places].sort((a, b) => compare(rows[a], rows[b]) || a - b);
  const done = new Map<number, number>();
  const settle = (place: number, by: number) => {
    if (done.has(place)) return;
    done.set(place, by);
    for (const inner of held[place] ?? []) holders[inner] = (holders[inner] ?? 0) - 1;
  };
  while (done.size < rows.length) {
    // There is always one that no other holds; were there none, the first left would do.
    const next =
      order.find((place) => !done.has(place) && holders[place] === 0) ?? order.find((place) => !done.has(place));
    if (next === undefined) break;
    settle(next, next);
    for (const rival of rivals[next] ?? []) settle(rival, next);
  }
  return {
    counted: rows.filter((_row, place) => done.get(place) === place),
    leftOut: rows.flatMap((row, place) => {
      const by = rows[done.get(place) ?? place];
      return by === undefined || by === row ? [] : [{ row, by }];
    }),
  };
}

/** Which of two rows that may hold the same goes first. */
function compare(a: Row | undefined, b: Row | undefined): number {
  if (a?.figure == null || b?.figure == null || !a.extent || !b.extent) return 0;
  return (
    Number(isForecast(a)) - Number(isForecast(b)) ||
    a.extent.rank - b.extent.rank ||
    (b.figure.quantity.low ?? zero).comparedTo(a.figure.quantity.low ?? zero) ||
    lengthOf(b.extent.period) - lengthOf(a.extent.period) ||
    gradeOf(a.figure.evidence) - gradeOf(b.figure.evidence)
  );
}

const zero = new Decimal(0);

function gradeOf(evidence: Evidence): number {
  return evidences.indexOf(evidence);
}

/** An unknown figure is of neither side. */
function isForecast({ figure }: Row): boolean {
  return figure !== null && gradeOf(figure.evidence) >= gradeOf('forecast');
}

/** Days of a period: none where it is unknown, more than any where it has no end. */
function lengthOf(period: Period | null): number {
  if (period === null) return 0;
  const { first, last } = period;
  return first === null || last === null ? Number.MAX_SAFE_INTEGER : Date.parse(last) - Date.parse(first);
}
