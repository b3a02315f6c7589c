import { plusDays } from '../quantity/day.ts';
import { Decimal } from '../quantity/decimal.ts';
import { isWithin } from './places.ts';
import type { Buyer, Days, Location, Span } from './question.ts';
import { turningDays } from './route.ts';

/** A firm as links tell of it, over time. */
export interface Firm {
  /** Where its headquarters are; null where that is not known. */
  readonly home: Location | null;
  /** The controls that list it, or a group that it belongs to. */
  readonly listings: Buyer['listings'];
  /** Those who control it. */
  readonly parents: readonly (Days & { readonly firm: Firm })[];
  /** Those who own a share of it, as a ratio. */
  readonly owners: readonly Stake[];
}

/** A share of a firm that another owns. */
export interface Stake extends Days {
  /** Who owns it. */
  readonly by: string;
  readonly owner: Firm;
  /** Whether it is told of as control, and not as a share. */
  readonly controls: boolean;
  readonly share: Span;
}

/** The share that a holder has: as stated, else more than nothing; of one who controls a firm, half of it at least. */
export function firmShare(controls: boolean, stated: Span | null): Span {
  if (stated !== null && (stated.low !== null || stated.high !== null)) {
    const { low, high, lowOpen, highOpen } = stated;
    return { low, high, lowOpen, highOpen };
  }
  return controls
    ? { low: half, high: all, lowOpen: false, highOpen: false }
    : { low: none, high: all, lowOpen: true, highOpen: false };
}

/**
 * What rules look at in a buyer. `counts` tells of which listings an owner's share counts: those of the controls that the
 * rule on affiliates extends.
 *
 * An owner counts where it is listed, and where listed firms own it to half or more, through however many others.
 */
export function buyerOf(company: string, firm: Firm, counts: ReadonlySet<string>): Buyer {
  const turns = [...new Set(daysOf(firm))].sort();
  const atHome = { from: null, to: null };
  const homes = [
    ...(firm.home === null ? [] : [{ ...atHome, location: firm.home }]),
    ...stretchesOf(turns, (day) => ultimateHomes(firm, day)).flatMap(({ days, value }) =>
      value.filter((location) => location !== firm.home).map((location) => ({ ...days, location })),
    ),
  ];
  return {
    company,
    headquarters: homes.length > 0 ? homes : unknownHome(company),
    listings: firm.listings,
    ownedByListed: stretchesOf(turns, (day) => listedShare(firm, day, counts)).flatMap(({ days, value }) =>
      value === null ? [] : [{ ...days, share: value }],
    ),
  };
}

/** A list of headquarters on no day that anybody asks about: they are not known, which is not the same as none. */
function unknownHome(company: string): Buyer['headquarters'] {
  const never = { from: '1900-01-01', to: '1900-01-01' };
  return [{ ...never, location: { place: `home of ${company}`, memberships: [] } }];
}

/** All days on which something changes for a firm or for those above it. */
function daysOf({ listings, parents, owners }: Firm): readonly string[] {
  return [
    ...turningDays([...listings, ...parents, ...owners]),
    ...parents.flatMap(({ firm }) => daysOf(firm)),
    ...owners.flatMap(({ owner }) => daysOf(owner)),
  ];
}

/** What holds over time, by the days on which it may change. */
function stretchesOf<Value>(turns: readonly string[], valueOn: (day: string) => Value) {
  const [first] = turns;
  const before = first === undefined ? '2019-01-01' : plusDays(first, -1);
  return [null, ...turns].map((from, place) => {
    const next = turns[place];
    const days: Days = { from, to: next === undefined ? null : plusDays(next, -1) };
    return { days, value: valueOn(from ?? before) };
  });
}

/** Where those at the top have their headquarters; nothing where that is the firm itself. */
function ultimateHomes(firm: Firm, day: string): readonly Location[] {
  const parents = firm.parents.filter((parent) => isWithin(parent, day));
  return parents.flatMap((parent) => {
    const above = ultimateHomes(parent.firm, day);
    const top = parent.firm.parents.some((one) => isWithin(one, day)) ? above : [parent.firm.home];
    return top.filter((home) => home !== null);
  });
}

const half = new Decimal('0.5');
const all = new Decimal(1);
const none = new Decimal(0);

/** The share that listed firms own together on a day; null where none of them is known to own any. */
function listedShare(firm: Firm, day: string, counts: ReadonlySet<string>): Span | null {
  let span: Span | null = null;
  const held = firm.owners.filter((stake) => isWithin(stake, day));
  for (const stake of held) {
    // Who controls a firm and is said to own a share of it counts once, by that share.
    const isToldTwice = stake.controls && held.some((other) => other.by === stake.by && !other.controls);
    const share = isToldTwice ? null : countedShare(stake, day, counts);
    if (share !== null) span = span === null ? share : sumOf(span, share);
  }
  return span && atMostAll(span);
}

/** What of a stake counts; all of it, none, or somewhere between where its owner may or may not count. */
function countedShare({ owner, share }: Stake, day: string, counts: ReadonlySet<string>): Span | null {
  const listed = owner.listings.some((listing) => counts.has(listing.control) && isWithin(listing, day));
  if (listed) return share;
  const above = listedShare(owner, day, counts);
  if (above === null || above.high?.lt(half)) return null;
  return above.low?.gte(half) ? share : { ...share, low: none, lowOpen: false };
}

function sumOf(a: Span, b: Span): Span {
  return {
    low: Decimal.add(a.low ?? none, b.low ?? none),
    high: a.high && b.high && Decimal.add(a.high, b.high),
    lowOpen: a.lowOpen || b.lowOpen,
    highOpen: a.highOpen || b.highOpen,
  };
}

function atMostAll({ low, high, lowOpen, highOpen }: Span): Span {
  const isAll = low?.gte(all) === true;
  const isUpToAll = high === null || high.gt(all);
  return {
    low: isAll ? all : low,
    high: isUpToAll ? all : high,
    lowOpen: lowOpen && !isAll,
    highOpen: highOpen && !isUpToAll,
  };
}
