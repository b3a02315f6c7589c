import { calendarPeriod } from '../src/quantity/calendarPeriod.ts';
import type { Evidence } from '../src/quantity/evidence.ts';
import type { Period } from '../src/quantity/period.ts';
import { readOnce } from '../src/store/readOnce.ts';
import type { RowColumns } from '../src/store/rowColumns.ts';
import { readSortNames, seenByKey } from '../src/store/rowKeys.ts';
import type { EntityType, ReferenceRole } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { SharedKey } from './entityKeys.ts';
import { entityKindOf } from './entityKinds.ts';
import { entitySort, type GroupKeyId, type KeyValue, periodValue, wordValue } from './groupKeys.ts';
import type { SingleRow } from './manySingles.ts';

/** A value of a key, as `KeyValue`; of an entity only its key is known. */
export type ManyValue = Pick<KeyValue, 'id' | 'sort'> & ({ readonly key: number } | { readonly value: KeyValue });

/** The values of many rows of a key, as places in a list: none where it is unknown, several where a row has several. */
export interface ManyKey {
  readonly values: readonly ManyValue[];
  readonly ofRow: (place: number) => readonly number[];
  /** Of a row by itself, whose period and evidence need not be those of the columns. */
  readonly ofSingle: (row: SingleRow) => readonly number[];
}

/** The keys of all entities of a kind, each read once. */
export class ManyKeys {
  readonly #type: EntityType;
  readonly #columns: RowColumns;
  readonly #known = new Map<GroupKeyId, () => Read<ManyKey>>();

  constructor(type: EntityType, columns: RowColumns) {
    this.#type = type;
    this.#columns = columns;
  }

  /** Null where each row would have to be looked at. */
  read(view: View, key: GroupKeyId): Read<ManyKey | null> {
    const shared = entityKindOf(this.#type).keys()[key]?.shared;
    if (shared == null) return null;
    const read = this.#known.get(key) ?? readOnce(() => this.#readKey(view, shared));
    this.#known.set(key, read);
    return read();
  }

  #readKey(view: View, shared: SharedKey): Read<ManyKey> {
    const { traits, trait } = this.#columns;
    const ofTraits = (
      list: Values,
      places: readonly (readonly number[])[],
      ofSingle: ManyKey['ofSingle'],
    ): ManyKey => ({
      values: list.all,
      ofRow: (place) => places[trait[place] ?? -1] ?? none,
      ofSingle,
    });
    const list = new Values();
    if (shared === 'evidence') {
      const ofEvidence = (evidence: Evidence | null) =>
        evidence === null ? none : list.placesOf([ofValue(wordValue(evidence))]);
      return ofTraits(
        list,
        traits.map(({ evidence }) => ofEvidence(evidence)),
        (row) => ofEvidence(row.figure && row.evidence),
      );
    }
    if ('period' in shared) {
      const known = new Map<string, readonly number[]>();
      const ofPeriod = (period: Period | null) => {
        const days = `${period?.first}/${period?.last}`;
        const found = known.get(days);
        if (found !== undefined) return found;
        const step = period && calendarPeriod(period, shared.period);
        const places = step === null ? none : list.placesOf([ofValue(periodValue(step))]);
        known.set(days, places);
        return places;
      };
      return ofTraits(
        list,
        traits.map(({ own }) => ofPeriod(own)),
        ({ period }) => ofPeriod(period),
      );
    }
    if ('word' in shared) {
      const places = traits.map((row) => {
        const value = shared.word(row);
        return value === null ? none : list.placesOf([ofValue(value)]);
      });
      return ofTraits(list, places, ({ place }) => places[trait[place] ?? -1] ?? none);
    }
    return this.#readNamed(view, shared.names, shared.valuesOf, list);
  }

  #readNamed(
    view: View,
    roles: readonly ReferenceRole[],
    valuesOf: Extract<SharedKey, { names: unknown }>['valuesOf'],
    list: Values,
  ): Read<ManyKey> {
    const { named, series } = this.#columns;
    const namedIn = named.map((names) => roles.flatMap((role) => names.get(role) ?? []));
    const keys = [...new Set(namedIn.flat())];
    const values: Read<ReadonlyMap<number, readonly ManyValue[]>> =
      valuesOf === 'itself'
        ? whenRead(
            readSortNames(view.revision.engine, keys),
            (names) => new Map([...names].map(([key, name]) => [key, [ofEntity(key, name)]])),
          )
        : whenRead(seenByKey(view, keys), (seen) =>
            whenRead(
              whenAllRead([...seen.values()].map(valuesOf)),
              (found) => new Map([...seen.keys()].map((key, place) => [key, (found[place] ?? []).map(ofValue)])),
            ),
          );
    return whenRead(values, (byKey) => {
      const places = namedIn.map((some) => list.placesOf(some.flatMap((key) => byKey.get(key) ?? [])));
      const ofRow = (place: number) => places[series[place] ?? -1] ?? none;
      return { values: list.all, ofRow, ofSingle: ({ place }) => ofRow(place) };
    });
  }
}

const none: readonly number[] = [];

/** Values, each once. */
class Values {
  readonly all: ManyValue[] = [];
  readonly #places = new Map<string, number>();

  placesOf(values: readonly ManyValue[]): readonly number[] {
    return [...new Set(values.map((value) => this.#placeOf(value)))];
  }

  #placeOf(value: ManyValue): number {
    const known = this.#places.get(value.id) ?? this.all.push(value) - 1;
    this.#places.set(value.id, known);
    return known;
  }
}

function ofEntity(key: number, sortName: string): ManyValue {
  return { id: String(key), sort: entitySort(sortName, key), key };
}

/** An entity that was seen is not kept: it is of one request. */
function ofValue(value: KeyValue): ManyValue {
  const { id, sort, entity } = value;
  return entity === null ? { id, sort, value } : { id, sort, key: entity.row.key };
}
