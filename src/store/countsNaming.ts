import { sql } from 'kysely';
import { noParent } from './children.ts';
import { groupBy } from './groupBy.ts';
import { type EntityList, entityListSql, type ListAsked } from './lists.ts';
import { type Seen, seeChildren } from './seen.ts';
import { sightOf } from './sight.ts';
import type { EntityRow, ReferenceRole } from './tables.ts';
import type { Parent, View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';
import type { EntityWhere } from './where.ts';

/** How many rows of a list name an entity; null stands for those that name none. */
export interface CountNaming {
  readonly entity: Seen<EntityRow> | null;
  readonly count: number;
}

interface CountRow {
  readonly parentKey: number;
  readonly namedKey: number | null;
  readonly count: number;
}

/**
 * How many rows of a list name each entity in a role, or over several one after the other, as a shipment names the maker of
 * its processor. A row that names several counts for each.
 */
export function countsNaming(
  view: View,
  parent: Parent,
  asked: Pick<ListAsked<EntityList, EntityWhere>, 'list' | 'where'>,
  roles: readonly ReferenceRole[],
): Read<readonly CountNaming[]> {
  const { engine } = view.revision;
  const question = `counts by ${roles.join(' ')} ${view.lensText} ${JSON.stringify(asked)}`;
  const read = view.revision.remembered<readonly CountRow[]>(question, [], (keys) => {
    const sight = sightOf(engine, view.lens, view.horizon);
    const { from, parent: of, where } = entityListSql(sight, engine, asked.list, asked.where, keys);
    const steps = roles.map((role, place) => ({ role, name: `step${place}`, before: `step${place - 1}.toKey` }));
    const joins = steps.map(
      ({ role, name, before }, place) => sql`left join reference ${sql.ref(name)}
        on ${sql.ref(`${name}.fromKey`)} = ${sql.ref(place === 0 ? 'entity.key' : before)}
        and ${sql.ref(`${name}.role`)} = ${role}`,
    );
    const named = sql.ref(`step${roles.length - 1}.toKey`);
    const { sql: text, parameters } = sql`
      select ${of ?? sql.lit(noParent)} as "parentKey", ${named} as "namedKey", count(*) as "count"
      from ${from} ${sql.join(joins, sql` `)} where ${where} group by 1, 2`.compile(engine.build);
    return whenRead(engine.run<CountRow>(text, parameters), (rows) => groupBy(keys, rows, (row) => row.parentKey));
  });
  const all = parent ? parent.cohort.once(question, read) : read([noParent]);
  return whenRead(all, (found) => named(view, found.get(parent?.row.key ?? noParent) ?? []));
}

function named(view: View, rows: readonly CountRow[]): Read<readonly CountNaming[]> {
  const keys = rows.flatMap(({ namedKey }) => namedKey ?? []);
  return whenRead(view.revision.entities(keys), (byKey) => {
    const seen = seeChildren(view, byKey);
    return rows.map(({ namedKey, count }) => ({
      entity: namedKey === null ? null : (seen.get(namedKey)?.[0] ?? null),
      count,
    }));
  });
}
