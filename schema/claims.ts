import type { Claim } from '../src/store/claim.ts';
import type { ClaimList } from '../src/store/lists.ts';
import { rowKeys } from '../src/store/orders.ts';
import type { Seen } from '../src/store/seen.ts';
import type { Parent, View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { ClaimFilter } from './claimFilter.ts';
import { claimsTogether } from './claimsTogether.ts';
import { type ConnectionShape, connection, type PageArguments, pageOf } from './connection.ts';
import { listAsked } from './cursor.ts';
import { allRows, withinBudget } from './entities.ts';
import type { FilterShape } from './filter.ts';
import { keysAsked, type OrderShape, orderOf } from './order.ts';

/** What a client asks of a list of claims. */
export interface ClaimsAsked extends PageArguments {
  readonly orderBy?: readonly OrderShape[] | null | undefined;
  readonly where?: FilterShape | null | undefined;
}

/** Claims as a connection: all, those about a parent, or what it said. */
export function claimsBelow(
  view: View,
  parent: Parent,
  list: ClaimList,
  asked: ClaimsAsked,
): Read<ConnectionShape<Seen<Claim>>> {
  const order = keysAsked(orderOf(asked.orderBy, rowKeys.claim, 'without figures'));
  const of = listAsked(view, `${list === 'said' ? 'statements' : 'claims'} by ${JSON.stringify(order)}`, asked);
  const page = pageOf(asked, of);
  return whenRead(ClaimFilter.where(asked.where, view), (where) => {
    const count = () => view.countClaims(parent, { list, where });
    const gather = () => withinBudget(view.claims(parent, { list, where, order: [], page: allRows }));
    return connection(
      view.claims(parent, { list, where, order, page }),
      page,
      of,
      count,
      claimsTogether(view, gather, count),
    );
  });
}
