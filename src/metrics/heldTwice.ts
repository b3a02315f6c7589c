import type { Period } from '../quantity/period.ts';
import type { Extent, Row } from './extent.ts';
import { rivalsIn } from './rivals.ts';

/** Rows of the same parties. */
export interface Lot {
  /** What they are of, but for the time; null where none holds what another one does. */
  readonly extent: Omit<Extent, 'period'> | null;
  /** The period of each; null where it is unknown, which may be any time. */
  readonly periods: readonly (Period | null)[];
}

/**
 * For each lot the set that it is in: no row of a set may hold what a row of another one holds, and in a set some rows may
 * hold the same. Null where no row of the lot may hold what any other holds.
 */
export function setsOf(lots: readonly Lot[]): readonly (number | null)[] {
  const spans = lots.map(({ periods }) => periods.map(spanOf).sort((a, b) => (a.first < b.first ? -1 : 1)));
  const rows = lots.flatMap(({ extent }, place): readonly LotRow[] =>
    extent === null ? [] : [{ place, entity: nobody, figure: null, extent: { ...extent, period: null } }],
  );
  const sets = new Sets(lots.length);
  for (const [{ place, extent }, rivals] of rivalsIn(rows)) {
    const own = spans[place] ?? [];
    if (extent?.isWhole === true && meetThemselves(own)) sets.join(place, place);
    for (const rival of rivals)
      if (rival.place > place && meet(own, spans[rival.place] ?? [])) sets.join(place, rival.place);
  }
  return lots.map((_lot, place) => sets.of(place));
}

interface LotRow extends Row {
  readonly place: number;
}

const nobody = { id: '', name: '' };

interface Span {
  readonly first: string;
  readonly last: string;
}

function spanOf(period: Period | null): Span {
  return { first: period?.first ?? '', last: period?.last ?? '9999-99-99' };
}

/** Whether two of some spans, in the order of their first days, share a day. */
function meetThemselves(spans: readonly Span[]): boolean {
  let last = '';
  return spans.some((span, place) => {
    const shares = place > 0 && span.first <= last;
    if (span.last > last) last = span.last;
    return shares;
  });
}

/** Whether a span among some shares a day with one among others, both in the order of their first days. */
function meet(some: readonly Span[], others: readonly Span[]): boolean {
  let [a, b] = [0, 0];
  for (;;) {
    const [one, other] = [some[a], others[b]];
    if (one === undefined || other === undefined) return false;
    if (one.first <= other.last && other.first <= one.last) return true;
    // What ends first meets none of those that begin later.
    if (one.last < other.last) a += 1;
    else b += 1;
  }
}

/** Sets that grow together. */
class Sets {
  readonly #above: Int32Array;

  constructor(count: number) {
    this.#above = new Int32Array(count).fill(alone);
  }

  join(a: number, b: number): void {
    for (const place of [a, b]) if (this.#above[place] === alone) this.#above[place] = place;
    const [top, other] = [this.#top(a), this.#top(b)];
    this.#above[other] = top;
  }

  of(place: number): number | null {
    return this.#above[place] === alone ? null : this.#top(place);
  }

  #top(place: number): number {
    let top = place;
    for (let above = this.#above[top] ?? top; above !== top; above = this.#above[top] ?? top) top = above;
    this.#above[place] = top;
    return top;
  }
}

const alone = -1;
