import type { CursorValue } from '../src/store/page.ts';
import type { View } from '../src/store/view.ts';
import type { Read } from '../src/store/whenRead.ts';
import { type ConnectionShape, connection, type PageArguments, pageOf } from './connection.ts';
import { listAsked } from './cursor.ts';

/** A row of a list that was worked out here, and the keys by which it stands where it does, ascending. */
export interface Placed<Row> {
  readonly row: Row;
  readonly keys: readonly CursorValue[];
}

/** A page of a list that was worked out here, because no store could. `order` says in words what it is ordered by. */
export function listPage<Row extends object>(
  view: View,
  rows: readonly Placed<Row>[],
  asked: PageArguments,
  order: string,
): Read<ConnectionShape<Row>> {
  const of = listAsked(view, order, asked);
  const page = pageOf(asked, of);
  const { cursor, backward, limit } = page;
  const sorted = rows.toSorted((a, b) => compareKeys(a.keys, b.keys));
  const beyond = sorted.filter(({ keys }) => {
    const difference = cursor === null ? 0 : compareKeys(keys, cursor);
    return cursor === null || (backward ? difference < 0 : difference > 0);
  });
  const chosen = backward ? beyond.slice(-limit) : beyond.slice(0, limit);
  const slice = {
    rows: chosen.map(({ row }) => row),
    keys: chosen.map(({ keys }) => keys),
    hasMore: beyond.length > limit,
  };
  return connection(slice, page, of, () => rows.length);
}

/** Which of two rows stands first, by the keys that they are ordered by, ascending; unknown comes last. */
export function compareKeys(a: readonly CursorValue[], b: readonly CursorValue[]): number {
  for (const [place, left] of a.entries()) {
    const right = b[place] ?? null;
    if (left === right) continue;
    // Unknown comes last.
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
}
