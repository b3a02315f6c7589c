import type { Counted } from '../src/metrics/countOnce.ts';
import { isKnown } from '../src/metrics/extent.ts';
import type { Single } from '../src/metrics/manyGroup.ts';
import type { Measure } from '../src/metrics/rowsTogether.ts';
import { takeTogether } from '../src/metrics/rowsTogether.ts';
import type { Evidence } from '../src/quantity/evidence.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import type { StepLength } from '../src/quantity/periodSteps.ts';
import { type Following, type RowInTime, rowsInPeriods } from './rowsInPeriods.ts';

/** A row among many that is looked at by itself: it may hold what another holds, or its figure fits in no column. */
export interface SingleRow extends RowInTime, Single {
  /** Rows of a set may hold what others of it do, and none of another set; null where it is alone. */
  readonly set: number | null;
  readonly period: Period | null;
  /** The evidence of its figure, before it was converted. */
  readonly evidence: Evidence | null;
}

/** Such rows in one unit. What was worked out of a set that was asked for as a whole is remembered. */
export class SingleRows {
  readonly #measure: Measure;
  readonly #convert: (figure: Figure) => Figure;
  readonly #asClaimed: ReadonlyMap<number, SingleRow>;
  readonly #rows = new Map<number, SingleRow>();
  readonly #sizes = new Map<number, number>();
  readonly #inPeriods = new Map<string, readonly SingleRow[]>();
  readonly #counted = new Map<string, { readonly rows: readonly SingleRow[]; readonly counted: Counted<SingleRow> }>();

  constructor(rows: ReadonlyMap<number, SingleRow>, measure: Measure, convert: (figure: Figure) => Figure) {
    this.#measure = measure;
    this.#convert = convert;
    this.#asClaimed = rows;
    for (const { set } of rows.values()) if (set !== null) this.#sizes.set(set, (this.#sizes.get(set) ?? 0) + 1);
  }

  #at(place: number): SingleRow | undefined {
    const row = this.#rows.get(place) ?? this.#asClaimed.get(place);
    if (row === undefined || this.#rows.has(place)) return row;
    const converted = row.figure === null ? row : { ...row, figure: this.#convert(row.figure) };
    this.#rows.set(place, converted);
    return converted;
  }

  /** The rows at some places, and in calendar periods of a length what follows from them. */
  at(places: readonly number[], length: StepLength | undefined): readonly SingleRow[] {
    const rows = places.flatMap((place) => this.#at(place) ?? []);
    if (length === undefined) return rows;
    return [...bySet(rows)].flatMap(([set, some]) => {
      const name = `${length} ${set}`;
      const isWhole = set !== null && some.length === this.#sizes.get(set);
      const known = isWhole ? this.#inPeriods.get(name) : undefined;
      const found = known ?? rowsInPeriods(some, length, this.#measure, followingRow);
      if (isWhole) this.#inPeriods.set(name, found);
      return found;
    });
  }

  /** Which of some rows are counted, as `takeTogether` has it. */
  take(rows: readonly SingleRow[]): Counted<SingleRow> {
    const all = [...bySet(rows)].map(([set, some]) => this.#takeSet(set, some));
    if (all.length === 1 && all[0] !== undefined) return all[0];
    return {
      counted: all.flatMap(({ counted }) => counted),
      unknown: all.flatMap(({ unknown }) => unknown),
      leftOut: all.flatMap(({ leftOut }) => leftOut),
    };
  }

  #takeSet(set: number | null, rows: readonly SingleRow[]): Counted<SingleRow> {
    const [only, ...others] = rows;
    if (only !== undefined && others.length === 0) return alone(only);
    const name = `${set} ${rows.length}`;
    const known = this.#counted.get(name);
    if (known?.rows.every((row, place) => row === rows[place])) return known.counted;
    const counted = takeTogether(rows, this.#measure);
    if (set !== null) this.#counted.set(name, { rows, counted });
    return counted;
  }
}

function alone(row: SingleRow): Counted<SingleRow> {
  return isKnown(row) ? { counted: [row], unknown: [], leftOut: [] } : { counted: [], unknown: [row], leftOut: [] };
}

function bySet(rows: readonly SingleRow[]): ReadonlyMap<number | null, readonly SingleRow[]> {
  const sets = new Map<number | null, SingleRow[]>();
  for (const row of rows) {
    const set = sets.get(row.set);
    if (set === undefined) sets.set(row.set, [row]);
    else set.push(row);
  }
  return sets;
}

function followingRow(some: SingleRow, { step, figure }: Following): SingleRow {
  const extent = some.extent && { ...some.extent, period: step };
  return { ...some, figure, extent, period: step, isStated: false, isInColumns: false, evidence: figure.evidence };
}
