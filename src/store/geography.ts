import { foldName } from '../quantity/foldName.ts';
import type { Engine } from './engine.ts';
import type { EntityRow } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';

/** All places, and what each of them belongs to. It is part of what they are: no lens filters it. */
export interface Geography {
  /** By slug. */
  readonly places: ReadonlyMap<string, EntityRow>;
  /** Those that bear a name or alias, by `foldName` of it. */
  readonly named: ReadonlyMap<string, readonly EntityRow[]>;
  /** By the slug of the place: the places around it and the groups that name it, in the order of their ids. */
  readonly belongings: ReadonlyMap<string, readonly Belonging[]>;
}

/** A stretch of days in which a place belongs to another or to a group, both included; a null end is open or unknown. */
export interface Belonging {
  /** The slug of the other place. */
  readonly place: string;
  readonly from: string | null;
  /** The day from which it no longer holds. */
  readonly until: string | null;
}

interface Edge {
  readonly fromKey: number;
  readonly toKey: number;
  readonly startDay: string | null;
  readonly endDay: string | null;
}

/** Reads all places: some hundreds, so that they are kept. */
export function readGeography(engine: Engine): Read<Geography> {
  const places = engine.build.selectFrom('entity').selectAll().where('type', '=', 'Place').orderBy('key').compile();
  return whenRead(engine.run<EntityRow>(places.sql, places.parameters), (rows) => {
    const edges = engine.build
      .selectFrom('link')
      .innerJoin('entity', 'entity.key', 'link.fromKey')
      .where('link.kind', '=', 'member-of')
      .where('entity.type', '=', 'Place')
      .select(['link.fromKey', 'link.toKey', 'link.startDay', 'link.endDay'])
      .unionAll(
        engine.build
          .selectFrom('reference')
          .where('reference.role', '=', 'within')
          .select((has) => [
            'reference.fromKey',
            'reference.toKey',
            has.cast<string | null>(has.val(null), 'text').as('startDay'),
            has.cast<string | null>(has.val(null), 'text').as('endDay'),
          ]),
      )
      .compile();
    return whenRead(engine.run<Edge>(edges.sql, edges.parameters), (found) => geographyOf(rows, found));
  });
}

function geographyOf(rows: readonly EntityRow[], edges: readonly Edge[]): Geography {
  const slugs = new Map(rows.map(({ key, slug }) => [key, slug]));
  const belongings = new Map<string, Belonging[]>();
  for (const { fromKey, toKey, startDay, endDay } of edges.toSorted((a, b) => a.toKey - b.toKey)) {
    const [from, to] = [slugs.get(fromKey), slugs.get(toKey)];
    if (from === undefined || to === undefined) continue;
    const known = belongings.get(from) ?? [];
    belongings.set(from, [...known, { place: to, from: startDay, until: endDay }]);
  }
  return { places: new Map(rows.map((row) => [row.slug, row])), named: namesOf(rows), belongings };
}

function namesOf(rows: readonly EntityRow[]): ReadonlyMap<string, readonly EntityRow[]> {
  const named = new Map<string, EntityRow[]>();
  for (const row of rows) {
    // The compiler wrote it in this form.
    const aliases = JSON.parse(row.aliasesJson) as readonly string[];
    for (const name of new Set([row.slug, row.name, ...aliases].map(foldName)))
      named.set(name, [...(named.get(name) ?? []), row]);
  }
  return named;
}
