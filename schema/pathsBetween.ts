import type { Chain } from '../src/graph/chain.ts';
import { type ChainsFound, findChains } from '../src/graph/findChains.ts';
import type { Seen } from '../src/store/seen.ts';
import { stepsThrough } from '../src/store/steps.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type ConnectionShape, connection, type PageArguments, pageOf } from './connection.ts';
import { listAsked } from './cursor.ts';
import { clientError } from './errors.ts';
import { type FollowedShape, followed, newBudget, turnedRound } from './followed.ts';
import { compareKeys } from './listPage.ts';
import type { PathShape } from './path.ts';
import { pathsOfChains } from './pathsOfChains.ts';

/** What a client asks of the paths between two entities. */
export interface PathsAsked extends FollowedShape, PageArguments {
  readonly direction: 'out' | 'in' | 'both';
  readonly maxLength: number;
}

/** A page of paths, and whether some may be missing. */
export interface PathConnectionShape extends ConnectionShape<PathShape> {
  readonly truncated: boolean;
}

/** The most links that a path may have, and how many it may have where nothing is said. */
export const lengths = { most: 8, standard: 4 };

/** The paths between two entities that are seen through the same view. */
export function pathsBetween(from: Seen<EntityRow>, to: Seen<EntityRow>, asked: PathsAsked): Read<PathConnectionShape> {
  assertApart(from, to);
  const { view } = from;
  const of = listAsked(view, `paths from ${from.row.key} to ${to.row.key}`, asked);
  const page = pageOf(asked, of);
  const { cursor, backward, limit } = page;
  const links = followed(view, asked, asked.direction);
  const ways = { onward: stepsThrough(view, links), backward: stepsThrough(view, turnedRound(links)) };
  const search = (isWanted: (chain: Chain) => boolean, enough: number): Read<ChainsFound> =>
    findChains(ways, { from: from.row.key, to: to.row.key, maxLength: asked.maxLength, isWanted, enough }, newBudget());
  const isBeyond = (chain: Chain) => {
    const difference = cursor === null ? 0 : compareKeys(keysOf(chain), cursor);
    return cursor === null || (backward ? difference < 0 : difference > 0);
  };
  const enough = backward ? Number.POSITIVE_INFINITY : limit + 1;
  return whenRead(search(isBeyond, enough), ({ chains, truncated }) => {
    const chosen = backward ? chains.slice(-limit) : chains.slice(0, limit);
    return whenRead(pathsOfChains(view, chosen), (paths) => {
      return whenRead(
        connection({ rows: paths, keys: chosen.map(keysOf), hasMore: chains.length > limit }, page, of, () =>
          whenRead(
            search(() => true, Number.POSITIVE_INFINITY),
            (all) => all.chains.length,
          ),
        ),
        (found) => ({ ...found, truncated }),
      );
    });
  });
}

function assertApart(from: Seen<EntityRow>, to: Seen<EntityRow>): void {
  if (from.view !== to.view) {
    throw clientError('BAD_ID', 'The ids name two lenses: take both from the same view.', 'to');
  }
  if (from.row.key === to.row.key) {
    throw clientError(
      'BAD_ARGUMENT',
      'from and to are one entity: name two, or ask neighbourhood(of) for what lies around it.',
      'to',
    );
  }
}

/** Paths stand by their length, then by the entities along them, then by the links. */
function keysOf(chain: Chain | undefined): readonly number[] {
  return chain === undefined ? [] : [chain.links.length, ...chain.entities, ...chain.links];
}
