import type { Period } from '../src/quantity/period.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import type { LinkList } from '../src/store/lists.ts';
import { rowKeys } from '../src/store/orders.ts';
import type { Seen } from '../src/store/seen.ts';
import { dayOf as dayOfLens } from '../src/store/sight.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import type { EndCount, Parent, View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type ConnectionShape, connection, type PageArguments, pageOf } from './connection.ts';
import { listAsked } from './cursor.ts';
import type { DocumentationShape } from './documentation.ts';
import { allRows, withinBudget } from './entities.ts';
import { enumOf } from './enumOf.ts';
import type { FilterShape } from './filter.ts';
import { LinkFilter } from './linkFilter.ts';
import { linksTogether } from './linksTogether.ts';
import { keysAsked, type OrderShape, orderOf } from './order.ts';
import { periodArgument } from './period.ts';

export const Direction = enumOf('Direction', 'Which way to follow links.', {
  out: 'From `from` to `to`.',
  in: 'From `to` to `from`.',
  both: 'Both ways.',
});

/** What a client asks of the links below an entity. */
export interface LinksAsked extends PageArguments {
  readonly orderBy?: readonly OrderShape[] | null | undefined;
  readonly kinds?: readonly LinkKindId[] | null | undefined;
  readonly direction?: 'out' | 'in' | 'both' | null | undefined;
  readonly during?: string | null | undefined;
  readonly where?: FilterShape | null | undefined;
}

/** A page of links, and how much is documented behind the list. */
export interface LinkConnectionShape extends ConnectionShape<Seen<LinkRow>> {
  readonly documentation: () => Read<DocumentationShape>;
}

/** The links of an entity, as a connection. */
export function linksBelow(entity: Seen<EntityRow>, asked: LinksAsked): Read<LinkConnectionShape> {
  const ends = { out: 'from', in: 'to', both: 'both' } as const;
  return linkConnection(entity.view, entity, ends[asked.direction ?? 'both'], asked);
}

/** Links as a connection: all, or those of a parent. */
export function linkConnection(
  view: View,
  parent: Parent,
  ends: LinkList['ends'],
  asked: LinksAsked,
): Read<LinkConnectionShape> {
  const order = keysAsked(orderOf(asked.orderBy, rowKeys.link, 'without figures'));
  const of = listAsked(view, `links by ${JSON.stringify(order)}`, asked);
  const page = pageOf(asked, of);
  const list = { ends, during: asked.during == null ? dayOf(view) : periodArgument(asked.during, null, 'during') };
  return whenRead(LinkFilter.where(asked.where, view), (matching) => {
    const where = asked.kinds ? { and: [{ kinds: asked.kinds }, matching] } : matching;
    const count = () => view.countLinks(parent, { list, where });
    const gather = () => withinBudget(view.links(parent, { list, where, order: [], page: allRows }));
    const links = connection(
      view.links(parent, { list, where, order, page }),
      page,
      of,
      count,
      linksTogether(view, gather, count),
    );
    const documentation = () =>
      whenRead(view.countEnds(parent, { list, where }), (ends) => documentationOf(ends, parent !== null));
    return whenRead(links, (page) => ({ ...page, documentation }));
  });
}

/** An entity without any link in the list is one that was looked at, too. */
function documentationOf({ links, entities }: EndCount, isBelowEntity: boolean): DocumentationShape {
  const alone = isBelowEntity && links === 0 ? 1 : 0;
  return { linkCount: links, entityCount: entities + alone, undocumentedCount: alone };
}

/** The day of the lens, as a period. */
export function dayOf({ lens }: View): Period {
  return dayOfLens(lens);
}
