import { type Firm, firmShare } from '../src/controls/firm.ts';
import { sharedDays } from '../src/controls/places.ts';
import type { Buyer, Days, Span } from '../src/controls/question.ts';
import { inUnit } from '../src/quantity/arithmetic.ts';
import { plusDays } from '../src/quantity/day.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import { entityAt, referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { linkFigure } from './linkFigure.ts';
import type { RulesInPlace } from './rulesOf.ts';

/** How far up owners are looked for, and how many links of one firm are. */
const most = { generations: 8, links: 1_000 };

/** A firm as links tell of it, of all days: who lists, controls and owns it, and the same of those above it. */
export function firmOf(company: Seen<EntityRow>, inPlace: RulesInPlace, above: readonly number[] = []): Read<Firm> {
  const home = whenRead(referenceOf(company, 'home'), (place) => place && inPlace.locationOf(place.row.slug));
  return whenRead(home, (headquarters) =>
    whenRead(listingsOf(company), (listings) =>
      whenRead(holdersOf(company, inPlace, [...above, company.row.key]), (holders) => ({
        home: headquarters,
        listings,
        parents: holders.filter(({ kind }) => kind === 'parent-of'),
        owners: holders
          // Who controls a firm and is said to own a share of it is counted once, by that share.
          .filter((one) => one.kind === 'owns-stake' || !holders.some((other) => isSameStake(one, other)))
          .map(({ firm, share, ...days }) => ({ owner: firm, share, from: days.from, to: days.to })),
      })),
    ),
  );
}

/** The controls that name a company, or a group that it belongs to. */
function listingsOf(company: Seen<EntityRow>): Read<Buyer['listings']> {
  return whenRead(linksOf(company, ['listed-by', 'member-of'], 'from'), (links) => {
    const groups = links.filter(({ row }) => row.kind === 'member-of');
    const own = whenAllRead(links.filter(({ row }) => row.kind === 'listed-by').map(listingOf));
    const others = whenAllRead(groups.map((link) => whenRead(toOf(link), (group) => listingsOfGroup(group, link.row))));
    return whenRead(own, (listed) => whenRead(others, (throughGroups) => [...listed.flat(), ...throughGroups.flat()]));
  });
}

function listingsOfGroup(group: Seen<EntityRow> | null, membership: LinkRow): Read<Buyer['listings']> {
  if (group === null) return [];
  return whenRead(linksOf(group, ['listed-by'], 'from'), (links) =>
    whenRead(whenAllRead(links.map(listingOf)), (listings) =>
      listings.flat().flatMap(({ control, ...days }) => {
        const shared = sharedDays(days, daysOf(membership));
        return shared === null ? [] : [{ control, ...shared }];
      }),
    ),
  );
}

function listingOf(link: Seen<LinkRow>): Read<Buyer['listings']> {
  return whenRead(toOf(link), (control) =>
    control === null ? [] : [{ control: control.row.slug, ...daysOf(link.row) }],
  );
}

interface Holder extends Days {
  readonly kind: 'parent-of' | 'owns-stake';
  readonly key: number;
  readonly firm: Firm;
  readonly share: Span;
}

/** Those who control a company or own a share of it. */
function holdersOf(company: Seen<EntityRow>, inPlace: RulesInPlace, above: readonly number[]): Read<readonly Holder[]> {
  if (above.length > most.generations) return [];
  return whenRead(linksOf(company, ['parent-of', 'owns-stake'], 'to'), (links) => {
    const holders = links.map((link) =>
      whenRead(
        entityAt(link, 'from', (row) => row.fromKey),
        (holder) => holderOf(link, holder, inPlace, above),
      ),
    );
    return whenRead(whenAllRead(holders), (found) => found.flat());
  });
}

/** Firms that own each other are followed once. */
function holderOf(
  link: Seen<LinkRow>,
  holder: Seen<EntityRow> | null,
  inPlace: RulesInPlace,
  above: readonly number[],
): Read<readonly Holder[]> {
  if (holder === null || above.includes(holder.row.key)) return [];
  const kind = link.row.kind === 'parent-of' ? 'parent-of' : 'owns-stake';
  return whenRead(linkFigure(link, 'equity-share'), (figure) =>
    whenRead(firmOf(holder, inPlace, above), (firm) => [
      {
        kind,
        key: holder.row.key,
        firm,
        share: firmShare(kind, figure && inUnit(figure.quantity, 'ratio')),
        ...daysOf(link.row),
      },
    ]),
  );
}

function isSameStake(one: Holder, other: Holder): boolean {
  return other.kind === 'owns-stake' && one.kind === 'parent-of' && other.key === one.key;
}

/** All links of some kinds, of whatever day. */
function linksOf(
  entity: Seen<EntityRow>,
  kinds: readonly LinkKindId[],
  ends: 'from' | 'to',
): Read<readonly Seen<LinkRow>[]> {
  const list = { ends, during: { label: '../..', first: null, last: null } };
  const page = { limit: most.links, backward: false, cursor: null };
  return whenRead(entity.view.links(entity, { list, where: { kinds }, order: [], page }), ({ rows }) => rows);
}

function toOf(link: Seen<LinkRow>): Read<Seen<EntityRow> | null> {
  return entityAt(link, 'to', (row) => row.toKey);
}

function daysOf({ startDay, endDay }: LinkRow): Days {
  return { from: startDay, to: endDay && plusDays(endDay, -1) };
}
