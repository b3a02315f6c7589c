import type { Measure } from '../src/metrics/rowsTogether.ts';
import { isDefaultLens } from '../src/store/lens.ts';
import type { EntityList } from '../src/store/lists.ts';
import { type Seen, seeAll } from '../src/store/seen.ts';
import { keysInList } from '../src/store/shipmentRows.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import type { BucketShape } from './bucket.ts';
import { figureOf } from './figureOf.ts';
import { entityValue, type GroupKeyId, type KeyValue, periodValue } from './groupKeys.ts';
import { type ManyShipments, manyShipments } from './manyShipments.ts';
import { type ManyGroup, type ManyValue, manyGroups, tooManyToTell } from './manyTogether.ts';
import { declarationOf } from './property.ts';
import type { RowFigureShape } from './rowsGathered.ts';

/** The rows of a list of all entities of a kind. */
export interface ManyAsked {
  readonly view: View;
  readonly list: EntityList;
  readonly where: EntityWhere;
  /** How many they are. */
  readonly count: number;
}

/**
 * Groups of shipments by their units, added up in columns; without a key all of them as one group. Null where the columns
 * cannot tell: through a lens, by other figures or keys, and where a shipment has several values of a key.
 */
export function manyBuckets(
  { view, list, where, count }: ManyAsked,
  of: RowFigureShape,
  keys: readonly GroupKeyId[],
): Read<readonly BucketShape[] | null> {
  if (!('all' in list) || list.all !== 'Shipment' || !isInColumns(view, of)) return null;
  return whenRead(manyShipments(view), (many) => {
    if (many === null) return null;
    const { nonNegative, adds } = declarationOf(of.property);
    const measure: Measure = { unit: many.figures.unit, nonNegative, adds, includeTentative: false };
    const among = (places: Iterable<number>) => manyGroups(many, places, keys, measure);
    const groups =
      count === many.keys.length
        ? allInGroups(many, keys, among)
        : whenRead(keysInList(view, list, where), (found) => among(placesOf(many, found)));
    return whenRead(groups, (found) => found && bucketsOf(view, found, keys));
  });
}

/** All of them in groups, remembered, since whoever pages through groups asks for all of them each time. */
function allInGroups(
  { keys: all, groups }: ManyShipments,
  keys: readonly GroupKeyId[],
  among: (places: Iterable<number>) => readonly ManyGroup[] | null,
): readonly ManyGroup[] | null {
  const name = keys.join(' ');
  const found = groups.get(name) ?? among(all.keys());
  if (found !== null) groups.set(name, found);
  return found;
}

function isInColumns({ lens, horizon }: View, { property, definition, unit }: RowFigureShape): boolean {
  if (!isDefaultLens(lens, horizon) || lens.includeTentative) return false;
  return property === 'units' && definition == null && (unit == null || unit === 'count');
}

/** In the order of keys, in which gathered rows come. */
function placesOf({ placeOf }: ManyShipments, found: readonly number[]): Iterable<number> {
  return Uint32Array.from(found, (key) => placeOf.get(key) ?? 0).sort();
}

function bucketsOf(
  view: View,
  groups: readonly ManyGroup[],
  keys: readonly GroupKeyId[],
): Read<readonly BucketShape[]> {
  const named = new Set(groups.flatMap(({ values }) => values.filter((value) => typeof value === 'number')));
  return whenRead(seenByKey(view, [...named]), (entities) => {
    const known = new Map<ManyValue, KeyValue | null>();
    const shownAs = (value: ManyValue): KeyValue | null => {
      const made = known.get(value);
      if (made !== undefined) return made;
      const entity = typeof value === 'number' ? entities.get(value) : undefined;
      const fresh = entity
        ? entityValue(entity)
        : typeof value === 'object' && value !== null
          ? periodValue(value)
          : null;
      known.set(value, fresh);
      return fresh;
    };
    return groups.map(
      ({ values, taken }): BucketShape => ({
        keys: keys.map((key, place) => ({ key, value: shownAs(values[place] ?? null) })),
        aggregate: { view, count: taken.count, taken: null, many: taken },
        share: () => {
          throw tooManyToTell();
        },
      }),
    );
  });
}

/** The same, the sums that are the figure of one row with its claims; those of all groups are read together. */
export function withClaims(view: View, buckets: readonly BucketShape[]): Read<readonly BucketShape[]> {
  const only = buckets.flatMap(({ aggregate }) => aggregate.many?.only ?? []);
  if (only.length === 0) return buckets;
  return whenRead(seenByKey(view, only), (entities) => {
    const figures = buckets.map(({ aggregate }) => {
      const entity = aggregate.many?.only == null ? undefined : entities.get(aggregate.many.only);
      return entity ? figureOf(entity, { property: 'units' }) : null;
    });
    return whenRead(whenAllRead(figures), (read) =>
      buckets.map((bucket, place) => {
        const { aggregate } = bucket;
        const sum = read[place];
        return sum == null || !aggregate.many
          ? bucket
          : { ...bucket, aggregate: { ...aggregate, many: { ...aggregate.many, sum } } };
      }),
    );
  });
}

function seenByKey(view: View, keys: readonly number[]): Read<ReadonlyMap<number, Seen<EntityRow>>> {
  return whenRead(view.revision.entities(keys), (byKey) => {
    const seen = seeAll(
      view,
      keys.flatMap((key) => byKey.get(key) ?? []),
    );
    return new Map(seen.map((one) => [one.row.key, one]));
  });
}
