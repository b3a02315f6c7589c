import type { BookClause } from '../src/controls/evaluation.ts';
import { placesOn } from '../src/controls/places.ts';
import { bestFirst } from '../src/store/bestFirst.ts';
import type { Claim } from '../src/store/claim.ts';
import { countingClaims, seenClaims } from '../src/store/counting.ts';
import { claimsAtDoor, entityAt } from '../src/store/reading.ts';
import { type Seen, seeAll } from '../src/store/seen.ts';
import type { LinkRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { ExportStatusShape } from './exportStatusOf.ts';
import { countingClaimsOf } from './linkState.ts';
import { valuesOf } from './qualifier.ts';

/** Claims that contradict a status: other policies of the clause that decides, and sources that say it may, or may not, pass. */
export function disputesOf(status: ExportStatusShape): Read<readonly Seen<Claim>[]> {
  const { clause, candidates } = status.verdict;
  const deciding = [clause, ...candidates.map((candidate) => candidate.clause)].filter((one) => one !== null);
  const policies = whenAllRead([...new Set(deciding)].map((one) => otherPoliciesOf(status, one)));
  return whenRead(policies, (claims) =>
    whenRead(whenAllRead([saidOtherwise(status)]), (others) => [...claims.flat(), ...others.flat()]),
  );
}

/** What sources say of a clause that is not what the rule here has. */
function otherPoliciesOf({ view }: ExportStatusShape, { control, id }: BookClause): Read<readonly Seen<Claim>[]> {
  return whenRead(view.named('ExportControl', control), ([entity]) => {
    if (entity === undefined) return [];
    return whenRead(claimsAtDoor(entity, 'policy'), (claims) => {
      const { lens, horizon } = view;
      const counting = countingClaims(seenClaims(lens, horizon, claims));
      const theirs = counting.filter((claim) => {
        const { clause } = valuesOf(claim);
        return clause === id;
      });
      return seeAll(view, bestFirst(lens, horizon, theirs));
    });
  });
}

/** Sources that say the contrary of the outcome: that a control keeps the processor from there, or lets it pass. */
function saidOtherwise(status: ExportStatusShape): Read<readonly Seen<Claim>[]> {
  const { verdict, chip, view, day, way } = status;
  const contrary = contraryOf(verdict);
  if (contrary === null || chip.processor === null) return [];
  const list = { ends: 'to', during: { label: day, first: day, last: day } } as const;
  const page = { limit: 100, backward: false, cursor: null };
  const links = view.links(chip.processor, { list, where: { kinds: [contrary] }, order: [], page });
  return whenRead(links, ({ rows }) => {
    const places = placesOn(way.inPlace.locationOf(way.place.slug), day);
    const claims = rows.map((link) =>
      whenRead(isAboutExports(link, places), (is) => (is ? countingClaimsOf(link) : [])),
    );
    return whenRead(whenAllRead(claims), (found) => found.flat());
  });
}

/** The kind of link that says the contrary of a status; null where none does. */
export function contraryOf({ outcome, policy }: ExportStatusShape['verdict']): 'restricts' | 'permits' | null {
  if (outcome === 'unrestricted') return 'restricts';
  return policy === 'presumption-of-denial' || policy === 'policy-of-denial' ? 'permits' : null;
}

/** What the country of the buyers does about imports contradicts no rule on exports. */
export function isAboutExports(link: Seen<LinkRow>, places: ReadonlySet<string>): Read<boolean> {
  const control = entityAt(link, 'from', (row) => row.fromKey);
  const place = entityAt(link, 'what', (row) => row.whatKey);
  return whenRead(control, (by) =>
    whenRead(place, (to) => {
      const isMeasure = by !== null && by.row.kindsJson !== '["counter-measure"]';
      return isMeasure && (to === null || places.has(to.row.slug));
    }),
  );
}
