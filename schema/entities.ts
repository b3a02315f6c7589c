import type { Slice } from '../src/store/children.ts';
import { type EntityList, typeIn } from '../src/store/lists.ts';
import type { Page } from '../src/store/page.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { Parent, View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { type ConnectionShape, connection, type PageArguments, pageOf } from './connection.ts';
import { listAsked } from './cursor.ts';
import { entitiesTogether } from './entitiesTogether.ts';
import { entitiesInOrder } from './entityOrder.ts';
import { clientError } from './errors.ts';
import type { FilterShape } from './filter.ts';
import { type OrderShape, orderOf, rowKeysOf } from './order.ts';

/** What a client asks of a list of entities. */
export interface EntitiesAsked extends PageArguments {
  readonly where?: FilterShape | null | undefined;
  readonly orderBy?: readonly OrderShape[] | null | undefined;
}

/** How many rows may be gathered to order them by a figure, or to add them up. */
export const gatherBudget = 5_000;

/** The page of all rows that may be gathered. */
export const allRows: Page = { limit: gatherBudget, backward: false, cursor: null };

/** The rows of that page. @throws the client's error where there are more */
export function withinBudget<Row>(slice: Read<Slice<Row>>): Read<readonly Row[]> {
  return whenRead(slice, ({ rows, hasMore }) => {
    if (!hasMore) return rows;
    throw clientError(
      'BUDGET_EXCEEDED',
      `More than ${gatherBudget.toLocaleString('en')} rows would have to be looked at one by one; narrow the list with where: by a period, a kind, a name or a link.`,
      'where',
    );
  });
}

/** Entities as a connection: all of a kind, or those that name a parent. */
export function entityConnection(
  view: View,
  parent: Parent,
  list: EntityList,
  where: EntityWhere,
  asked: EntitiesAsked,
): Read<ConnectionShape<Seen<EntityRow>>> {
  const byName: readonly OrderShape[] = [{ by: 'name', direction: 'ascending' }];
  const keys = orderOf(asked.orderBy, rowKeysOf(typeIn(list)), 'with figures');
  const order = keys.length === 0 ? byName : keys;
  const of = listAsked(view, `entities by ${JSON.stringify(order)}`, asked);
  const page = pageOf(asked, of);
  const totalCount = () => view.countEntities(parent, { list, where });
  const together = entitiesTogether(view, parent, list, where, totalCount);
  const slice = entitiesInOrder({ view, parent, list, where }, order, page);
  return connection(slice, page, of, totalCount, together);
}

/** All entities of a list, by name, within the budget. @throws the client's error where there are more */
export function gather(
  view: View,
  parent: Parent,
  list: EntityList,
  where: EntityWhere,
): Read<readonly Seen<EntityRow>[]> {
  return withinBudget(view.entities(parent, { list, where, order: [], page: allRows }));
}
