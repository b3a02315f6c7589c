import type { Decimal } from '../quantity/decimal.ts';
import type { ExporterRole, Reading, RuleQuantity } from './vocabulary.ts';

/** What the rules are asked: may this item go to this place, to this buyer, on this day? */
export interface Question {
  readonly item: Item;
  readonly destination: Location;
  /** Null for a buyer of the destination of whom nothing else is known. */
  readonly buyer: Buyer | null;
  /** `designer` where nothing is said. */
  readonly exporter: ExporterRole;
  readonly day: string;
  readonly reading: Reading;
  /** What one consignee receives in a year, in TOPS x bit, this shipment included; null where nobody says. */
  readonly shipped: Span | null;
}

/**
 * What is known of an item: a fact for each quantity. One that is left out is unknown.
 *
 * `performance-density` is total processing performance over applicable die area, `bandwidth-sum` is memory and I/O
 * bandwidth, `io-bandwidth` is the transfer rate: leave them out. Where one is given, it must fit the others.
 */
export type Item = { readonly [Name in RuleQuantity]?: Fact | undefined };

/** What is known of a quantity of an item. */
export type Fact = (Span | Flag | Word | NotDefined) & {
  /** Whether its reading rests on claims of weak confidence. */
  readonly tentative: boolean;
};

/** A number, somewhere between its bounds; a null bound does not exist. */
export interface Span {
  /** The central value, where one is stated. Rules weigh the bounds; this is what is told, and where headroom is counted from. */
  readonly value?: Decimal | null | undefined;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** A yes or no. */
export interface Flag {
  readonly is: boolean;
}

/** A word or a slug. */
export interface Word {
  readonly word: string;
}

/** A quantity that such an item does not have: a chip on a planar node has no applicable die area. Conditions on it do not hold. */
export interface NotDefined {
  readonly notDefined: true;
}

/** A stretch of days, both included; a null end is open. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** A place, and what it belongs to over time: groups that name it, and the places and groups that those lie in. */
export interface Location {
  readonly place: string;
  readonly memberships: readonly Membership[];
}

/** A stretch of days in which a place belongs to another or to a group. */
export interface Membership extends Days {
  readonly place: string;
}

/** A buyer over time, so that one question can be put for many days. */
export interface Buyer {
  /** The slug of the company; null for a supposed one. */
  readonly company: string | null;
  /** Its own headquarters and its ultimate parent's. On days of none they are unknown; empty: those of the destination. */
  readonly headquarters: readonly (Days & { readonly location: Location })[];
  /** The controls that list it. */
  readonly listings: readonly (Days & { readonly control: string })[];
  /** The share of it that listed firms own together. On days of none: nothing is known of such owners, and none are assumed. */
  readonly ownedByListed: readonly (Days & { readonly share: Span })[];
}
