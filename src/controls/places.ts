import type { Truth } from './evaluation.ts';
import type { Days, Location, Membership } from './question.ts';
import type { PlaceMatch, RuleBook } from './rule.ts';
import { allOf, anyOf, not } from './truth.ts';

/** Every place but the home of the exporter, which is the United States for the rules that say `world`. */
const world = 'world';
const home = 'us';

/** The places and groups that a location lies in on a day, itself included. */
export type Places = ReadonlySet<string>;

/**
 * A place with all that it belongs to over time: its groups, the places that it lies in, those that these belong to, and
 * the places that rules read it as. `direct` tells what a place itself belongs to.
 */
export function locationOf(
  book: Pick<RuleBook, 'rules'>,
  place: string,
  direct: (place: string) => readonly Membership[],
): Location {
  const readAs = Object.values(book.rules).flatMap((rule) => rule.readAs ?? []);
  const found = new Map<string, Membership>();
  const waiting: Membership[] = [{ place, from: null, to: null }];
  for (const reached of waiting) {
    const read = readAs
      .filter((each) => each.place === reached.place)
      .map(({ as, from = null, to = null }) => ({ place: as, from, to }));
    for (const next of [...direct(reached.place), ...read]) {
      const days = sharedDays(reached, next);
      if (days === null) continue;
      const key = `${next.place} ${days.from} ${days.to}`;
      if (next.place === place || found.has(key)) continue;
      const membership = { place: next.place, ...days };
      found.set(key, membership);
      waiting.push(membership);
    }
  }
  return { place, memberships: [...found.values()] };
}

/** Whether a day lies in a stretch of days. */
export function isWithin({ from, to }: Days, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** What a location belongs to on a day. */
export function placesOn(location: Location, day: string): Places {
  const places = new Set([location.place]);
  for (const membership of location.memberships) if (isWithin(membership, day)) places.add(membership.place);
  if (!places.has(home)) places.add(world);
  return places;
}

/** Whether a clause reaches one of these places; open where nobody has said which places it means. */
export function matchesPlace(match: PlaceMatch, places: Places, memberRules: RuleBook['memberRules']): Truth {
  const isIn = (name: string): Truth => {
    const rule = memberRules[name];
    return rule === undefined ? places.has(name) : matchesPlace(rule, places, memberRules);
  };
  const mayBe = (match.possibly ?? []).some((name) => isIn(name) !== false) ? null : false;
  const reached = anyOf([anyOf(match.anyOf ?? [], isIn), mayBe], itself);
  return allOf([reached, not(anyOf(match.noneOf ?? [], isIn))], itself);
}

const itself = (truth: Truth) => truth;

/** The days of a window of the rules. */
export function daysOf({
  from = null,
  to = null,
}: {
  from?: string | null | undefined;
  to?: string | null | undefined;
}): Days {
  return { from, to };
}

/** The days that two stretches share; null where there are none. */
export function sharedDays(a: Days, b: Days): Days | null {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return from !== null && to !== null && to < from ? null : { from, to };
}
