import { Decimal } from '../quantity/decimal.ts';
import type { Warning } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { gradeOf, holds, isForecast, isKnown, isSame, type Row } from './extent.ts';
import { rivalsIn } from './rivals.ts';

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
  const rivals = rivalsIn(rows);
  const composed = new Map(
    rows.flatMap((row) => {
      const members = membersOf(row, rivals.get(row) ?? []);
      return members === null ? [] : [[row, members] as const];
    }),
  );
  const known = rows.filter((row) => isKnown(row) && !composed.has(row));
  const chosen = chooseDisjoint(known, rivals);
  const counted = known.filter((row) => chosen.get(row) === row);
  const unknown: One[] = [];
  const leftOut = [
    ...[...composed].map(([row, by]) => ({ row, by, isWhole: true })),
    ...known.flatMap((row) => {
      const by = chosen.get(row);
      return by === undefined || by === row ? [] : [{ row, by: [by], isWhole: false }];
    }),
  ];
  for (const row of rows) {
    if (isKnown(row) || composed.has(row)) continue;
    const holder = rivals.get(row)?.find((other) => chosen.get(other) === other && holds(other, row));
    if (holder === undefined) unknown.push(row);
    else leftOut.push({ row, by: [holder], isWhole: false });
  }
  return { counted, unknown, leftOut };
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

function isSameTime(a: Period | null, b: Period | null): boolean {
  return a !== null && b !== null && a.first === b.first && a.last === b.last;
}

/**
 * For each row the one that is counted in its place, itself where it is counted: one after another the best of those that
 * no other one holds, until each is counted or may hold the same as one that is. Rows that are no rivals, not even by
 * others between them, do not matter to each other, so that each such set is gone through by itself.
 */
function chooseDisjoint<One extends Row>(
  rows: readonly One[],
  rivals: ReadonlyMap<One, readonly One[]>,
): ReadonlyMap<One, One> {
  const chosen = new Map<One, One>();
  const places = new Map(rows.map((row, place) => [row, place]));
  const rivalsOf = (row: One) => (rivals.get(row) ?? []).filter((other) => places.has(other));
  for (const row of rows) {
    if (chosen.has(row)) continue;
    const set = new Set([row]);
    for (const one of set) for (const other of rivalsOf(one)) set.add(other);
    const best = [...set].sort((a, b) => compare(a, b) || (places.get(a) ?? 0) - (places.get(b) ?? 0));
    chooseAmong(best, rivalsOf, chosen);
  }
  return chosen;
}

/** Goes through rows of one set, the best first, and writes down for each which one is counted. */
function chooseAmong<One extends Row>(
  best: readonly One[],
  rivalsOf: (row: One) => readonly One[],
  chosen: Map<One, One>,
): void {
  const holders = new Map<One, number>();
  const held = new Map<One, readonly One[]>();
  for (const row of best) {
    const inner = rivalsOf(row).filter((other) => holds(row, other) && !holds(other, row));
    held.set(row, inner);
    for (const one of inner) holders.set(one, (holders.get(one) ?? 0) + 1);
  }
  const settle = (row: One, by: One) => {
    if (chosen.has(row)) return;
    chosen.set(row, by);
    for (const inner of held.get(row) ?? []) holders.set(inner, (holders.get(inner) ?? 0) - 1);
  };
  for (let left = best; left.length > 0; left = left.filter((row) => !chosen.has(row))) {
    // There is always one that no other holds; were there none, the first would do.
    const next = left.find((row) => (holders.get(row) ?? 0) === 0) ?? left[0];
    if (next === undefined) return;
    settle(next, next);
    for (const rival of rivalsOf(next)) settle(rival, next);
  }
}

/** Which of two rows that may hold the same goes first. */
function compare(a: Row, b: Row): number {
  if (a.figure === null || b.figure === null || a.extent === null || b.extent === null) return 0;
  return (
    Number(isForecast(a)) - Number(isForecast(b)) ||
    a.extent.rank - b.extent.rank ||
    (b.figure.quantity.low ?? zero).comparedTo(a.figure.quantity.low ?? zero) ||
    lengthOf(b.extent.period) - lengthOf(a.extent.period) ||
    gradeOf(a.figure.evidence) - gradeOf(b.figure.evidence)
  );
}

const zero = new Decimal(0);

/** Days of a period: none where it is unknown, more than any where it has no end. */
function lengthOf(period: Period | null): number {
  if (period === null) return 0;
  const { first, last } = period;
  return first === null || last === null ? Number.MAX_SAFE_INTEGER : Date.parse(last) - Date.parse(first);
}
