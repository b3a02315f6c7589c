import { type Ball, ballAround } from '../src/graph/ball.ts';
import { Spending } from '../src/graph/budget.ts';
import { chainTo } from '../src/graph/chain.ts';
import { dependentEnds } from '../src/quantity/dependence.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import { stepsThrough } from '../src/store/steps.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { ConnectionShape, PageArguments } from './connection.ts';
import type { DocumentationShape } from './documentation.ts';
import { type FollowedShape, followed, newBudget } from './followed.ts';
import { listPage } from './listPage.ts';
import type { PathShape } from './path.ts';
import { pathsOfChains } from './pathsOfChains.ts';
import { isLinkKind } from './property.ts';
import { type Dependence, dependenceKinds, suppliersOf } from './suppliers.ts';

/** What a client asks of the dependents of an entity. */
export interface DependentsAsked extends FollowedShape, PageArguments {
  readonly depth: number;
}

/** Who depends on an entity, by which chain. */
export interface DependentShape {
  readonly entity: Seen<EntityRow>;
  readonly path: PathShape;
  /** The links that were followed. */
  readonly dependence: Dependence;
}

/** A page of dependents. */
export interface DependentConnectionShape extends ConnectionShape<DependentShape> {
  readonly documentation: DocumentationShape;
  readonly truncated: boolean;
}

/** The kinds of link that are followed where nothing is said: of goods, of places and of rules. */
export const standardKinds: readonly LinkKindId[] = [
  'supplies',
  'foundry-for',
  'makes',
  'buys',
  'rents-compute-from',
  'leases-data-centre-from',
  'operates-data-centre-in',
  'located-in',
  'rents-compute-in',
  'restricts',
  'listed-by',
];

/** Who depends on an entity, directly or through others: the nearest first, of one distance by id. */
export function dependentsOf(
  { row: { key: centre }, view }: Seen<EntityRow>,
  { depth, ...asked }: DependentsAsked,
): Read<DependentConnectionShape> {
  const kinds = dependenceKinds(asked.kinds ?? standardKinds, 'kinds');
  const links = followed(view, asked, 'both');
  const dependence = { kinds, during: links.during, evidence: links.evidence };
  const downstream = stepsThrough(view, { ...links, out: kindsWhere('to', kinds), back: kindsWhere('from', kinds) });
  const spending = new Spending(newBudget());
  return whenRead(ballAround(centre, depth, downstream, spending), (ball) => {
    const rows = ball.layers.flatMap((layer, distance) =>
      distance === 0 ? [] : layer.map((key) => ({ row: { key }, keys: [distance, key] })),
    );
    return whenRead(listPage(view, rows, asked, `dependents of ${centre}`), (page) =>
      whenRead(
        pathsOfChains(
          view,
          page.nodes.map(({ key }) => chainTo(ball, key)),
        ),
        (paths) => {
          const cursors = new Map<DependentShape, string>();
          const nodes = paths.flatMap((path, place) => {
            const [entity, node] = [path.entities.at(-1), page.nodes[place]];
            if (entity === undefined || node === undefined) return [];
            const dependent = { entity, path, dependence };
            cursors.set(dependent, page.cursorOf(node));
            return [dependent];
          });
          return {
            ...page,
            nodes,
            cursorOf: (dependent: DependentShape) => cursors.get(dependent) ?? '',
            documentation: documentationOf(ball),
            truncated: spending.isSpent,
          };
        },
      ),
    );
  });
}

function kindsWhere(end: 'from' | 'to', kinds: readonly LinkKindId[]): readonly LinkKindId[] {
  return kinds.filter((kind) => dependentEnds[end].includes(kind)).sort();
}

/** What was looked at: the links that lead on from the entity and from those that are not the last layer. */
function documentationOf({ steps }: Ball): DocumentationShape {
  const lists = [...steps.values()];
  return {
    linkCount: new Set(lists.flatMap((list) => list.map(({ link }) => link))).size,
    entityCount: lists.length,
    undocumentedCount: lists.filter(({ length }) => length === 0).length,
  };
}

/** Whom else a dependent has for what the last link of its chain is about, by id. */
export function otherSuppliersOf({ entity, path, dependence }: DependentShape): Read<readonly Seen<EntityRow>[]> {
  const kind = path.links.at(-1)?.row.kind;
  const supplier = path.entities.at(-2)?.row.key;
  if (kind === undefined || !isLinkKind(kind)) return [];
  return whenRead(suppliersOf(entity, dependence), (suppliers) => {
    const others = suppliers.filter(({ link, other }) => link.row.kind === kind && other.row.key !== supplier);
    const byKey = new Map(others.map(({ other }) => [other.row.key, other] as const));
    return [...byKey.values()].sort((a, b) => a.row.key - b.row.key).slice(0, 100);
  });
}
