import { placeOf } from '../src/metrics/manyGroup.ts';
import { partShared } from '../src/metrics/partShared.ts';
import type { Member } from '../src/metrics/portions.ts';
import type { MeasureName } from '../src/metrics/rowsTogether.ts';
import { wholesBesideParts } from '../src/metrics/wholeBesideParts.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { readOnce } from '../src/store/readOnce.ts';
import { seenByKey } from '../src/store/rowKeys.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { mostListed } from './aggregate.ts';
import { gatherBudget } from './entities.ts';
import { clientError } from './errors.ts';
import { figureOf } from './figureOf.ts';
import type { RowGroup } from './manyMeasure.ts';
import type { ManyRows } from './manyRows.ts';
import type { SingleRow } from './manySingles.ts';
import { referenceTo } from './members.ts';
import { declarationOf } from './property.ts';
import type { RowFigureShape } from './rowsGathered.ts';

/** A single row with its entity and its claims. */
export interface ToldRow extends SingleRow {
  readonly seen: Seen<EntityRow>;
}

/** The groups of a page: what has to be read of one of them is read of all together. */
export class ManyPage {
  readonly view: View;
  readonly many: ManyRows;
  readonly #of: RowFigureShape | null;
  readonly #groups: readonly RowGroup[];
  /** All rows as one group. */
  readonly all: () => Read<RowGroup | null>;
  readonly #figures = new Map<MeasureName, () => Read<ReadonlyMap<RowGroup, Figure>>>();
  readonly unknown: () => Read<ReadonlyMap<number, Seen<EntityRow>>>;
  #sumOfAll: Figure | undefined;

  constructor(
    view: View,
    many: ManyRows,
    of: RowFigureShape | null,
    groups: readonly RowGroup[],
    all: () => Read<RowGroup | null>,
  ) {
    this.view = view;
    this.many = many;
    this.#of = of;
    this.#groups = groups;
    this.all = readOnce(all);
    this.told = readOnce(() => this.#tell([...new Set(groups.flatMap(rowsOfWholes))]));
    this.unknown = readOnce(() => seenByKey(view, [...new Set(groups.flatMap((group) => this.unknownKeys(group)))]));
  }

  /** The sum of all rows, worked out once. */
  sumOfAll(workOut: () => Figure): Figure {
    this.#sumOfAll ??= workOut();
    return this.#sumOfAll;
  }

  /** The keys of rows without a known figure, as many as are listed. */
  unknownKeys(group: RowGroup): readonly number[] {
    const places = [...group.unknown, ...group.taken.unknown.map(({ place }) => place)].sort((a, b) => a - b);
    return places.slice(0, mostListed).flatMap((place) => this.many.columns.keys[place] ?? []);
  }

  /** The rows of the groups that are wholes and parts of them, with their claims. */
  readonly told: () => Read<ReadonlyMap<SingleRow, ToldRow>>;

  /** The figures of the groups that are those of one row of each, with their claims. */
  figures(name: MeasureName): Read<ReadonlyMap<RowGroup, Figure>> {
    const read = this.#figures.get(name) ?? readOnce(() => this.#readFigures(name));
    this.#figures.set(name, read);
    return read();
  }

  #readFigures(name: MeasureName): Read<ReadonlyMap<RowGroup, Figure>> {
    const of = this.#of;
    if (of === null) return new Map();
    const rows = this.#groups.flatMap((group) => {
      const row = rowBehind(group, name);
      return row === null ? [] : [{ group, key: this.many.columns.keys[placeOf(row)] ?? -1, row }];
    });
    return whenRead(seenByKey(this.view, [...new Set(rows.map(({ key }) => key))]), (seen) =>
      whenRead(
        whenAllRead(
          rows.map(({ key }) => {
            const entity = seen.get(key);
            return entity ? figureOf(entity, { ...of, rate: 'mean' }) : null;
          }),
        ),
        (figures) =>
          new Map(
            rows.flatMap(({ group, row }, place) => {
              const figure = figures[place];
              if (figure == null) return [];
              const isShared = typeof row === 'number' ? (row & 1) === 1 : row.isShared;
              return [[group, isShared ? partShared(figure, group.measure.measure.nonNegative) : figure] as const];
            }),
          ),
      ),
    );
  }

  #tell(rows: readonly SingleRow[]): Read<ReadonlyMap<SingleRow, ToldRow>> {
    const of = this.#of;
    if (of === null) return new Map();
    const keyOf = ({ place }: SingleRow) => this.many.columns.keys[place] ?? -1;
    const { nonNegative } = declarationOf(of.property);
    return whenRead(seenByKey(this.view, [...new Set(rows.map(keyOf))]), (seen) => {
      const found = rows.flatMap((row) => {
        const one = seen.get(keyOf(row));
        return one === undefined ? [] : [{ row, one }];
      });
      return whenRead(
        whenAllRead(found.map(({ one }) => figureOf(one, { ...of, rate: 'mean' }))),
        (figures) =>
          new Map(
            found.map(({ row, one }, place) => {
              const figure = figures[place] ?? null;
              const own = row.isShared && figure !== null ? partShared(figure, nonNegative) : figure;
              return [row, { ...row, entity: referenceTo(one), seen: one, figure: own }] as const;
            }),
          ),
      );
    });
  }
}

/**
 * The rows of a group that are wholes, as many as are listed, and those that may be parts of them, in the order of gathered
 * rows. @throws the client's error where they are too many, or follow from others
 */
export function rowsOfWholes({ taken, isMeasured, measure }: RowGroup): readonly SingleRow[] {
  if (!isMeasured || !measure.measure.adds) return [];
  const { counted, unknown, leftOut } = taken;
  const byPlace = (rows: readonly SingleRow[]) => rows.toSorted((a, b) => a.place - b.place);
  const rows = [...byPlace(counted), ...byPlace(unknown), ...byPlace(leftOut.map(({ row }) => row))];
  const wholes = wholesBesideParts(rows, measure.measure.nonNegative).slice(0, mostListed);
  const sets = new Set(wholes.map(({ whole }) => whole.set));
  const around = rows.filter(({ set }) => sets.has(set));
  if (around.length > gatherBudget || around.some(({ isStated }) => !isStated)) throw tooManyToTell();
  return around;
}

/** The row whose figure a figure of a group is; null where it is computed. */
export function rowBehind(group: RowGroup, name: MeasureName): Member | SingleRow | null {
  const row = name === 'sum' ? onlyRow(group) : isExtreme(name) ? (group.extreme(name)?.row ?? null) : null;
  return row !== null && typeof row !== 'number' && !row.isStated ? null : row;
}

export function isExtreme(name: MeasureName): name is 'minimum' | 'maximum' {
  return name === 'minimum' || name === 'maximum';
}

/** The one row of which a sum is, where nothing else was to be counted. */
function onlyRow(group: RowGroup): Member | SingleRow | null {
  if (!group.measure.measure.adds || group.countedCount !== 1 || group.unknownCount > 0 || group.weak > 0) return null;
  if (group.taken.leftOut.length > 0) return null;
  return group.counted.inColumns[0] ?? group.counted.others[0] ?? null;
}

/** What is asked would need more rows to be looked at one by one. */
export function tooManyToTell(): Error {
  return clientError(
    'BUDGET_EXCEEDED',
    `Of more than ${gatherBudget.toLocaleString('en')} rows only counts and figures are told, not what each was computed from; narrow the list with where to see more: by a period, a name or a link.`,
    'where',
  );
}
