import { comparableOf } from '../src/quantity/comparable.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { OrderedSlice } from '../src/store/children.ts';
import { type EntityList, typeIn } from '../src/store/lists.ts';
import { keyWidth } from '../src/store/orders.ts';
import type { CursorValue, Page } from '../src/store/page.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { allRows, withinBudget } from './entities.ts';
import type { Entities } from './entityOrder.ts';
import { clientError } from './errors.ts';
import { figureOf } from './figureOf.ts';
import { entityKeysAsked, type OrderShape } from './order.ts';

/** A row and what it is ordered by, column by column as the store gives them, its key last. */
export interface Keyed {
  readonly row: Seen<EntityRow>;
  readonly keys: readonly CursorValue[];
}

/** Entities with what they are ordered by, within the budget; the figures of all of them are looked up together. */
export function lookedUp(
  { view, parent, list, where }: Entities,
  order: readonly OrderShape[],
): Read<readonly Keyed[]> {
  const own = entityKeysAsked(typeIn(list), order);
  const slice = view.entities(parent, { list, where, order: own, page: allRows });
  return whenRead(slice, (found) =>
    whenRead(withinBudget(found), (rows) => {
      const columns = order.map((key) =>
        key.property == null ? null : figuresOf(rows, { ...key, property: key.property }),
      );
      const widths = widthsOf(list, order);
      return whenRead(whenAllRead(columns), (figures) =>
        rows.map((row, place) => {
          const known = [...(found.keys[place] ?? [])];
          const keys = widths.flatMap((width, column) =>
            width === null ? [figures[column]?.[place] ?? null] : known.splice(0, width),
          );
          return { row, keys: [...keys, row.row.key] };
        }),
      );
    }),
  );
}

/** By how many columns rows are ordered for each key; null for a figure, which is one. */
function widthsOf(list: EntityList, order: readonly OrderShape[]): readonly (number | null)[] {
  return order.map((key) => {
    const [own] = entityKeysAsked(typeIn(list), [key]);
    return own === undefined ? null : keyWidth(own.by);
  });
}

/** The rows of a page among those that were looked up and those that the store read for it, which has no others. */
export function pageAmong(
  rows: readonly Keyed[],
  slice: OrderedSlice<Seen<EntityRow>> | null,
  { list, order }: { readonly list: EntityList; readonly order: readonly OrderShape[] },
  { cursor, backward, limit }: Page,
): OrderedSlice<Seen<EntityRow>> {
  const columns = widthsOf(list, order).flatMap((width, place) =>
    Array.from({ length: width ?? 1 }, () => order[place]?.direction === 'descending'),
  );
  const compare = (a: readonly CursorValue[], b: readonly CursorValue[]) => compareKeys(a, b, columns);
  const beyond = rows.filter(({ keys }) => {
    const difference = cursor === null ? 0 : compare(keys, cursor);
    return cursor === null || (backward ? difference < 0 : difference > 0);
  });
  const read = slice?.rows.map((row, place) => ({ row, keys: slice.keys[place] ?? [] })) ?? [];
  const all = [...beyond, ...read].sort((a, b) => compare(a.keys, b.keys));
  const chosen = backward ? all.slice(-limit) : all.slice(0, limit);
  return {
    rows: chosen.map(({ row }) => row),
    keys: chosen.map(({ keys }) => keys),
    hasMore: all.length > limit || slice?.hasMore === true,
  };
}

/** What figures are ordered by: doubles, as the store has them. @throws the client's error where they do not compare */
function figuresOf(
  rows: readonly Seen<EntityRow>[],
  { property, period, definition, unit }: OrderShape & { readonly property: NonNullable<OrderShape['property']> },
): Read<readonly (number | null)[]> {
  const figures = whenAllRead(rows.map((row) => figureOf(row, { property, period, definition, unit, rate: 'mean' })));
  return whenRead(figures, (found) => {
    const counting = found.map((figure, place) =>
      figure?.tentative && rows[place]?.view.lens.includeTentative !== true ? null : figure,
    );
    const numbers = counting.map((figure) => figure && comparableOf(figure.quantity));
    assertOneDimension(new Set(numbers.flatMap((number) => (number?.sort == null ? [] : number.dimension))), counting);
    return numbers.map((number) => number?.sort ?? null);
  });
}

function assertOneDimension(dimensions: ReadonlySet<string>, figures: readonly (Figure | null)[]): void {
  if (dimensions.size < 2) return;
  throw unitsDiffer(new Set(figures.flatMap((figure) => figure?.quantity.unit ?? [])));
}

/** The error for figures that cannot be ordered because they do not measure the same. */
export function unitsDiffer(units: ReadonlySet<string>) {
  return clientError(
    'UNIT_MISMATCH',
    `The rows have figures in ${[...units].join(', ')}; give orderBy a unit to compare them in, or narrow the list.`,
    'orderBy',
  );
}

/** Which of two rows comes first, by their keys; unknown comes last whichever way, ties are ordered by id. */
function compareKeys(a: readonly CursorValue[], b: readonly CursorValue[], descending: readonly boolean[]): number {
  for (const [place, left] of a.entries()) {
    const right = b[place] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right === (descending[place] ?? false) ? 1 : -1;
  }
  return 0;
}
