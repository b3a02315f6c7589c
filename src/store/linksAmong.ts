import { sql } from 'kysely';
import { followedSql, type LinksFollowed, markOfKeys } from './steps.ts';
import type { View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';

/** The keys of some links, and whether they are all that there are. */
export interface LinkKeys {
  readonly keys: readonly number[];
  readonly complete: boolean;
}

/** The links that run among some entities, whichever way, by their ids; `most` of them at most. */
export function linksAmong(
  view: View,
  entities: readonly number[],
  followed: LinksFollowed,
  most: number,
): Read<LinkKeys> {
  const { engine, knownSteps } = view.revision;
  const question = `${view.lensText} ${JSON.stringify(followed)} ${most} ${markOfKeys(entities)}`;
  const known = knownSteps.among.get(question);
  if (known !== undefined) return upTo(most, known);
  const keys = sql<readonly number[]>`${entities}`;
  const { sql: text, parameters } = sql`select key from link
    where ${engine.among(sql.ref('fromKey'), keys)} and ${engine.among(sql.ref('toKey'), keys)}
      and ${followedSql(view, followed, followed.out)} order by key limit ${most + 1}`.compile(engine.build);
  return whenRead(engine.run<{ key: number }>(text, parameters), (rows) => {
    const found = rows.map(({ key }) => key);
    knownSteps.among.set(question, found);
    return upTo(most, found);
  });
}

function upTo(most: number, keys: readonly number[]): LinkKeys {
  return { keys: keys.slice(0, most), complete: keys.length <= most };
}
