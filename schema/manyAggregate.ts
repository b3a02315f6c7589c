import { partShared } from '../src/metrics/partShared.ts';
import type { Member } from '../src/metrics/portions.ts';
import { restQuantity, sumOfRows } from '../src/metrics/rowsTogether.ts';
import { share, shareOfSum } from '../src/metrics/share.ts';
import { divide, exact, unknownQuantity } from '../src/quantity/arithmetic.ts';
import { type Derivation, type Figure, isDerived } from '../src/quantity/figure.ts';
import { isUnknown, type Quantity } from '../src/quantity/quantity.ts';
import { readOnce } from '../src/store/readOnce.ts';
import { seenByKey } from '../src/store/rowKeys.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { type AggregateShape, type MeasureName, mostListed } from './aggregate.ts';
import { gatherBudget } from './entities.ts';
import { clientError } from './errors.ts';
import { figureOf } from './figureOf.ts';
import type { ManyGroup } from './manyGroup.ts';
import type { ManyRows } from './manyRows.ts';
import type { SingleRow } from './manySingles.ts';
import type { RowFigureShape } from './rowsGathered.ts';

/** The groups of a page: what has to be read of one of them is read of all together. */
export class ManyPage {
  readonly view: View;
  readonly many: ManyRows;
  readonly #of: RowFigureShape | null;
  readonly #groups: readonly ManyGroup[];
  /** All rows as one group. */
  readonly all: () => Read<ManyGroup | null>;
  readonly #figures = new Map<MeasureName, () => Read<ReadonlyMap<ManyGroup, Figure>>>();
  readonly unknown: () => Read<ReadonlyMap<number, Seen<EntityRow>>>;
  #sumOfAll: Figure | undefined;

  constructor(
    view: View,
    many: ManyRows,
    of: RowFigureShape | null,
    groups: readonly ManyGroup[],
    all: () => Read<ManyGroup | null>,
  ) {
    this.view = view;
    this.many = many;
    this.#of = of;
    this.#groups = groups;
    this.all = readOnce(all);
    this.unknown = readOnce(() => seenByKey(view, [...new Set(groups.flatMap((group) => this.unknownKeys(group)))]));
  }

  sumOfAll(all: ManyGroup): Figure {
    this.#sumOfAll ??= sumOf(all);
    return this.#sumOfAll;
  }

  /** The keys of rows without a known figure, as many as are listed. */
  unknownKeys(group: ManyGroup): readonly number[] {
    const places = [...group.unknown, ...group.taken.unknown.map(({ place }) => place)].sort((a, b) => a - b);
    return places.slice(0, mostListed).flatMap((place) => this.many.columns.keys[place] ?? []);
  }

  /** The figures of the groups that are those of one row of each, with their claims. */
  figures(name: MeasureName): Read<ReadonlyMap<ManyGroup, Figure>> {
    const read = this.#figures.get(name) ?? readOnce(() => this.#readFigures(name));
    this.#figures.set(name, read);
    return read();
  }

  #readFigures(name: MeasureName): Read<ReadonlyMap<ManyGroup, Figure>> {
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
}

/** A group of many rows. */
export class ManyAggregate implements AggregateShape {
  readonly #page: ManyPage;
  readonly #group: ManyGroup;

  constructor(page: ManyPage, group: ManyGroup) {
    this.#page = page;
    this.#group = group;
  }

  get view(): View {
    return this.#page.view;
  }

  get count(): number {
    return this.#group.count;
  }

  get countedCount(): number {
    return this.#group.countedCount;
  }

  get unknownCount(): number {
    return this.#group.unknownCount;
  }

  disputedCount(): number {
    return this.#group.disputedCount;
  }

  reportedCount(): number {
    return this.#group.reportedCount;
  }

  sortOf(name: MeasureName): number | null {
    return this.#group.sortOf(name);
  }

