import { computed, divide, exact } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import { mark } from '../quantity/figureColumns.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { isClose, SortNumber } from '../quantity/sortNumber.ts';
import { sortValue } from '../quantity/sortValue.ts';
import type { Counted } from './countOnce.ts';
import type { Row } from './extent.ts';
import { type Ends, middleNumber, middleOf } from './middle.ts';
import {
  closeNumberOf,
  type Member,
  type Numbers,
  numbersAt,
  numbersOf,
  opennessAt,
  type Portions,
  portionAt,
} from './portions.ts';
import type { Measure, MeasureName } from './rowsTogether.ts';
import { Tally } from './tally.ts';

/** A row among many that is looked at by itself: it may hold what another holds, or its figure fits in no column. */
export interface Single extends Row {
  /** Its place; of what follows from others that of one of them. */
  readonly place: number;
  /** Whether its figure is one that stands at its place, and not one that follows from others. */
  readonly isStated: boolean;
  /** Whether it is shared among several, nobody says how. */
  readonly isShared: boolean;
  /** Whether its figure stands in the columns too, at its place. */
  readonly isInColumns: boolean;
}

/** Many figures in one unit: those in columns, and which of those beside them are counted. */
export interface InOneUnit<One extends Single> {
  readonly measure: Measure;
  readonly portions: Portions;
  readonly singles: { take(rows: readonly One[]): Counted<One> };
}

/** A row with the least or the greatest figure of a group. */
export interface Extreme<One extends Single> {
  readonly row: Member | One;
  readonly sort: SortNumber;
}

/** The place of a row. */
export function placeOf(row: Member | Single): number {
  return typeof row === 'number' ? row >> 1 : row.place;
}

/** The rows of a group among many; what is asked of them is worked out when it is. */
export class ManyGroup<One extends Single, Measured extends InOneUnit<One>> {
  /** Of each key the place of the value that they share; null where it is unknown. */
  readonly values: readonly (number | null)[];
  readonly #measure: Measured | null;
  /** Rows that are looked at in their columns alone. */
  readonly members: Member[] = [];
  /** The places of rows of which nothing is known. */
  readonly unknown: number[] = [];
  readonly singles: One[] = [];
  weak = 0;
  /** How many rows of which nothing is known are of this group alone. */
  ownUnknown = 0;
  #tally: Tally | undefined;
  #countedSingles: ReadonlySet<One> | undefined;
  #taken: Counted<One> | undefined;
  #counted: { readonly inColumns: readonly Member[]; readonly others: readonly One[] } | undefined;

  constructor(values: readonly (number | null)[], measure: Measured | null) {
    this.values = values;
    this.#measure = measure;
  }

  addUnknown(member: Member): void {
    this.unknown.push(member >> 1);
    if ((member & 1) === 0) this.ownUnknown += 1;
  }

  get count(): number {
    return this.members.length + this.unknown.length + this.singles.length + this.weak;
  }

