import { computed, sum } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import { type Evidence, evidences, weakest } from '../quantity/evidence.ts';
import type { Figure } from '../quantity/figure.ts';
import { mark } from '../quantity/figureColumns.ts';
import { samePeriod } from '../quantity/period.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { asItIs, type Member, type Numbers, type Portions, portionAt, scaled, traitAt } from './portions.ts';

/** Sums of numbers of one portion, and how many had none. Each is whole, and exact in a double. */
class Sums {
  count = 0;
  value = 0;
  valueless = 0;
  low = 0;
  lowless = 0;
  lowOpen = 0;
  high = 0;
  highless = 0;
  highOpen = 0;
  inexact = 0;

  /** What is left without some of them. */
  less(some: Sums): Sums {
    const left = new Sums();
    left.count = this.count - some.count;
    left.value = this.value - some.value;
    left.valueless = this.valueless - some.valueless;
    left.low = this.low - some.low;
    left.lowless = this.lowless - some.lowless;
    left.lowOpen = this.lowOpen - some.lowOpen;
    left.high = this.high - some.high;
    left.highless = this.highless - some.highless;
    left.highOpen = this.highOpen - some.highOpen;
    left.inexact = this.inexact - some.inexact;
    return left;
  }

  get numbers(): Numbers {
    return {
      value: this.valueless > 0 ? Number.NaN : this.value,
      low: this.lowless > 0 ? Number.NaN : this.low,
      high: this.highless > 0 ? Number.NaN : this.high,
    };
  }

  quantity(unit: string): Quantity {
    const { value, low, high } = this.numbers;
    const end = (at: number, open: boolean, none: number) =>
      Number.isNaN(at) ? { at: new Decimal(none), open: true } : { at: new Decimal(at), open };
    const interval = {
      low: end(low, this.lowOpen > 0, Number.NEGATIVE_INFINITY),
      high: end(high, this.highOpen > 0, Number.POSITIVE_INFINITY),
    };
    const all = computed(interval, Number.isNaN(value) ? null : new Decimal(value), unit);
    return this.inexact === 0 ? { ...all, bounds: 'exact' } : all;
  }
}

const none = new Sums();

/** The sum of many figures, as `sum` of arithmetic.ts has it of quantities. */
export class Tally {
  readonly #portions: Portions;
  readonly #sums = new Map<number, Sums>();
  count = 0;
  disputed = 0;
  reported = 0;
  /** The first of them. */
  first: Member = -1;
  /** How many are shared among several. */
  shared = 0;
  #worst = 0;
  #isOnePeriod = true;
  #isOneDefinition = true;

  constructor(portions: Portions) {
    this.#portions = portions;
  }

  add(member: Member): void {
    const { columns, ofTrait } = this.#portions;
    const place = member >> 1;
    const isShared = (member & 1) === 1;
    const trait = columns.trait[place] ?? -1;
    const portion = ofTrait[trait] ?? 0;
    let sums = this.#sums.get(portion);
    if (sums === undefined) {
      sums = new Sums();
      this.#sums.set(portion, sums);
    }
    if (this.count === 0) this.first = member;
    this.count += 1;
    sums.count += 1;
    const value = isShared ? Number.NaN : (columns.value[place] ?? Number.NaN);
    const low = isShared ? 0 : (columns.low[place] ?? Number.NaN);
    const high = columns.high[place] ?? Number.NaN;
    const marks = columns.marks[place] ?? 0;
    if (Number.isNaN(value)) sums.valueless += 1;
    else sums.value += value;
    if (Number.isNaN(low)) sums.lowless += 1;
    else sums.low += low;
    if (Number.isNaN(high)) sums.highless += 1;
    else sums.high += high;
    if ((marks & mark.lowOpen) !== 0 && !isShared) sums.lowOpen += 1;
    if ((marks & mark.highOpen) !== 0) sums.highOpen += 1;
    const { evidence, bounds, period, definition } = columns.traits[trait] ?? noTrait;
    if (bounds !== 'exact' || isShared) sums.inexact += 1;
    this.shared += isShared ? 1 : 0;
    // What is shared is computed, and no longer what somebody claims.
    if (!isShared) {
      this.disputed += (marks & mark.isDisputed) === 0 ? 0 : 1;
      this.reported += evidence === 'reported' ? 1 : 0;
    }
    const grade = evidence === null ? 0 : evidences.indexOf(evidence);
    if (grade > this.#worst) this.#worst = grade;
    if (this.count === 1 || (!this.#isOnePeriod && !this.#isOneDefinition)) return;
    const first = traitAt(this.#portions, this.first >> 1);
    this.#isOnePeriod &&=
      period === (first?.period ?? null) || (period !== null && !!first?.period && samePeriod(period, first.period));
    this.#isOneDefinition &&= definition === (first?.definition ?? null);
  }

  /** The sum in doubles, as close as they are. */
  numbers(): { value: number; low: number; high: number } {
    const all = { value: 0, low: 0, high: 0 };
    for (const [place, sums] of this.#sums) {
      const { value, low, high } = scaled(sums.numbers, this.#portions.all[place]?.times ?? asItIs);
      all.value += value;
      all.low += low;
      all.high += high;
    }
    return all;
  }

  quantity(): Quantity {
    return this.#sumOf(this.#sums);
  }

  /** The sum without some of the figures, all of which are in it. */
  quantityWithout(some: Tally): Quantity {
    const left = [...this.#sums].map(([place, sums]) => [place, sums.less(some.#sums.get(place) ?? none)] as const);
    return this.#sumOf(left.filter(([, sums]) => sums.count > 0));
  }

  /** The sum as a figure: of one it is that one, of several derived at best. */
  figure(origin: Figure['origin']): Figure {
    const { period = null, definition = null, bounds = null } = traitAt(this.#portions, this.first >> 1) ?? {};
    const evidence: Evidence = evidences[this.#worst] ?? 'scenario';
    const isAsItIs = portionAt(this.#portions, this.first >> 1)?.isConverted !== true;
    const isOne = this.count === 1 && this.shared === 0 && isAsItIs;
    const quantity = this.quantity();
    return {
      quantity: isOne && bounds !== null ? { ...quantity, bounds } : quantity,
      evidence: isOne ? evidence : weakest('derived', evidence),
      tentative: false,
      period: this.#isOnePeriod ? period : null,
      definition: this.#isOneDefinition ? definition : null,
      origin,
    };
  }

  #sumOf(parts: Iterable<readonly [portion: number, Sums]>): Quantity {
    const { all, unit } = this.#portions;
    return sum(
      [...parts].flatMap(([place, sums]) => {
        const portion = all[place];
        return portion === undefined ? [] : portion.converted(sums.quantity(portion.unit));
      }),
      unit,
    );
  }
}

const noTrait = { evidence: null, bounds: null, period: null, definition: null };
