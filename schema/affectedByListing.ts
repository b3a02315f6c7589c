import { buyerOf } from '../src/controls/firm.ts';
import { isWithin } from '../src/controls/places.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { Affected, ControlOnDay } from './affects.ts';
import { affiliateListings } from './affiliateListings.ts';
import { firmOf } from './firmOf.ts';
import { linksOn } from './linksOn.ts';
import type { PathShape } from './path.ts';

/** The firms that a control lists, and those of the groups that it lists. */
export function listedFirms({ control, day }: ControlOnDay): Read<readonly Affected[]> {
  return listedFrom({ entities: [control], links: [] }, control, day);
}

/** The firms that listed firms own to half or more, while a rule makes that count. */
export function ownedFirms(asked: ControlOnDay): Read<readonly Affected[]> {
  const { control, inPlace, day } = asked;
  const counting = inPlace.rules
    .inForce(day, 'practice')
    .filter(({ clause }) => clause.party?.ownedByListed !== undefined);
  if (counting.length === 0) return [];
  return whenRead(affiliateListings(control.view, inPlace), (listings) =>
    whenRead(listingsOf(control, day, listings), (starts) => {
      const listed = whenAllRead(starts.map((path) => listedFrom(path, path.entities.at(-1) ?? control, day)));
      return whenRead(listed, (owners) => {
        const least = Math.min(...counting.map(({ clause }) => clause.party?.ownedByListed ?? 1));
        return whenRead(downFrom(owners.flat(), day, []), (below) => ownedToAtLeast(least, below, listings, asked));
      });
    }),
  );
}

/** The listings that a control is, or that it extends. */
function listingsOf(control: Seen<EntityRow>, day: string, listings: ReadonlySet<string>): Read<readonly PathShape[]> {
  if (listings.has(control.row.slug)) return [{ entities: [control], links: [] }];
  return whenRead(linksOn(control, 'from', ['amends'], day), (amended) =>
    amended
      .filter(({ other }) => listings.has(other.row.slug))
      .map(({ link, other }) => ({ entities: [control, other], links: [link] })),
  );
}

function listedFrom(path: PathShape, control: Seen<EntityRow>, day: string): Read<readonly Affected[]> {
  return whenRead(linksOn(control, 'to', ['listed-by'], day), (listed) => {
    const firms = listed.map(({ link, other }): Read<readonly Affected[]> => {
      const way = extended(path, { link, other });
      if (other.row.type === 'Company') return [{ company: other, path: way }];
      return whenRead(linksOn(other, 'to', ['member-of'], day), (members) =>
        members.map((member) => ({ company: member.other, path: extended(way, member) })),
      );
    });
    return whenRead(whenAllRead(firms), (found) => found.flat());
  });
}

const generations = 8;

/** The firms below some others, by control or by a share, each by the shortest chain. */
function downFrom(above: readonly Affected[], day: string, known: readonly Affected[]): Read<readonly Affected[]> {
  const seen = new Set([...known, ...above].map(({ company }) => company.row.key));
  const levels = known.length === 0 ? 0 : Math.max(...known.map(({ path }) => path.links.length));
  if (above.length === 0 || levels > generations) return known;
  const held = above.map(({ company, path }) =>
    whenRead(linksOn(company, 'from', ['parent-of', 'owns-stake'], day), (links) =>
      links
        .filter(({ other }) => other.row.type === 'Company' && !seen.has(other.row.key))
        .map((one) => ({ company: one.other, path: extended(path, one) })),
    ),
  );
  return whenRead(whenAllRead(held), (found) => {
    const below = [...new Map(found.flat().map((one) => [one.company.row.key, one] as const)).values()];
    return whenRead(downFrom(below, day, [...known, ...above]), (all) =>
      known.length === 0 ? all.filter((one) => !above.includes(one)) : all,
    );
  });
}

function ownedToAtLeast(
  least: number,
  firms: readonly Affected[],
  listings: ReadonlySet<string>,
  { inPlace, day }: ControlOnDay,
): Read<readonly Affected[]> {
  const owned = firms.map((one) =>
    whenRead(firmOf(one.company, inPlace), (firm) => {
      const { ownedByListed } = buyerOf(one.company.row.slug, firm, listings);
      return ownedByListed.some((stretch) => isWithin(stretch, day) && stretch.share.low?.gte(least)) ? [one] : [];
    }),
  );
  return whenRead(whenAllRead(owned), (found) => found.flat());
}

function extended(
  { entities, links }: PathShape,
  { link, other }: { readonly link: PathShape['links'][number]; readonly other: Seen<EntityRow> },
): PathShape {
  return { entities: [...entities, other], links: [...links, link] };
}
