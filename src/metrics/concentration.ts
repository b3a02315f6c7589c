import { computed, inUnit, unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal, quotient } from '../quantity/decimal.ts';
import type { EntityReference, Figure, Warning } from '../quantity/figure.ts';
import { intervalOf } from '../quantity/interval.ts';
import type { Period } from '../quantity/period.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { convertUnit } from './conversion.ts';
import { highestSquares, type Span } from './highestSquares.ts';
import { derive, sharedDefinition, warning } from './metric.ts';
import { total } from './total.ts';

/** The share of one holder, in percent or as a ratio; unknown where only the holder is known. */
export interface NamedShare {
  readonly holder: EntityReference;
  readonly figure: Figure;
  /** How many hold it: 1, of a closed group its members; null where nobody knows, as of an open group. */
  readonly among: number | null;
}

/** Shares of a whole, and how concentrated they are. */
export interface Concentration {
  /** The named shares together. */
  readonly named: Figure;
  /** What they leave. */
  readonly rest: Figure;
  /** The sum of the squares of the named shares alone. */
  readonly herfindahlOfNamed: Figure;
  /** The sum of the squares of all shares, whoever holds the rest. */
  readonly herfindahl: Figure;
}

/**
 * The Herfindahl-Hirschman index of shares of which some are not named: Σ share², shares as ratios, 0 to 1.
 *
 * The bounds let the rest be anything from very many holders, who add nothing, to one, who adds its square: named shares
 * of 67.1, 8.1, 5.5, 4.7, 4.6 and 2.6 %, each rounded to 0.1, give 0.4639 to 0.4711. They are tight: a named share that
 * is higher leaves less to the rest, so the highest index is sought over numbers that are one whole together, and not
 * with every share and the rest at their high ends. The share of a group likewise is held by one member or by as many as
 * there are. There is a central value only where nothing is left. Where the shares certainly exceed the whole, the rest
 * and the index are unknown; the high end is never marked as left out.
 *
 * Source: US Department of Justice, "Herfindahl-Hirschman Index" (there in percent, so that 1 is 10,000).
 */
export function concentration(
  shares: readonly NamedShare[],
  period: Period | null,
  leftOut: readonly Warning[] = [],
): Concentration {
  const unit = shares[0]?.figure.quantity.unit ?? 'ratio';
  const alike = shares.map((share) => ({ ...share, figure: convertUnit(share.figure, unit) }));
  const parts = alike.map(({ holder, figure }) => ({ entity: holder, figure }));
  const named = total({ unit, nonNegative: true, stated: null, parts, open: false, period, warnings: leftOut }).sum;
  const held = alike.map(heldOf);
  const least = held.reduce((so, { low }) => Decimal.add(so, low), new Decimal(0));
  const isTooMuch = least.gt(1);
  const common = {
    inputs: alike.map(({ holder, figure }) => ({ name: holder.name, figure })),
    period,
    definition: sharedDefinition(alike.map(({ figure }) => figure)),
  };
  const warnings = isTooMuch ? [...leftOut, exceeds(least)] : leftOut;
  return {
    named,
    rest: derive({
      ...common,
      metric: 'rest',
      formula: 'whole − Σ shares',
      quantity: isTooMuch ? unknownQuantity(unit) : inUnit(restOf(held), unit),
      warnings,
    }),
    herfindahlOfNamed: derive({
      ...common,
      metric: 'herfindahlOfNamed',
      formula: 'Σ share²',
      quantity: isTooMuch ? squaresOf(held, sumOfHighest(held)) : squaresOf(held, highest(held, least, false)),
      warnings,
    }),
    herfindahl: derive({
      ...common,
      metric: 'herfindahl',
      formula: 'Σ share² + rest², the rest being one holder or very many',
      quantity: isTooMuch ? unknownQuantity('ratio') : herfindahlOf(held, least),
      assumptions: ['Each holder counts by itself, also where one of them owns part of another.'],
      warnings,
    }),
  };
}

/** A share as numbers: nothing is less than none of the whole. */
interface Held {
  readonly value: Decimal | null;
  readonly low: Decimal;
  readonly lowOpen: boolean;
  /** Null where there is no limit but the whole. */
  readonly high: Decimal | null;
  readonly among: number | null;
}