  measured(name: MeasureName): Read<Figure | null> {
    if (!this.#group.isMeasured) return null;
    if (rowBehind(this.#group, name) === null) return computedOf(this.#group, name);
    return whenRead(this.#page.figures(name), (figures) => figures.get(this.#group) ?? null);
  }

  unknown(): Read<readonly Seen<EntityRow>[]> {
    if (!this.#group.isMeasured) return [];
    return whenRead(this.#page.unknown(), (seen) =>
      this.#page.unknownKeys(this.#group).flatMap((key) => seen.get(key) ?? []),
    );
  }

  totals(): never[] {
    if (!this.#group.isMeasured || !this.#group.measure.measure.adds) return [];
    throw tooManyToTell();
  }

  /** The share of its sum in that of all rows. */
  share(): Read<Figure | null> {
    const group = this.#group;
    if (!group.isMeasured || !group.measure.measure.adds) return null;
    return whenRead(this.#page.all(), (all) =>
      whenRead(this.measured('sum'), (part) => {
        if (all === null || part === null) return null;
        const [sum, rest] = [this.#page.sumOfAll(all), restOf(all, group)];
        return rest === null ? share({ part, whole: sum }) : shareOfSum({ part, rest, sum });
      }),
    );
  }
}

/** The row whose figure a figure of a group is; null where it is computed. */
function rowBehind(group: ManyGroup, name: MeasureName): Member | SingleRow | null {
  const row = name === 'sum' ? onlyRow(group) : isExtreme(name) ? (group.extreme(name)?.row ?? null) : null;
  return row !== null && typeof row !== 'number' && !row.isStated ? null : row;
}

function isExtreme(name: MeasureName): name is 'minimum' | 'maximum' {
  return name === 'minimum' || name === 'maximum';
}

/** The one row of which a sum is, where nothing else was to be counted. */
function onlyRow(group: ManyGroup): Member | SingleRow | null {
  if (!group.measure.measure.adds || group.countedCount !== 1 || group.unknownCount > 0 || group.weak > 0) return null;
  if (group.taken.leftOut.length > 0) return null;
  return group.counted.inColumns[0] ?? group.counted.others[0] ?? null;
}

function placeOf(row: Member | SingleRow): number {
  return typeof row === 'number' ? row >> 1 : row.place;
}

function computedOf(group: ManyGroup, name: MeasureName): Figure | null {
  const { adds } = group.measure.measure;
  if (name === 'sum') return adds ? sumOf(group) : null;
  if (group.countedCount === 0) return null;
  if (isExtreme(name)) {
    const row = group.extreme(name)?.row;
    return typeof row === 'object' && row.figure ? untold(row.figure) : null;
  }
  const all = countedSum(group);
  const { unit } = group.measure.measure;
  if (name === 'median') return derivedFrom(all, 'median', 'the middle of the counted', group.median());
  const count = group.countedCount;
  const quantity = count === 1 ? all.quantity : divide(all.quantity, exact(count, 'ratio'), unit);
  return derivedFrom(all, 'mean', 'Σ counted ÷ number of counted', quantity);
}

/** A row that stands for many. */
function rowOf(figure: Figure | null) {
  return { entity: { id: '', name: '' }, figure, extent: null };
}

/** The rows counted whose figures stand in columns as one row, and whether their sum leaves nothing certain, whatever is added. */
function lumpOf({ tally, measure }: ManyGroup) {
  if (tally.count === 0) return { rows: [], isLost: false };
  const lump = tally.figure(tally.count > 1 ? sumUntold : unread);
  const isLost = isUnknown(lump.quantity);
  return { rows: [rowOf(isLost ? { ...lump, quantity: exact(0, measure.measure.unit) } : lump)], isLost };
}

/** The sum of the counted alone, as if nothing were unknown. */
function countedSum(group: ManyGroup): Figure {
  const { measure } = group.measure;
  const { rows, isLost } = lumpOf(group);
  const counted = [...rows, ...group.counted.others];
  const sum = sumOfRows({ measure, counted, unknown: [], leftOut: [], weak: [] });
  return isLost ? { ...sum, quantity: unknownQuantity(measure.unit) } : sum;
}

function sumOf(group: ManyGroup): Figure {
  const { measure } = group.measure;
  const { taken, unknown, weak, counted } = group;
  const { rows, isLost } = lumpOf(group);
  const sum = sumOfRows({
    measure,
    counted: [...rows, ...counted.others],
    unknown: [...(unknown.length > 0 ? [rowOf(null)] : []), ...taken.unknown],
    leftOut: taken.leftOut,
    weak: weak > 0 ? [rowOf(null)] : [],
  });
  return untold(isLost ? { ...sum, quantity: unknownQuantity(measure.unit) } : sum);
}

/** The sum of all besides that of a group, as `restOfSum` has it; null where it may be anything. */
function restOf(all: ManyGroup, group: ManyGroup): Quantity | null {
  const { measure } = group.measure;
  if (group.tally.shared > 0 || !group.taken.counted.every((row) => all.counts(row))) return null;
  const inside = new Set([...group.counted.others, ...group.taken.unknown]);
  const outside = [...all.counted.others, ...all.taken.unknown].filter((row) => !inside.has(row));
  const rest = all.tally.count > group.tally.count ? all.tally.quantityWithout(group.tally) : null;
  if (rest !== null && isUnknown(rest)) return unknownQuantity(measure.unit);
  const figure = { evidence: 'derived' as const, tentative: false, period: null, definition: null, origin: unread };
  return restQuantity(measure, [
    ...(rest === null ? [] : [rowOf({ ...figure, quantity: rest })]),
    ...outside,
    ...(all.unknown.length > group.ownUnknown ? [rowOf(null)] : []),
  ]);
}

function derivedFrom(all: Figure, metric: string, formula: string, quantity: Quantity): Figure {
  const evidence = all.evidence === 'reported' ? 'derived' : all.evidence;
  return { ...all, evidence, quantity, origin: new Untold(metric, formula) };
}

/** The origin of a figure whose claims are not read. */
const unread = { claimIds: [] };

/** The same figure, of which it is told how it was computed, but not from what. */
function untold(figure: Figure): Figure {
  const { origin } = figure;
  return isDerived(origin) ? { ...figure, origin: new Untold(origin.metric, origin.formula) } : figure;
}

/** How a figure was computed of more rows than can be told. */
class Untold implements Derivation {
  readonly assumptions: readonly string[] = [];
  readonly metric: string;
  readonly formula: string;

  constructor(metric: string, formula: string) {
    this.metric = metric;
    this.formula = formula;
  }

  get inputs(): never {
    throw tooManyToTell();
  }

  get warnings(): never {
    throw tooManyToTell();
  }
}

const sumUntold = new Untold('total', 'Σ parts');

/** What is asked would need more rows to be looked at one by one. */
function tooManyToTell(): Error {
  return clientError(
    'BUDGET_EXCEEDED',
    `Of more than ${gatherBudget.toLocaleString('en')} rows only counts and figures are told, not what each was computed from; narrow the list with where to see more: by a period, a name or a link.`,
    'where',
  );
}
