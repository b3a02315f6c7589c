import type { MeasureName } from '../src/metrics/rowsTogether.ts';
import { restQuantity, sumOfRows } from '../src/metrics/rowsTogether.ts';
import { share, shareOfSum } from '../src/metrics/share.ts';
import { wholesBesideParts } from '../src/metrics/wholeBesideParts.ts';
import { exact, unknownQuantity } from '../src/quantity/arithmetic.ts';
import { Decimal } from '../src/quantity/decimal.ts';
import { type Derivation, type Figure, isDerived } from '../src/quantity/figure.ts';
import { isUnknown, type Quantity } from '../src/quantity/quantity.ts';
import { SortNumber } from '../src/quantity/sortNumber.ts';
import { sortValue } from '../src/quantity/sortValue.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type AggregateShape, mostListed } from './aggregate.ts';
import type { RowGroup } from './manyMeasure.ts';
import { isExtreme, type ManyPage, rowBehind, rowsOfWholes, tooManyToTell } from './manyPage.ts';
import type { TotalShape } from './total.ts';

/** A group of many rows. */
export class ManyAggregate implements AggregateShape {
  readonly #page: ManyPage;
  readonly #group: RowGroup;

  constructor(page: ManyPage, group: RowGroup) {
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

  sortOf(name: MeasureName): SortNumber | null {
    return sortOf(this.#group, name);
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

  totals(): Read<readonly TotalShape[]> {
    const group = this.#group;
    if (!group.isMeasured || !group.measure.measure.adds) return [];
    const rows = rowsOfWholes(group);
    if (rows.length === 0) return [];
    return whenRead(this.#page.told(), (told) =>
      wholesBesideParts(
        rows.flatMap((row) => told.get(row) ?? []),
        group.measure.measure.nonNegative,
      )
        .slice(0, mostListed)
        .map(({ whole, total }) => ({ view: this.view, whole: whole.seen, total })),
    );
  }

  /** The share of its sum in that of all rows. */
  share(): Read<Figure | null> {
    const group = this.#group;
    if (!group.isMeasured || !group.measure.measure.adds) return null;
    return whenRead(this.#page.all(), (all) =>
      whenRead(this.measured('sum'), (part) => {
        if (all === null || part === null) return null;
        const [sum, rest] = [this.#page.sumOfAll(() => sumOf(all)), restOf(all, group)];
        return rest === null ? share({ part, whole: sum }) : shareOfSum({ part, rest, sum });
      }),
    );
  }
}

/** What orders a figure of a group among those of others; null where it is unknown. */
export function sortOf(group: RowGroup, name: MeasureName): SortNumber | null {
  if (!group.isMeasured) return null;
  if (isExtreme(name)) return group.extreme(name)?.sort ?? null;
  const close = group.closeNumber(name);
  if (close === null) return null;
  return new SortNumber(close, () => {
    const figure = computedOf(group, name);
    return (figure && sortValue(figure.quantity)) ?? new Decimal(close);
  });
}

function computedOf(group: RowGroup, name: MeasureName): Figure | null {
  const { adds } = group.measure.measure;
  if (name === 'sum') return adds ? sumOf(group) : null;
  if (group.countedCount === 0) return null;
  if (isExtreme(name)) {
    const row = group.extreme(name)?.row;
    return typeof row === 'object' && row.figure ? untold(row.figure) : null;
  }
  const all = countedSum(group);
  if (name === 'median') return derivedFrom(all, 'median', 'the middle of the counted', group.median());
  return derivedFrom(all, 'mean', 'Σ counted ÷ number of counted', group.mean(all.quantity));
}

/** A row that stands for many. */
function rowOf(figure: Figure | null) {
  return { entity: { id: '', name: '' }, figure, extent: null };
}

/** The rows counted whose figures stand in columns as one row, and whether their sum leaves nothing certain, whatever is added. */
function lumpOf({ tally, measure }: RowGroup) {
  if (tally.count === 0) return { rows: [], isLost: false };
  const lump = tally.figure(tally.count > 1 ? sumUntold : unread);
  const isLost = isUnknown(lump.quantity);
  return { rows: [rowOf(isLost ? { ...lump, quantity: exact(0, measure.measure.unit) } : lump)], isLost };
}

/** The sum of the counted alone, as if nothing were unknown. */
function countedSum(group: RowGroup): Figure {
  const { measure } = group.measure;
  const { rows, isLost } = lumpOf(group);
  const counted = [...rows, ...group.counted.others];
  const sum = sumOfRows({ measure, counted, unknown: [], leftOut: [], weak: [] });
  return isLost ? { ...sum, quantity: unknownQuantity(measure.unit) } : sum;
}

function sumOf(group: RowGroup): Figure {
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
function restOf(all: RowGroup, group: RowGroup): Quantity | null {
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
