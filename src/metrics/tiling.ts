import { toNumber } from '../quantity/arithmetic.ts';
import { plusDays } from '../quantity/day.ts';
import { evidences, isWeaker } from '../quantity/evidence.ts';
import type { Figure } from '../quantity/figure.ts';

/** A figure of a stretch of days of which the first and the last are known. */
export interface Stretch {
  readonly first: string;
  readonly last: string;
  readonly figure: Figure;
  /** The day on which it became known; null where its source bears no date. */
  readonly knownFrom: string | null;
  /** Whether it restates an earlier figure of the same days. */
  readonly restates: boolean;
}

/** A stretch that is added, or taken away. */
export interface Term {
  readonly sign: 1 | -1;
  readonly stretch: Stretch;
}

/** Stretches by the days at which they begin, and on which they would go on. */
export type Stretches = ReadonlyMap<string, readonly Step[]>;

/** Puts stretches of one unit and definition in order for `tiling`. */
export function stretchesOf(stretches: readonly Stretch[]): Stretches {
  const steps = new Map<string, Step[]>();
  const add = (from: string, step: Step) => {
    const known = steps.get(from);
    if (known === undefined) steps.set(from, [step]);
    else known.push(step);
  };
  for (const stretch of stretches) {
    const next = plusDays(stretch.last, 1);
    const { low, high } = stretch.figure.quantity;
    const width = low === null || high === null ? Number.POSITIVE_INFINITY : (toNumber(high.minus(low)) ?? 0);
    add(stretch.first, { to: next, width, term: { sign: 1, stretch } });
    add(next, { to: stretch.first, width, term: { sign: -1, stretch } });
  }
  return steps;
}

/**
 * Stretches that, added and taken away, leave exactly the days asked for, each of them once; null where there are none.
 * Half a year is the year less the other half; three months are nine months less six.
 *
 * Days between stretches are the places of a map, and a stretch is a way from its first day to the day after its last,
 * which backwards takes it away: so what is looked for is a shortest way. Results go before forecasts, and what rests on
 * claims of weak confidence last; then the fewest terms, the best evidence, the narrowest bounds and the fewest signs.
 * The work is linear in the number of stretches.
 */
export function tiling(
  asked: { readonly first: string; readonly last: string },
  steps: Stretches,
): readonly Term[] | null {
  const [from, to] = [asked.first, plusDays(asked.last, 1)];
  for (const isGood of goodness) {
    const some = shortestWay(from, to, steps, isGood);
    if (some === null) continue;
    for (const evidence of evidences) {
      const better = shortestWay(
        from,
        to,
        steps,
        (figure) => isGood(figure) && !isWeaker(figure.evidence, evidence),
        some.length,
      );
      if (better !== null) return better;
    }
    return some;
  }
  return null;
}

/** The best of what several sets of stretches give, such as those of one currency each; the first where they are as good. */
export function bestTiling(
  asked: { readonly first: string; readonly last: string },
  alternatives: readonly Stretches[],
): readonly Term[] | null {
  let best: { readonly terms: readonly Term[]; readonly rank: readonly number[] } | null = null;
  for (const steps of alternatives) {
    const terms = tiling(asked, steps);
    if (terms === null) continue;
    const rank = rankOf(terms);
    if (best === null || isBefore(rank, best.rank)) best = { terms, rank };
  }
  return best?.terms ?? null;
}

interface Step {
  /** The day on which it ends: the one after the last, or the first where it is taken away. */
  readonly to: string;
  /** How far apart the bounds are, as a double: it only decides between ways. */
  readonly width: number;
  readonly term: Term;
}

/** More inputs than a derivation shows would not explain anything. */
const mostTerms = 100;

const isResult = ({ evidence, tentative }: Figure) => !tentative && !isWeaker(evidence, 'estimated');
const goodness: readonly ((figure: Figure) => boolean)[] = [isResult, ({ tentative }) => !tentative, () => true];

/** What decides between ways whose bounds are in different units: goodness, number of terms, evidence. */
function rankOf(terms: readonly Term[]): readonly number[] {
  const figures = terms.map(({ stretch }) => stretch.figure);
  const worst = Math.max(...figures.map(({ evidence }) => evidences.indexOf(evidence)));
  return [goodness.findIndex((isGood) => figures.every(isGood)), terms.length, worst];
}

function isBefore(rank: readonly number[], than: readonly number[]): boolean {
  const place = rank.findIndex((number, index) => number !== than[index]);
  return place >= 0 && (rank[place] ?? 0) < (than[place] ?? 0);
}

/** How a day was reached: over which step, from where, and what the way there costs. */
interface Reached {
  readonly before: Reached | null;
  readonly day: string;
  readonly term: Term | null;
  readonly width: number;
  readonly signs: number;
}

/** Of the ways with the fewest steps, at most so many, the cheapest: all days that are one step further, and so on. */
function shortestWay(
  from: string,
  to: string,
  steps: Stretches,
  isAllowed: (figure: Figure) => boolean,
  most = mostTerms,
): readonly Term[] | null {
  const start: Reached = { before: null, day: from, term: null, width: 0, signs: 0 };
  const visited = new Set([from]);
  let frontier = [start];
  for (let terms = 1; terms <= most && frontier.length > 0; terms++) {
    const next = new Map<string, Reached>();
    for (const reached of frontier) {
      for (const { to: day, width, term } of steps.get(reached.day) ?? []) {
        if (visited.has(day) || !isAllowed(term.stretch.figure)) continue;
        const signs = reached.signs + (term.sign < 0 ? 1 : 0);
        const way = { before: reached, day, term, width: reached.width + width, signs };
        const known = next.get(day);
        if (known === undefined || isCheaper(way, known)) next.set(day, way);
      }
    }
    const arrived = next.get(to);
    if (arrived !== undefined) return termsOf(arrived);
    for (const day of next.keys()) visited.add(day);
    frontier = [...next.values()];
  }
  return null;
}

function isCheaper(way: Reached, than: Reached): boolean {
  return way.width < than.width || (way.width === than.width && way.signs < than.signs);
}

/** What is added first, then what is taken away, each from the earliest on. */
function termsOf(arrived: Reached): readonly Term[] {
  const terms: Term[] = [];
  for (let at: Reached | null = arrived; at !== null; at = at.before) if (at.term !== null) terms.push(at.term);
  return terms.sort((a, b) => b.sign - a.sign || compare(a.stretch, b.stretch));
}

function compare(a: Stretch, b: Stretch): number {
  return a.first < b.first ? -1 : a.first > b.first ? 1 : a.last < b.last ? -1 : a.last > b.last ? 1 : 0;
}
