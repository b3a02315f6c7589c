import type { MeasureName } from '../src/metrics/rowsTogether.ts';
import { Decimal } from '../src/quantity/decimal.ts';
import { SortNumber } from '../src/quantity/sortNumber.ts';
import type { CursorValue, Page } from '../src/store/page.ts';
import { builder } from './builder.ts';
import { enumOf } from './enumOf.ts';
import { clientError } from './errors.ts';
import { OrderDirection } from './order.ts';

const BucketOrderKey = enumOf('BucketOrderKey', 'What groups can be ordered by.', {
  key: 'The keys: names in the alphabet, periods in time.',
  count: 'The number of rows.',
  sum: 'The sum.',
  minimum: 'The least figure.',
  maximum: 'The greatest figure.',
  mean: 'The mean.',
  median: 'The median.',
});

/** What a client orders groups by. */
export interface BucketOrderShape {
  readonly by: 'key' | 'count' | MeasureName;
  readonly direction?: 'ascending' | 'descending' | null | undefined;
}

export const BucketOrder = builder.inputType('BucketOrder', {
  description: 'What groups are ordered by. Ties are ordered by key, ascending; unknown comes last.',
  fields: (t) => ({
    by: t.field({ type: BucketOrderKey, required: true, description: 'What to order by.' }),
    direction: t.field({ type: OrderDirection, defaultValue: 'ascending', description: 'Which way.' }),
  }),
});

/** Checks what a client orders groups by. @throws the client's error */
export function bucketOrderOf(
  orderBy: readonly BucketOrderShape[] | null | undefined,
  hasFigure: boolean,
): readonly BucketOrderShape[] {
  const order = orderBy ?? [];
  if (order.length > 8)
    throw clientError('BAD_ORDER', `orderBy holds ${order.length} keys; at most 8 are allowed.`, 'orderBy');
  const measure = order.find(({ by }) => by !== 'key' && by !== 'count');
  if (measure && !hasFigure) {
    throw clientError(
      'BAD_ORDER',
      `Groups are ordered by ${measure.by.toUpperCase()}, but no figure is given: name it, such as of: { property: AMOUNT, unit: "USD" }.`,
      'orderBy',
    );
  }
  return order;
}

/** A group, by what it may be ordered by. */
export interface OrderedGroup {
  readonly count: number;
  /** What orders its value of a key; null where it is unknown. */
  readonly keySort: (place: number) => string | null;
  /** What orders a figure of it; null where it is unknown. */
  readonly sortOf: (name: MeasureName) => SortNumber | null;
}

/** A column that groups are ordered by. */
interface Column {
  readonly isNumber: boolean;
  readonly descending: boolean;
  readonly valueIn: (group: OrderedGroup) => SortValue;
}

/** What orders a group by one column; null where it is unknown, which comes last. */
type SortValue = string | SortNumber | null;

/** The columns that groups are ordered by, the keys last, so that no two groups are equal. */
export function columnsOf(order: readonly BucketOrderShape[], keys: number): readonly Column[] {
  const byKeys = (descending: boolean): Column[] =>
    Array.from({ length: keys }, (_, place) => ({
      isNumber: false,
      descending,
      valueIn: ({ keySort }) => keySort(place),
    }));
  return [
    ...order.flatMap(({ by, direction }): readonly Column[] => {
      const descending = direction === 'descending';
      if (by === 'key') return byKeys(descending);
      const valueIn = (group: OrderedGroup) =>
        by === 'count' ? SortNumber.of(new Decimal(group.count)) : group.sortOf(by);
      return [{ isNumber: true, descending, valueIn }];
    }),
    ...byKeys(false),
  ];
}

/** A page of groups in order. */
export function bucketPage<Group extends OrderedGroup>(
  groups: readonly Group[],
  columns: readonly Column[],
  { cursor, backward, limit }: Page,
) {
  if (cursor !== null && !fits(cursor, columns))
    throw clientError(
      'BAD_CURSOR',
      'The cursor is of another list; ask for the first page again.',
      backward ? 'before' : 'after',
    );
  const from = cursor?.map((value, place) => sortValueIn(value, columns[place])) ?? null;
  const placed = groups.map((group) => ({ group, values: columns.map(({ valueIn }) => valueIn(group)) }));
  const way = backward ? -1 : 1;
  const beyond = from === null ? placed : placed.filter(({ values }) => compare(values, from, columns) * way > 0);
  const first = firstOf(beyond, limit, (a, b) => compare(a.values, b.values, columns) * way);
  const rows = (backward ? first.toReversed() : first).map(({ group, values }) => ({
    group,
    values: values.map(cursorValueOf),
  }));
  return { rows, hasMore: beyond.length > limit };
}

/** The first so many in an order, without ordering the others. */
function firstOf<Item>(
  items: readonly Item[],
  most: number,
  compareTwo: (a: Item, b: Item) => number,
): readonly Item[] {
  const first: Item[] = [];
  const isBefore = (item: Item, place: number) => {
    const other = first[place];
    return other !== undefined && compareTwo(item, other) < 0;
  };
  for (const item of items) {
    if (first.length === most && !isBefore(item, most - 1)) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(item, middle)) high = middle;
      else low = middle + 1;
    }
    first.splice(low, 0, item);
    if (first.length > most) first.pop();
  }
  return first;
}

function cursorValueOf(value: SortValue): CursorValue {
  return value instanceof SortNumber ? value.exact.toString() : value;
}

function sortValueIn(value: CursorValue, column: Column | undefined): SortValue {
  if (value === null) return null;
  return column?.isNumber === true ? SortNumber.of(new Decimal(value)) : String(value);
}

function fits(cursor: readonly CursorValue[], columns: readonly Column[]): boolean {
  const isNumber = (value: CursorValue) => /^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(String(value));
  return (
    cursor.length === columns.length &&
    columns.every((column, place) => cursor[place] === null || !column.isNumber || isNumber(cursor[place] ?? null))
  );
}

function compare(a: readonly SortValue[], b: readonly SortValue[], columns: readonly Column[]): number {
  for (let place = 0; place < columns.length; place++) {
    const left = a[place] ?? null;
    const right = b[place] ?? null;
    if (left === right) continue;
    // Unknown comes last, whichever way.
    if (left === null) return 1;
    if (right === null) return -1;
    const areNumbers = left instanceof SortNumber && right instanceof SortNumber;
    const difference = areNumbers ? left.compareTo(right) : left < right ? -1 : 1;
    if (difference !== 0) return columns[place]?.descending === true ? -difference : difference;
  }
  return 0;
}
