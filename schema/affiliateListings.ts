import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { RulesInPlace } from './rulesOf.ts';

const kept = new WeakMap<RulesInPlace, ReadonlySet<string>>();

/**
 * The listings of which an owner's share counts: those that a control amends which looks at listed owners. What a measure
 * amends is a part of its text, and read through no lens but the default one.
 */
export function affiliateListings(through: View, inPlace: RulesInPlace): Read<ReadonlySet<string>> {
  const known = kept.get(inPlace);
  if (known !== undefined) return known;
  const looking = new Set(
    inPlace.rules.clauses.flatMap(({ clause }) => (clause.party?.ownedByListed === undefined ? [] : [clause.control])),
  );
  const view = through.through();
  const asked = [...looking].map((name) => ({ type: 'ExportControl' as const, name }));
  return whenRead(view.namedAll(asked), (controls) =>
    whenRead(whenAllRead(controls.flat().map((control) => amendedBy(view, control))), (amended) => {
      const listings = new Set(amended.flat());
      kept.set(inPlace, listings);
      return listings;
    }),
  );
}

function amendedBy(view: View, control: Seen<EntityRow>): Read<readonly string[]> {
  const list = { ends: 'from', during: { label: '../..', first: null, last: null } } as const;
  const page = { limit: 1_000, backward: false, cursor: null };
  return whenRead(view.links(control, { list, where: { kinds: ['amends'] }, order: [], page }), ({ rows }) => {
    const amended = rows.map((link) => entityAt(link, 'to', (row) => row.toKey));
    return whenRead(whenAllRead(amended), (found) => found.flatMap((one) => one?.row.slug ?? []));
  });
}