  /** The rows counted: those whose figures stand in columns, and the others. */
  get counted(): { readonly inColumns: readonly Member[]; readonly others: readonly One[] } {
    const { counted } = this.taken;
    this.#counted ??= {
      inColumns: [
        ...this.members,
        ...counted.flatMap(({ place, isInColumns, isShared }) =>
          isInColumns ? (place << 1) + (isShared ? 1 : 0) : [],
        ),
      ],
      others: counted.filter(({ isInColumns }) => !isInColumns),
    };
    return this.#counted;
  }

  /** The rows counted whose figures stand in columns, added up. */
  get tally(): Tally {
    if (this.#tally === undefined) {
      this.#tally = new Tally(this.measure.portions);
      for (const member of this.counted.inColumns) this.#tally.add(member);
    }
    return this.#tally;
  }

  /** Which of the single rows are counted. */
  get taken(): Counted<One> {
    this.#taken ??= this.singles.length === 0 ? nothing : this.measure.singles.take(this.singles);
    return this.#taken;
  }

  /** Whether a single row is counted. */
  counts(row: One): boolean {
    this.#countedSingles ??= new Set(this.taken.counted);
    return this.#countedSingles.has(row);
  }

  get measure(): Measured {
    if (this.#measure === null) throw new Error('rows that are only counted have no figure');
    return this.#measure;
  }

  get isMeasured(): boolean {
    return this.#measure !== null;
  }

  get countedCount(): number {
    return this.isMeasured ? this.members.length + this.taken.counted.length : this.count;
  }

  get unknownCount(): number {
    return this.isMeasured ? this.unknown.length + this.taken.unknown.length : 0;
  }

  get disputedCount(): number {
    if (!this.isMeasured) return 0;
    const { marks } = this.measure.portions.columns;
    return this.tally.disputed + this.#stated.filter((at) => ((marks[at] ?? 0) & mark.isDisputed) !== 0).length;
  }

  get reportedCount(): number {
    if (!this.isMeasured) return 0;
    const { traits, trait } = this.measure.portions.columns;
    return this.tally.reported + this.#stated.filter((at) => traits[trait[at] ?? -1]?.evidence === 'reported').length;
  }

  /** The places of rows counted whose figure somebody states, but which stands in no column. */
  get #stated(): readonly number[] {
    return this.counted.others.flatMap(({ isStated, isShared, place }) => (isStated && !isShared ? [place] : []));
  }

  /** What orders the group by a figure that is worked out of all its rows, in doubles; null where it is unknown. */
  closeNumber(name: Exclude<MeasureName, 'minimum' | 'maximum'>): number | null {
    const { nonNegative, adds } = this.measure.measure;
    const counted = this.countedCount;
    if (counted === 0) return null;
    if (name === 'median') return this.#medianNumber();
    const all = this.tally.numbers();
    for (const { figure } of this.counted.others) {
      const one = figure && numbersOf(figure.quantity);
      if (one === null) continue;
      all.value += one.value;
      all.low += one.low;
      all.high += one.high;
    }
    if (name === 'mean') {
      const sum = closeNumberOf(all);
      return sum && sum / counted;
    }
    if (!adds) return null;
    if (this.unknownCount === 0) return closeNumberOf(all);
    return nonNegative ? closeNumberOf({ value: Number.NaN, low: all.low, high: Number.POSITIVE_INFINITY }) : null;
  }

  /** The row with the least or the greatest figure, of equal ones the first. */
  extreme(name: 'minimum' | 'maximum'): Extreme<One> | null {
    const sign = name === 'minimum' ? -1 : 1;
    let greatest = Number.NEGATIVE_INFINITY;
    this.#eachNumber((number) => {
      if (number * sign > greatest) greatest = number * sign;
    });
    const same = new Map<string, SortNumber>();
    let best: Extreme<One> | null = null;
    this.#eachNumber((number, row, numbers) => {
      if (!isClose(number * sign, greatest)) return;
      // Numbers that are worked out in the same way are equal, however many rows have them.
      const way = typeof row === 'number' ? this.#wayOf(row, numbers) : `${row.place} by itself`;
      const sort = same.get(way) ?? new SortNumber(number, () => this.#exactNumber(row));
      same.set(way, sort);
      const beyond = best === null || sort === best.sort ? 0 : sort.compareTo(best.sort) * sign;
      if (best === null || beyond > 0 || (beyond === 0 && placeOf(row) < placeOf(best.row))) best = { row, sort };
    });
    return best;
  }

  /** Each row counted that has a number to be ordered by, in doubles. */
  #eachNumber(look: (number: number, row: Member | One, numbers: Numbers) => void): void {
    const { inColumns, others } = this.counted;
    const { portions } = this.measure;
    const lookAt = (row: Member | One, numbers: Numbers) => {
      const number = closeNumberOf(numbers);
      if (number !== null) look(number, row, numbers);
    };
    for (const member of inColumns) lookAt(member, numbersAt(portions, member));
    for (const row of others) if (row.figure) lookAt(row, numbersOf(row.figure.quantity));
  }

  #wayOf(member: Member, { value, low, high }: Numbers): string {
    const { columns, ofTrait } = this.measure.portions;
    return `${ofTrait[columns.trait[member >> 1] ?? -1]} ${value} ${low} ${high}`;
  }

  #exactNumber(row: Member | One): Decimal {
    const ends =
      typeof row !== 'number'
        ? row.figure?.quantity
        : {
            value: (row & 1) === 1 ? null : this.#exactly(row, 'value'),
            low: this.#exactly(row, 'low'),
            high: this.#exactly(row, 'high'),
          };
    const number = ends && sortValue(ends);
    if (number == null) throw new Error('a row that has a number in doubles has one');
    return number;
  }

  /** The mean of the counted, of which this is the sum; there is one at least. */
  mean(sum: Quantity): Quantity {
    const count = this.countedCount;
    return count === 1 ? sum : divide(sum, exact(count, 'ratio'), this.measure.measure.unit);
  }

  /** The median of the counted as a quantity; there is one at least. */
  median(): Quantity {
    const { unit } = this.measure.portions;
    const values = this.#ends('value');
    const interval = { low: middleOf(this.#ends('low')), high: middleOf(this.#ends('high')) };
    return computed(interval, values.at.some(Number.isNaN) ? null : middleOf(values).at, unit);
  }

  #medianNumber(): number | null {
    const middle = (which: keyof Numbers) => middleNumber(this.#ends(which).at);
    const values = this.#ends('value').at;
    const value = values.some(Number.isNaN) ? Number.NaN : middleNumber(values);
    return closeNumberOf({ value, low: middle('low'), high: middle('high') });
  }

  /** Values or ends of all that are counted. */
  #ends(which: keyof Numbers): Ends {
    const { portions } = this.measure;
    const { inColumns: members, others } = this.counted;
    const singles = others.flatMap(({ figure }) => figure?.quantity ?? []);
    const single = (place: number) => singles[place - members.length];
    const infinite =
      which === 'low' ? Number.NEGATIVE_INFINITY : which === 'high' ? Number.POSITIVE_INFINITY : Number.NaN;
    return {
      at: Float64Array.from({ length: members.length + singles.length }, (_, place) => {
        const quantity = single(place);
        return quantity ? numbersOf(quantity)[which] : numbersAt(portions, members[place] ?? 0)[which];
      }),
      isOpen: (place) => {
        if (which === 'value') return false;
        const quantity = single(place);
        if (quantity) return quantity[which] === null || quantity[`${which}Open`];
        const member = members[place] ?? 0;
        return !Number.isFinite(numbersAt(portions, member)[which]) || opennessAt(portions, member)[which];
      },
      exactly: (place) => {
        const quantity = single(place);
        return (quantity ? quantity[which] : this.#exactly(members[place] ?? 0, which)) ?? new Decimal(infinite);
      },
      openFirst: which === 'high',
    };
  }

  #exactly(member: Member, which: keyof Numbers): Decimal | null {
    const { portions } = this.measure;
    const place = member >> 1;
    const at = which === 'low' && (member & 1) === 1 ? 0 : (portions.columns[which][place] ?? Number.NaN);
    const portion = portionAt(portions, place);
    if (Number.isNaN(at) || portion === undefined) return null;
    const point = new Decimal(at);
    const quantity = { value: point, low: point, high: point, lowOpen: false, highOpen: false };
    return portion.converted({ ...quantity, bounds: 'exact', unit: portion.unit })[which];
  }
}

const nothing: Counted<never> = { counted: [], unknown: [], leftOut: [] };
