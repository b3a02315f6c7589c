import { Cohort } from './cohort.ts';
import type { View } from './view.ts';

/** A row and the view it was read through: whatever is asked of it next is asked through the same lens. */
export interface Seen<Row extends { readonly key: number }> {
  readonly row: Row;
  readonly view: View;
  readonly cohort: Cohort<Row>;
}

/** Rows which were read together, as one cohort. */
export function seeAll<Row extends { readonly key: number }>(view: View, rows: readonly Row[]): readonly Seen<Row>[] {
  const cohort = new Cohort(rows);
  return rows.map((row) => ({ row, view, cohort }));
}

/** The children of many parents, all of them one cohort. */
export function seeChildren<Row extends { readonly key: number }>(
  view: View,
  byParent: ReadonlyMap<number, readonly Row[]>,
): ReadonlyMap<number, readonly Seen<Row>[]> {
  const cohort = new Cohort([...byParent.values()].flat());
  const seen = new Map<number, readonly Seen<Row>[]>();
  for (const [parent, rows] of byParent)
    seen.set(
      parent,
      rows.map((row) => ({ row, view, cohort })),
    );
  return seen;
}
