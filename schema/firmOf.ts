import { type Firm, firmShare, type Stake } from '../src/controls/firm.ts';
import { sharedDays } from '../src/controls/places.ts';
import type { Buyer, Days } from '../src/controls/question.ts';
import { inUnit } from '../src/quantity/arithmetic.ts';
import { plusDays } from '../src/quantity/day.ts';
import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { linkFigure } from './linkFigure.ts';
import { type LinkedTo, linksOn } from './linksOn.ts';
import type { RulesInPlace } from './rulesOf.ts';

/** How far up owners are looked for. */
const generations = 8;

/** A firm as links tell of it, of all days: who lists, controls and owns it, and the same of those above it. */
export function firmOf(company: Seen<EntityRow>, inPlace: RulesInPlace, above: readonly number[] = []): Read<Firm> {
  const home = whenRead(referenceOf(company, 'home'), (place) => place && inPlace.locationOf(place.row.slug));
  return whenRead(home, (headquarters) =>
    whenRead(listingsOf(company), (listings) =>
      whenRead(holdersOf(company, inPlace, [...above, company.row.key]), (holders) => ({
        home: headquarters,
        listings,
        parents: holders.filter(({ controls }) => controls).map(({ owner, from, to }) => ({ firm: owner, from, to })),
        owners: holders,
      })),
    ),
  );
}

/** The controls that name a company, or a group that it belongs to. */
function listingsOf(company: Seen<EntityRow>): Read<Buyer['listings']> {
  return whenRead(linksOn(company, 'from', ['listed-by', 'member-of'], null), (links) => {
    const groups = links.filter(({ link }) => link.row.kind === 'member-of');
    const own = links.filter(({ link }) => link.row.kind === 'listed-by').map(listingOf);
    return whenRead(whenAllRead(groups.map(listingsOfGroup)), (throughGroups) => [...own, ...throughGroups.flat()]);
  });
}

function listingsOfGroup({ link, other: group }: LinkedTo): Read<Buyer['listings']> {
  return whenRead(linksOn(group, 'from', ['listed-by'], null), (links) =>
    links.map(listingOf).flatMap(({ control, ...days }) => {
      const shared = sharedDays(days, daysOf(link.row));
      return shared === null ? [] : [{ control, ...shared }];
    }),
  );
}

function listingOf({ link, other }: LinkedTo): Buyer['listings'][number] {
  return { control: other.row.slug, ...daysOf(link.row) };
}

/** Those who control a company or own a share of it. */
function holdersOf(company: Seen<EntityRow>, inPlace: RulesInPlace, above: readonly number[]): Read<readonly Stake[]> {
  if (above.length > generations) return [];
  return whenRead(linksOn(company, 'to', ['parent-of', 'owns-stake'], null), (links) =>
    whenRead(whenAllRead(links.map((one) => holderOf(one, inPlace, above))), (found) => found.flat()),
  );
}

/** Firms that own each other are followed once. */
function holderOf(
  { link, other: holder }: LinkedTo,
  inPlace: RulesInPlace,
  above: readonly number[],
): Read<readonly Stake[]> {
  if (above.includes(holder.row.key)) return [];
  const controls = link.row.kind === 'parent-of';
  return whenRead(linkFigure(link, 'equity-share'), (figure) =>
    whenRead(firmOf(holder, inPlace, above), (owner) => {
      const share = firmShare(controls, figure && inUnit(figure.quantity, 'ratio'));
      return [{ by: holder.row.slug, controls, owner, share, ...daysOf(link.row) }];
    }),
  );
}

function daysOf({ startDay, endDay }: LinkRow): Days {
  return { from: startDay, to: endDay && plusDays(endDay, -1) };
}
