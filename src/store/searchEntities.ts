import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { mostFound, type NameMatch } from '../search/nameIndex.ts';
import { wordsAsked } from '../search/passageWords.ts';
import { always } from './booleanSql.ts';
import { claimCountsSql } from './lensSql.ts';
import { sightOf } from './sight.ts';
import type { EntityType } from './tables.ts';
import type { View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';

/** An entity that a search found. */
export interface EntityFound {
  readonly key: number;
  readonly type: EntityType;
  /** What it is ordered by, before its key: how it was found, and how well. */
  readonly order: readonly [way: number, place: number];
  /** The name that was found, folded as search folds it; null where it was a passage. */
  readonly name: string | null;
  /** The claim whose text was found; null where it was a name or what the entity says of itself. */
  readonly claimKey: number | null;
}

/**
 * The entities that a text finds, best first, at most a thousand: by names, which no lens hides, then by passages of text,
 * where those of claims are only what counts through the lens.
 */
export function searchEntities(
  view: View,
  text: string,
  types: readonly EntityType[] | null,
): Read<readonly EntityFound[]> {
  const question = `${view.lensText} ${JSON.stringify([text, types])}`;
  const { found } = view.revision;
  const known = found.get(question);
  if (known !== undefined) return known;
  return whenRead(view.revision.nameIndex(), (index) => {
    const byName = index.find(text, types && new Set(types)).map(
      ({ key, kind, match, likeness, folded }): EntityFound => ({
        key,
        type: kind,
        order: [ways.indexOf(match), -likeness],
        name: folded,
        claimKey: null,
      }),
    );
    return whenRead(byName.length < mostFound ? readPassages(view, text, types) : [], (passages) => {
      const named = new Set(byName.map(({ key }) => key));
      const others = passages.filter(({ entityKey }) => !named.has(entityKey)).map(byPassage);
      const all = [...byName, ...others].slice(0, mostFound);
      found.set(question, all);
      return all;
    });
  });
}

/** The ways in which names are found, best first; passages come after them. */
const ways: readonly NameMatch[] = ['name', 'alias', 'beginning', 'words', 'alike'];

/** How many passages are looked at: of a word that nearly all hold, the first so many. */
const passagesLookedAt = 5_000;

interface PassageFound {
  readonly key: number;
  readonly entityKey: number;
  readonly claimKey: number | null;
  readonly type: EntityType;
}

function byPassage({ key, entityKey, claimKey, type }: PassageFound): EntityFound {
  return { key: entityKey, type, order: [ways.length, key], name: null, claimKey };
}

/** Reads the first passage of each entity in which all words stand. */
function readPassages(view: View, text: string, types: readonly EntityType[] | null): Read<readonly PassageFound[]> {
  const words = wordsAsked(text);
  if (words.length === 0) return [];
  const { engine } = view.revision;
  const counts = claimCountsSql(sightOf(engine, view.lens, view.horizon), 'claim');
  const isAsked: RawBuilder<SqlBool> = types === null ? always : sql`entity.type in (${sql.join(types)})`;
  const { sql: statement, parameters } = sql`
    select passage.key, passage."entityKey", passage."claimKey", best.type
    from (
      select min(key) as "key", type from (
        select passage.key as "key", passage."entityKey" as "entityKey", entity.type as "type"
        from ${engine.passagesWith(words)} found
        join passage on passage.key = found.key
        join entity on entity.key = passage."entityKey"
        left join claim on claim.key = passage."claimKey"
        where ${isAsked} and (passage."claimKey" is null or ${counts})
        order by found.key limit ${passagesLookedAt}
      ) seen group by "entityKey", type order by min(key) limit ${mostFound}
    ) best
    join passage on passage.key = best.key
    order by passage.key`.compile(engine.build);
  return engine.run<PassageFound>(statement, parameters);
}
