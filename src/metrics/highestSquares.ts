import { Decimal } from '../quantity/decimal.ts';

/** The numbers that one part of the whole may be, from low to high. */
export interface Span {
  readonly low: Decimal;
  readonly high: Decimal;
  /** Whether its square is added; the part of a whole that many hold a little of adds nothing. */
  readonly counts: boolean;
}

/**
 * The highest sum of squares of numbers that lie in their spans and together are `whole`.
 *
 * A sum of squares is highest at a corner: every number at an end of its span but one, which takes what is left. Corners
 * are too many to try them all, so spans are filled up from their low ends by the slope of the chord of their square,
 * low + high, the steepest first. The chords lie above the squares, so that what they give is a limit from above; what the
 * numbers themselves give is one from below. Where a span is filled in part the two differ: it is divided there, and
 * both halves are tried, the most promising first, until nothing is left that could be higher. Shares that are rounded
 * alike need no division at all. After `most` divisions the limit from above is the answer: sound, and closer than
 * anybody states shares.
 *
 * The low ends together may not pass the whole, nor the high ends fall short of it.
 */
export function highestSquares(spans: readonly Span[], whole: Decimal): Decimal {
  let open = [filled(spans, whole)];
  let best = open[0]?.reached ?? new Decimal(0);
  for (let divisions = 0; divisions < most; divisions++) {
    const [first, ...others] = open;
    if (first === undefined || first.limit.lte(best)) return best;
    const halves = halvesOf(first).map((half) => filled(half, whole));
    best = halves.reduce((so, { reached }) => Decimal.max(so, reached), best);
    open = [...others, ...halves].filter(({ limit }) => limit.gt(best)).sort((a, b) => b.limit.cmp(a.limit));
  }
  return open[0]?.limit ?? best;
}

const most = 200;

/** Spans filled up to the whole. */
interface Filling {
  readonly spans: readonly Span[];
  /** The sum of squares cannot be higher. */
  readonly limit: Decimal;
  /** The sum of squares of these very numbers. */
  readonly reached: Decimal;
  /** Which span is filled in part, and how far; null where all are at an end. */
  readonly partly: { readonly index: number; readonly at: Decimal } | null;
}

function filled(spans: readonly Span[], whole: Decimal): Filling {
  let left = spans.reduce((rest, { low }) => Decimal.sub(rest, low), whole);
  let limit = new Decimal(0);
  let reached = new Decimal(0);
  let partly: Filling['partly'] = null;
  const steepestFirst = spans.map((span, index) => ({ span, index, slope: slopeOf(span) }));
  steepestFirst.sort((a, b) => b.slope.cmp(a.slope));
  for (const { span, index, slope } of steepestFirst) {
    const taken = Decimal.min(left, Decimal.sub(span.high, span.low));
    const at = Decimal.add(span.low, taken);
    left = Decimal.sub(left, taken);
    if (!span.counts) continue;
    limit = limit.plus(span.low.times(span.low)).plus(slope.times(taken));
    reached = reached.plus(at.times(at));
    if (at.gt(span.low) && at.lt(span.high)) partly = { index, at };
  }
  return { spans, limit, reached, partly };
}

function slopeOf({ low, high, counts }: Span): Decimal {
  return counts ? Decimal.add(low, high) : new Decimal(0);
}

function halvesOf({ spans, partly }: Filling): readonly (readonly Span[])[] {
  if (partly === null) return [];
  const { index, at } = partly;
  return [
    spans.map((span, place) => (place === index ? { ...span, high: at } : span)),
    spans.map((span, place) => (place === index ? { ...span, low: at } : span)),
  ];
}
