import type { EntityList } from '../src/store/lists.ts';
import { keysInList, seenByKey } from '../src/store/rowKeys.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import type { Parent, View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import type { BucketShape } from './bucket.ts';
import type { OrderedGroup } from './bucketOrder.ts';
import { entityValue, type GroupKeyId, type KeyValue } from './groupKeys.ts';
import { ManyAggregate, sortOf } from './manyAggregate.ts';
import { type ManyGroups, manyGroups } from './manyGroups.ts';
import type { RowGroup } from './manyMeasure.ts';
import { ManyPage } from './manyPage.ts';
import { type ManyRows, manyRows, standing } from './manyRows.ts';
import type { RowFigureShape, ToldGroups } from './rowsGathered.ts';

/** The rows of a list of entities of a kind. */
export interface ManyInList {
  readonly view: View;
  readonly parent: Parent;
  readonly type: EntityType;
  readonly list: EntityList;
  readonly where: EntityWhere;
}

/**
 * Groups of rows by a figure of each, or only counted; without a key all of them as one group. `told` is the figure by which
 * rows that are only counted are told. Null where columns cannot tell.
 */
export function manyBuckets(
  asked: ManyInList,
  of: RowFigureShape | null,
  keys: readonly GroupKeyId[],
  told: RowFigureShape | null = null,
): Read<ToldGroups | null> {
  const { view, parent, type, list, where } = asked;
  const { unit: _, ...figure } = of ?? told ?? {};
  return whenRead(keysInList(view, parent, list, where), (rows) =>
    whenRead(manyRows(view, { type, of: 'property' in figure ? figure : null }), (many) =>
      many === null ? null : toldGroups(asked, many, placesOf(rows, many.columns.keys), of, keys),
    ),
  );
}

/** The places of some keys among all, both in order, in which gathered rows come. */
function placesOf(keys: Int32Array, all: Int32Array): Uint32Array {
  let place = 0;
  return Uint32Array.from(keys, (key) => {
    while (place < all.length && all[place] !== key) place += 1;
    return place;
  });
}

function toldGroups(
  asked: ManyInList,
  many: ManyRows,
  places: Uint32Array,
  of: RowFigureShape | null,
  keys: readonly GroupKeyId[],
): Read<ToldGroups | null> {
  const { view } = asked;
  const isFirm = (place: number) =>
    many.standings[place] === standing.plain || many.standings[place] === standing.single;
  const measure = of && many.measures.read(view, of, places, isFirm);
  return whenRead(measure, (found) => {
    const among = (by: readonly GroupKeyId[]) => manyGroups(view, many, places, by, found);
    return whenRead(among(keys), (grouped) => {
      if (grouped === null) return null;
      const ordered = new Map(grouped.groups.map((group) => [orderedGroup(group, grouped.values), group]));
      const all = () => whenRead(among([]), (one) => one?.groups[0] ?? null);
      return {
        groups: [...ordered.keys()],
        tell: (page) => {
          const groups = page.flatMap((group) => ordered.get(group) ?? []);
          const onPage = new ManyPage(view, many, of, groups, all);
          return whenRead(shownValues(view, groups, grouped.values), (shown) =>
            groups.map((group): BucketShape => {
              const aggregate = new ManyAggregate(onPage, group);
              return {
                keys: keys.map((key, place) => ({ key, value: valueAt(group, place, grouped.values, shown) })),
                aggregate,
                share: () => aggregate.share(),
              };
            }),
          );
        },
      };
    });
  });
}

function orderedGroup(group: RowGroup, values: ManyGroups['values']): OrderedGroup {
  return {
    count: group.count,
    keySort: (place) => values[place]?.[group.values[place] ?? -1]?.sort ?? null,
    sortOf: (name) => sortOf(group, name),
  };
}

/** The entities that the groups of a page are of. */
function shownValues(
  view: View,
  groups: readonly RowGroup[],
  values: ManyGroups['values'],
): Read<ReadonlyMap<number, Seen<EntityRow>>> {
  const found = groups.flatMap(({ values: places }) => places.flatMap((at, place) => values[place]?.[at ?? -1] ?? []));
  return seenByKey(view, [...new Set(found.flatMap((value) => ('key' in value ? value.key : [])))]);
}

function valueAt(
  group: RowGroup,
  place: number,
  values: ManyGroups['values'],
  shown: ReadonlyMap<number, Seen<EntityRow>>,
): KeyValue | null {
  const value = values[place]?.[group.values[place] ?? -1];
  if (value === undefined) return null;
  if (!('key' in value)) return value.value;
  const entity = shown.get(value.key);
  return entity === undefined ? null : entityValue(entity);
}
