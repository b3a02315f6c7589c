import { isDerived } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { countOnce, membersOf } from './countOnce.ts';
import { areSame, holds, isKnown, type Row } from './extent.ts';
import { rivalsIn } from './rivals.ts';
import { type Total, total } from './total.ts';

/** A row that is stated, and the rows that are parts of it. */
export interface WholeAndParts<One extends Row> {
  readonly whole: One;
  readonly total: Total;
}

/**
 * The rows that are stated for a whole beside the sum of the rows within it, at least two: a group and its members, a year
 * and its quarters, all processors and each of them. Parts that hold one another are counted once.
 *
 * Where the parts may not be all of it, as with three quarters of a year, they disagree only where they exceed the whole,
 * and a sum that is less says nothing.
 */
export function wholesBesideParts<One extends Row>(
  rows: readonly One[],
  nonNegative: boolean,
): readonly WholeAndParts<One>[] {
  const rivals = rivalsIn(rows);
  return rows.flatMap((whole) => {
    const { figure } = whole;
    if (figure === null || !isKnown(whole) || !isStated(whole)) return [];
    const parts = partsOf(whole, rivals.get(whole) ?? []);
    if (parts === null) return [];
    const { unit } = figure.quantity;
    const beside = total({ unit, nonNegative, stated: figure, parts: parts.rows, open: false, period: figure.period });
    const isLess = beside.agreement === 'disagree' && !parts.areAll && !exceeds(beside);
    return [{ whole, total: isLess ? { ...beside, agreement: 'unknown' as const } : beside }];
  });
}

/** What follows from other figures is no statement about them. */
function isStated({ figure }: Row): boolean {
  return figure !== null && !(isDerived(figure.origin) && figure.origin.metric === 'fromOtherPeriods');
}

function partsOf<One extends Row>(whole: One, rivals: readonly One[]) {
  const members = membersOf(whole, rivals);
  if (members !== null) return { rows: members, areAll: true };
  const { counted, unknown } = countOnce(rivals.filter((row) => holds(whole, row) && !holds(row, whole)));
  if (counted.length < 2) return null;
  return { rows: [...counted, ...unknown], areAll: unknown.length === 0 && fill(whole, counted) };
}

/** Whether parts of the same parties, none of which overlap, leave no day of the whole out. */
function fill({ extent }: Row, parts: readonly Row[]): boolean {
  if (extent === null) return false;
  const days = parts.reduce((sum, part) => sum + daysOf(part.extent?.period ?? null), 0);
  return days === daysOf(extent.period) && parts.every((part) => part.extent !== null && areSame(part.extent, extent));
}

function daysOf(period: Period | null): number {
  if (period?.first == null || period.last === null) return Number.NaN;
  return (Date.parse(period.last) - Date.parse(period.first)) / 86_400_000 + 1;
}

function exceeds({ stated, sum }: Total): boolean {
  const most = stated?.quantity.high ?? null;
  return most !== null && sum.quantity.low?.gt(most) === true;
}
