import { plusDays } from '../quantity/day.ts';
import type { Verdict } from './evaluation.ts';
import { solidOf } from './facts.ts';
import { type Places, placesOn } from './places.ts';
import type { Buyer, Days, Item } from './question.ts';
import { reachOf, type Shipment } from './reach.ts';
import type { Rules } from './rules.ts';
import type { Situation } from './situation.ts';
import { isSame, verdictOf } from './verdict.ts';

/** A shipment on any day. */
export type Way = Omit<Shipment, 'day'>;

/** A stretch of days in which nothing changes that the rules look at, but for the item. */
export interface Stretch extends Days {
  readonly places: Places;
  /** For what comes from abroad. */
  readonly abroad: Situation;
  /** For what stays where it is made: that is not exported. */
  readonly atHome: Situation;
}

/** A way over time, cut where a rule, a membership, a listing, a headquarters or an owner changes. */
export class Route {
  readonly #rules: Rules;
  readonly #way: Way;
  /** The days on which something changes, earliest first. */
  readonly #turns: readonly string[];
  readonly #stretches: Stretch[] = [];

  constructor(rules: Rules, way: Way) {
    this.#rules = rules;
    this.#way = way;
    this.#turns = [...new Set([...rules.turningDays(way.reading), ...turningDays(stretchesOf(way))])].toSorted();
  }

  /** All its stretches, earliest first: from the first days to the last. */
  get stretches(): readonly Stretch[] {
    return Array.from({ length: this.#turns.length + 1 }, (_, index) => this.#stretchAt(index));
  }

  /** The stretch that a day lies in. */
  stretchOn(day: string): Stretch {
    return this.#stretchAt(this.#turnsUntil(day));
  }

  #stretchAt(index: number): Stretch {
    const known = this.#stretches[index];
    if (known !== undefined) return known;
    const from = this.#turns[index - 1] ?? null;
    const next = this.#turns[index];
    const to = next === undefined ? null : plusDays(next, -1);
    const day = from ?? to ?? '';
    const reach = reachOf(this.#rules, { ...this.#way, day });
    const inCountry = reach.filter(({ ready }) => ready.clause.inCountry === true);
    const stretch = {
      from,
      to,
      places: placesOn(this.#way.destination, day),
      abroad: this.#rules.situationOf(reach),
      atHome: this.#rules.situationOf(inCountry),
    };
    this.#stretches[index] = stretch;
    return stretch;
  }

  /** How many of the days on which something changes have come by a day. */
  #turnsUntil(day: string): number {
    let low = 0;
    let high = this.#turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#turns[middle] ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The clauses that reach an item in a stretch. */
export function situationIn(stretch: Stretch, item: Item): Situation {
  return isMadeThere(item, stretch) ? stretch.atHome : stretch.abroad;
}

/** What follows for an item in a stretch. */
export function verdictIn(stretch: Stretch, item: Item): Verdict {
  const verdict = verdictOf(situationIn(stretch, item), item);
  if (item['made-in']?.tentative !== true || !isMadeThere(item, stretch)) return verdict;
  // Made here by tentative claims alone: were that unknown, it would count as exported.
  if (isSame(verdict, verdictOf(stretch.abroad, solidOf(item)))) return verdict;
  const { outcome, policy, clause, candidates, missing } = verdict;
  return { outcome, policy, clause, candidates, missing, tentative: true };
}

function isMadeThere(item: Item, { places }: Stretch): boolean {
  const madeIn = item['made-in'];
  return madeIn !== undefined && 'word' in madeIn && places.has(madeIn.word);
}

/** The days on which something starts or has just ended. */
export function turningDays(stretches: readonly Days[]): readonly string[] {
  return stretches.flatMap(({ from, to }) => [
    ...(from === null ? [] : [from]),
    ...(to === null ? [] : [plusDays(to, 1)]),
  ]);
}

function stretchesOf({ destination, buyer }: Way): readonly Days[] {
  return [...destination.memberships, ...(buyer === null ? [] : buyerStretches(buyer))];
}

function buyerStretches({ headquarters, listings, ownedByListed }: Buyer): readonly Days[] {
  const memberships = headquarters.flatMap(({ location }) => location.memberships);
  return [...headquarters, ...memberships, ...listings, ...ownedByListed];
}