function heldOf({ figure, among }: NamedShare): Held {
  const { value, low, high, lowOpen } = inUnit(figure.quantity, 'ratio');
  const isNegative = low === null || low.lt(0);
  return { value, low: isNegative ? new Decimal(0) : low, lowOpen: !isNegative && lowOpen, high, among };
}

function restOf(held: readonly Held[]): Quantity {
  const { low, high } = intervalOf(sumOfHeld(held));
  const value = valuesOf(held)?.reduce((left, share) => left.minus(share), new Decimal(1)) ?? null;
  const [least, greatest] = [Decimal.sub(1, high.at), Decimal.sub(1, low.at)];
  return computed(
    {
      low: least.gt(0) ? { at: least, open: high.open } : { at: new Decimal(0), open: false },
      high: { at: greatest, open: low.open },
    },
    value?.gte(0) ? value : null,
    'ratio',
  );
}

/** The shares together, as ratios; all of it where one of them has no high end. */
function sumOfHeld(held: readonly Held[]): Quantity {
  return {
    value: null,
    low: held.reduce((so, { low }) => Decimal.add(so, low), new Decimal(0)),
    high: held.reduce<Decimal | null>((so, { high }) => so && high && Decimal.add(so, high), new Decimal(0)),
    lowOpen: held.some(({ lowOpen }) => lowOpen),
    highOpen: false,
    bounds: 'computed',
    unit: 'ratio',
  };
}

function herfindahlOf(held: readonly Held[], least: Decimal): Quantity {
  const index = squaresOf(held, highest(held, least, true));
  return least.eq(1) ? index : { ...index, value: null };
}

/** From the squares of the low ends, each divided among as many as may hold it. */
function squaresOf(held: readonly Held[], high: Decimal): Quantity {
  const low = held.reduce((so, share) => Decimal.add(so, leastSquare(share)), new Decimal(0));
  const isOpen = held.some((share) => share.lowOpen && share.among !== null);
  const isDivided = held.some(({ among }) => among !== 1);
  const value = isDivided ? null : (valuesOf(held)?.reduce((so, share) => so.plus(share.times(share)), zero) ?? null);
  // Shares as stated may be more than the whole, though within their bounds they need not be.
  const isPossible = value?.gte(low) && value.lte(high);
  return computed(
    { low: { at: low, open: isOpen }, high: { at: high, open: false } },
    isPossible ? value : null,
    'ratio',
  );
}

const zero = new Decimal(0);

function leastSquare({ low, among }: Held): Decimal {
  return among === null ? zero : quotient(low.times(low), new Decimal(among), 'down');
}

/** The highest sum of squares of numbers that are the whole together with the rest, which adds its square or nothing. */
function highest(held: readonly Held[], least: Decimal, restCounts: boolean): Decimal {
  const spare = Decimal.sub(1, least);
  const spans = held.map(
    ({ low, high }): Span => ({ low, high: highEnd(high, Decimal.add(low, spare)), counts: true }),
  );
  return highestSquares([...spans, { low: zero, high: spare, counts: restCounts }], new Decimal(1));
}

function highEnd(high: Decimal | null, atMost: Decimal): Decimal {
  return high === null ? atMost : Decimal.min(high, atMost);
}

function sumOfHighest(held: readonly Held[]): Decimal {
  return held.reduce((so, { high }) => {
    const end = high ?? new Decimal(1);
    return Decimal.add(so, end.times(end));
  }, zero);
}

function valuesOf(held: readonly Held[]): readonly Decimal[] | null {
  const values = held.flatMap(({ value }) => value ?? []);
  return values.length === held.length ? values : null;
}

function exceeds(least: Decimal): Warning {
  const percent = inUnit(
    computed({ low: { at: least, open: false }, high: { at: least, open: false } }, least, 'ratio'),
    'percent',
  );
  return warning(
    'shares-exceed-whole',
    `the shares add up to at least ${percent.value?.toFixed()} %, more than the whole`,
  );
}
