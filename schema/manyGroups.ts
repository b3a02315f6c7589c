import { ManyGroup } from '../src/metrics/manyGroup.ts';
import { isStillKnown } from '../src/metrics/portions.ts';
import { sharedRow } from '../src/metrics/sharedRow.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { GroupKeyId } from './groupKeys.ts';
import { combinations, tooManyGroups } from './groupValues.ts';
import type { ManyKey, ManyValue } from './manyKeys.ts';
import type { ManyMeasure, RowGroup } from './manyMeasure.ts';
import { type ManyRows, standing } from './manyRows.ts';
import type { SingleRow } from './manySingles.ts';
import { stepLengthOf } from './rowsInPeriods.ts';

/** Many rows in groups, and the values of each key. */
export interface ManyGroups {
  readonly groups: readonly RowGroup[];
  readonly values: readonly (readonly ManyValue[])[];
}

/** How many groups may come of the rows. */
const mostGroups = 50_000;

/**
 * Rows at some places in groups, each with its figure in a measure, or only counted. Null where the values of a key cannot be
 * told of many rows. @throws the client's error where there are too many groups
 */
export function manyGroups(
  view: View,
  many: ManyRows,
  places: Uint32Array,
  keys: readonly GroupKeyId[],
  measure: ManyMeasure | null,
): Read<ManyGroups | null> {
  return whenRead(whenAllRead(keys.map((key) => many.keys.read(view, key))), (found) => {
    const known = found.filter((key) => key !== null);
    if (known.length < keys.length) return null;
    const groups = new Groups(known, measure);
    const singles: number[] = [];
    for (const place of places) {
      const stands = many.standings[place];
      if (stands === standing.single) singles.push(place);
      else groups.add(place, stands ?? standing.unknown);
    }
    const rows =
      measure === null
        ? singles.flatMap((place) => many.singles.get(place) ?? [])
        : measure.singles.at(singles, stepLengthOf(keys));
    for (const row of rows) groups.addSingle(row);
    return { groups: groups.all, values: known.map(({ values }) => values) };
  });
}

/** More than a key has values: what a level is looked up by are two numbers in one. */
const mostValues = 2 ** 24;

/** Groups by the places of the values of their keys. */
class Groups {
  readonly all: RowGroup[] = [];
  readonly #keys: readonly ManyKey[];
  readonly #measure: ManyMeasure | null;
  /** A level for each key: the groups, or what they are found by, by the values of the keys before. */
  readonly #levels: readonly Map<number, number>[];
  /** The first value of each key of the row that is added: one list for hundreds of thousands of rows. */
  readonly #firsts: (number | null)[];

  constructor(keys: readonly ManyKey[], measure: ManyMeasure | null) {
    this.#keys = keys;
    this.#measure = measure;
    this.#levels = keys.map(() => new Map<number, number>());
    this.#firsts = keys.map(() => null);
    if (keys.length === 0) this.all.push(new ManyGroup([], measure));
  }

  add(place: number, stands: number): void {
    let isShared = false;
    let depth = 0;
    for (const key of this.#keys) {
      const values = key.ofRow(place);
      if (values.length > 1) isShared = true;
      this.#firsts[depth] = values[0] ?? null;
      depth += 1;
    }
    if (!isShared) this.#addTo(this.#groupOf(this.#firsts), place, stands, false);
    else {
      const all = combinations(this.#keys.map((key) => key.ofRow(place)));
      for (const some of all) this.#addTo(this.#groupOf(some), place, stands, true);
    }
  }

  #addTo(group: RowGroup, place: number, stands: number, isShared: boolean): void {
    if (this.#measure === null) group.members.push(place << 1);
    else if (stands === standing.weak) group.weak += 1;
    else {
      const { portions, measure } = this.#measure;
      const member = (place << 1) + (isShared && measure.adds ? 1 : 0);
      if (stands !== standing.unknown && isStillKnown(portions, member)) group.members.push(member);
      else group.addUnknown(member);
    }
  }

  addSingle(row: SingleRow): void {
    const all = combinations(this.#keys.map((key) => key.ofSingle(row)));
    const measure = this.#measure?.measure;
    const isShared = all.length > 1 && measure?.adds === true;
    const one = isShared ? { ...sharedRow(row, measure.nonNegative), isShared } : row;
    for (const values of all) {
      const group = this.#groupOf(values);
      if (measure === undefined) group.members.push(row.place << 1);
      else if (row.figure?.tentative === true) group.weak += 1;
      else group.singles.push(one);
    }
  }

  #groupOf(values: Values): RowGroup {
    const last = this.#levels.length - 1;
    let at = 0;
    let depth = 0;
    for (const level of this.#levels) {
      const id = at * mostValues + (values[depth] ?? -1) + 1;
      const known = level.get(id);
      if (known === undefined) {
        if (depth === last && this.all.length === mostGroups) throw tooManyGroups(mostGroups);
        at = depth === last ? this.all.push(new ManyGroup([...values], this.#measure)) - 1 : level.size;
        level.set(id, at);
      } else at = known;
      depth += 1;
    }
    const group = this.all[at];
    if (group === undefined) throw new Error('a group that was found is there');
    return group;
  }
}

/** A value of each key, null where it is unknown. */
type Values = readonly (number | null)[];
