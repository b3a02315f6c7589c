import { type Shared, sharedBy } from '../src/graph/shared.ts';
import type { Seen } from '../src/store/seen.ts';
import { stepsThrough } from '../src/store/steps.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { ConnectionShape, PageArguments } from './connection.ts';
import type { DocumentationShape } from './documentation.ts';
import { clientError } from './errors.ts';
import { type FollowedShape, followed, searchBudget } from './followed.ts';
import { listPage } from './listPage.ts';
import { seenByKey } from './pathsOfChains.ts';

/** What a client asks of what entities share. */
export interface CommonLinksAsked extends FollowedShape, PageArguments {
  readonly direction: 'out' | 'in' | 'both';
  /** How many of them must share it. */
  readonly atLeast: number;
}

/** An entity that several share. */
export interface CommonLinkShape {
  readonly entity: Seen<EntityRow>;
  readonly links: readonly Seen<LinkRow>[];
}

/** A page of entities that several share. */
export interface CommonLinkConnectionShape extends ConnectionShape<CommonLinkShape> {
  readonly documentation: DocumentationShape;
}

/** How many links of an entity with those that share it are shown. */
const mostLinks = 100;

/** What entities share, seen through the same view: what most of them share first, then by id. */
export function commonLinksOf(
  view: View,
  keys: readonly number[],
  { direction, atLeast, ...asked }: CommonLinksAsked,
): Read<CommonLinkConnectionShape> {
  const read = stepsThrough(view, followed(view, asked, direction));
  return whenRead(read(keys, searchBudget.links), ({ from, complete }) => {
    if (!complete) {
      throw clientError(
        'BUDGET_EXCEEDED',
        `These entities have more than ${searchBudget.links} links together: name kinds, or ask of fewer entities.`,
        'of',
      );
    }
    const rows = sharedBy(from, atLeast).map((row) => ({ row, keys: [-row.count, row.entity] }));
    const lists = [...from.values()];
    const documentation = {
      linkCount: new Set(lists.flatMap((steps) => steps.map(({ link }) => link))).size,
      entityCount: keys.length,
      undocumentedCount: lists.filter(({ length }) => length === 0).length,
    };
    return whenRead(listPage(view, rows, asked, `common links of ${keys.join(' ')}`), (page) =>
      whenRead(commonLinks(view, page.nodes), (found) => {
        const cursors = new Map(found.map(({ shared, ...row }) => [row, page.cursorOf(shared)] as const));
        return {
          ...page,
          nodes: [...cursors.keys()],
          cursorOf: (row: CommonLinkShape) => cursors.get(row) ?? '',
          documentation,
        };
      }),
    );
  });
}

function commonLinks(
  view: View,
  rows: readonly Shared[],
): Read<readonly (CommonLinkShape & { readonly shared: Shared })[]> {
  const linkKeys = new Set(rows.flatMap(({ links }) => links.slice(0, mostLinks)));
  return whenRead(view.revision.entities(rows.map(({ entity }) => entity)), (entities) =>
    whenRead(view.revision.links([...linkKeys]), (links) => {
      const entityOf = seenByKey(view, entities);
      const linkOf = seenByKey(view, links);
      return rows.flatMap((shared) => {
        const entity = entityOf.get(shared.entity);
        const own = shared.links.slice(0, mostLinks).flatMap((key) => linkOf.get(key) ?? []);
        return entity === undefined ? [] : [{ shared, entity, links: own }];
      });
    }),
  );
}
