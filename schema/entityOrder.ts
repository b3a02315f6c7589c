import { isCurrency, sizeOf } from '../src/quantity/unit.ts';
import type { OrderedSlice } from '../src/store/children.ts';
import { rowsOnce, unitsOfFigure } from '../src/store/figuresOfRows.ts';
import { type EntityList, typeIn } from '../src/store/lists.ts';
import type { FigureOrder, OrderAsked } from '../src/store/orders.ts';
import type { Page } from '../src/store/page.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { Parent, View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { unitArgument } from './conversion.ts';
import { lookedUp, pageAmong, unitsDiffer } from './lookedUpOrder.ts';
import { entityKeysAsked, type OrderShape } from './order.ts';
import { preparedFigure } from './preparedFigure.ts';
import { foreignTo } from './quantityRange.ts';

/** A list of entities, and how it is narrowed. */
export interface Entities {
  readonly view: View;
  readonly parent: Parent;
  readonly list: EntityList;
  readonly where: EntityWhere;
}

/**
 * A page of entities in the order asked for.
 *
 * The store orders by what is prepared. The rows for which it has nothing prepared, because their figure may follow from
 * others or is of a currency without an equivalent, are looked up, and put between those of the store. Where a key is a
 * metric or the lens is another, all rows are looked up, within the budget.
 */
export function entitiesInOrder(
  entities: Entities,
  order: readonly OrderShape[],
  page: Page,
): Read<OrderedSlice<Seen<EntityRow>>> {
  const { view, parent, list, where } = entities;
  const prepared = order.map((key) => preparedKey(entities, key));
  const known = prepared.filter((key) => key !== null);
  if (known.length < prepared.length)
    return whenRead(lookedUp(entities, order), (rows) => pageAmong(rows, null, { list, order }, page));
  const keys = known.map(({ key }) => key);
  const open = known.flatMap((key) => key.open ?? []);
  const read = (rest: EntityWhere) => view.entities(parent, { list, where: rest, order: keys, page });
  const type = typeIn(list);
  return whenRead(whenAllRead(known.map((key) => assertComparable(entities, key))), () =>
    whenRead(open.length === 0 ? null : rowsOnce(view, type, { or: open }), (among) => {
      if (among === null) return read(where);
      const others = lookedUp({ ...entities, where: { and: [where, among] } }, order);
      return whenRead(others, (rows) => {
        if (rows.length === 0) return read(where);
        const keysOfRows = rows.map(({ row }) => row.row.key);
        return whenRead(read({ and: [where, { not: { keys: keysOfRows } }] }), (slice) =>
          pageAmong(rows, slice, { list, order }, page),
        );
      });
    }),
  );
}

/** A key as the store orders by it. */
interface PreparedKey {
  readonly key: OrderAsked;
  /** The rows that it cannot order; null where there are none. */
  readonly open: EntityWhere | null;
  /** Whether figures that measure this cannot be compared by it; null where there are none at the door. */
  readonly refuses: ((dimensions: ReadonlySet<string>) => boolean) | null;
}

/** Null where the store cannot order by it. @throws the client's error where the unit is none */
function preparedKey({ view, list }: Entities, shape: OrderShape): PreparedKey | null {
  const { property, period = null, definition = null, direction } = shape;
  const descending = direction === 'descending';
  const type = typeIn(list);
  const [own] = entityKeysAsked(type, [shape]);
  if (own !== undefined) return { key: own, open: null, refuses: null };
  if (property == null) return null;
  const prepared = preparedFigure(view, { type, property, period, definition });
  if (prepared === null) return null;
  const { of, open } = prepared;
  const measured = view.revision.info.dimensions.get(of.door) ?? [];
  const unit = shape.unit == null ? null : unitArgument(shape.unit, 'orderBy');
  const key: FigureOrder = { figure: of, inUsd: unit === 'USD', descending };
  if (unit === null) {
    if (measured.length < 2) return { key, open, refuses: null };
    // What is looked up has to be of one dimension with what is prepared, so that all are looked at together.
    return open === null ? { key, open, refuses: (dimensions) => dimensions.size > 1 } : null;
  }
  const foreign = foreignTo(unit, measured);
  const converted = foreign.length === 0 ? [] : [{ figure: { of, is: { dimensions: foreign } } }];
  const others = [...(open === null ? [] : [open]), ...converted];
  const wanted = sizeOf(unit).dimension;
  const odd = measured.filter((one) => (isCurrency(unit) ? !isCurrency(one) : one !== wanted));
  return {
    key,
    open: others.length === 0 ? null : { or: others },
    refuses: odd.length === 0 ? null : (dimensions) => odd.some((one) => dimensions.has(one)),
  };
}

/** Looks at the units of the rows, where they may be such as cannot be compared. @throws the client's error where they are */
function assertComparable({ view, parent, list, where }: Entities, { key, refuses }: PreparedKey): Read<null> {
  if (refuses === null || 'by' in key) return null;
  return whenRead(unitsOfFigure(view, parent, { list, where }, key.figure), (units) => {
    if (refuses(new Set(units.map((unit) => sizeOf(unit).dimension)))) throw unitsDiffer(new Set(units));
    return null;
  });
}
