import { locationOf } from '../src/controls/places.ts';
import type { Location } from '../src/controls/question.ts';
import { Rules } from '../src/controls/rules.ts';
import { plusDays } from '../src/quantity/day.ts';
import type { Geography } from '../src/store/geography.ts';
import type { Revision } from '../src/store/revision.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';

/** The rules of a revision, made ready, and its places. */
export interface RulesInPlace {
  readonly rules: Rules;
  readonly geography: Geography;
  /** A place with all that it belongs to over time, by its slug. The same place gives the same object. */
  locationOf(slug: string): Location;
}

const kept = new WeakMap<Revision, Read<RulesInPlace>>();

/** The rules of a revision, read and made ready once. What they say stands outside every lens. */
export function rulesOf(revision: Revision): Read<RulesInPlace> {
  const known = kept.get(revision);
  if (known !== undefined) return known;
  const read = whenRead(revision.ruleBook(), (book) =>
    whenRead(revision.geography(), (geography) => inPlace(new Rules(book), geography)),
  );
  kept.set(revision, read);
  if (read instanceof Promise) {
    // Once it is at hand, it is answered at once; a reading that failed is tried again.
    read.then(
      (ready) => kept.set(revision, ready),
      () => kept.delete(revision),
    );
  }
  return read;
}

function inPlace(rules: Rules, geography: Geography): RulesInPlace {
  const locations = new Map<string, Location>();
  const direct = (place: string) =>
    (geography.belongings.get(place) ?? []).map((belonging) => ({
      place: belonging.place,
      from: belonging.from,
      to: belonging.until && plusDays(belonging.until, -1),
    }));
  return {
    rules,
    geography,
    locationOf(slug) {
      const known = locations.get(slug);
      if (known !== undefined) return known;
      const location = locationOf(rules.book, slug, direct);
      locations.set(slug, location);
      return location;
    },
  };
}
