import { add, exact, subtract, sum, unknownQuantity } from '../quantity/arithmetic.ts';
import type { EntityReference, Figure, Warning } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { type Agreement, agreement } from './agreement.ts';
import { derive, mixedDefinitions, sharedDefinition, warning } from './metric.ts';
import { share, shareOfSum } from './share.ts';

/** One part of a whole; a figure that is null or unknown is missing. */
export interface Part {
  readonly entity: EntityReference;
  readonly figure: Figure | null;
}

/** What is added up. */
export interface Whole {
  readonly unit: string;
  /** Whether the amounts cannot be negative, so that what is unknown can only add to the sum. */
  readonly nonNegative: boolean;
  /** What a source states for the whole; null where none does. */
  readonly stated: Figure | null;
  readonly parts: readonly Part[];
  /** Whether there are parts that nobody names, as in an open group. */
  readonly open: boolean;
  readonly period: Period | null;
  /** What the caller left out, and why. */
  readonly warnings?: readonly Warning[];
}

/** A whole beside the sum of its parts. */
export interface Total {
  readonly stated: Figure | null;
  readonly sum: Figure;
  /** Stated − sum; null where one of them is unknown. */
  readonly difference: Figure | null;
  readonly agreement: Agreement;
  readonly counted: readonly EntityReference[];
  readonly missing: readonly EntityReference[];
  /** Of each part counted: in the stated whole, or in the sum where none is stated. */
  readonly shares: readonly { readonly entity: EntityReference; readonly share: Figure }[];
}

/**
 * Adds up the parts of a whole, beside what is stated for it: Σ parts, all of one unit, else UnitMismatch is thrown.
 *
 * An unknown part is not zero. Where amounts cannot be negative the sum keeps its low end and has neither value nor high
 * end; elsewhere it is unknown. It says who is missing. The sum of one part is that part, and of none unknown.
 */
export function total(whole: Whole): Total {
  const { known, missing } = knownAndMissing(whole.parts);
  const stated = whole.stated;
  const all = sumOf(whole, known, missing);
  return {
    stated,
    sum: all,
    difference: stated === null || isUnknown(stated.quantity) || isUnknown(all.quantity) ? null : gap(stated, all),
    agreement: agreement(stated, all),
    counted: known.map(({ entity }) => entity),
    missing,
    shares: sharesOf(whole, known, missing, all),
  };
}

/** The sum of parts as `total` has it, by itself: Σ parts. */
export function sumOfParts(parts: Omit<Whole, 'stated' | 'open'>): Figure {
  const { known, missing } = knownAndMissing(parts.parts);
  return sumOf({ ...parts, stated: null, open: false }, known, missing);
}

function knownAndMissing(parts: readonly Part[]) {
  return {
    known: parts.filter(isKnown),
    missing: parts.filter((part) => !isKnown(part)).map(({ entity }) => entity),
  };
}

type KnownPart = Part & { readonly figure: Figure };

function isKnown(part: Part): part is KnownPart {
  return part.figure !== null && !isUnknown(part.figure.quantity);
}

function sumOf(whole: Whole, known: readonly KnownPart[], missing: readonly EntityReference[]): Figure {
  const figures = known.map(({ figure }) => figure);
  const quantities = figures.map(({ quantity }) => quantity);
  return derive({
    metric: 'total',
    formula: 'Σ parts',
    inputs: known.map(({ entity, figure }) => ({ name: entity.name, figure })),
    quantity:
      known.length === 0 ? unknownQuantity(whole.unit) : withUnknowns(whole, missing, sum(quantities, whole.unit)),
    period: whole.period,
    definition: sharedDefinition(figures),
    warnings: [...(whole.warnings ?? []), ...leftOut(whole, missing), ...mixedDefinitions(figures)],
    ...(whole.parts.length === 0 ? { notDefined: 'there is nothing to add up' } : {}),
  });
}

/** A sum of some parts, as what it says of all of them. */
function withUnknowns(whole: Whole, missing: readonly EntityReference[], some: Quantity): Quantity {
  if (missing.length === 0 && !whole.open) return some;
  if (!whole.nonNegative || some.low === null) return unknownQuantity(whole.unit);
  return { ...some, value: null, high: null, highOpen: false, bounds: 'computed' };
}

function leftOut({ open, nonNegative }: Whole, missing: readonly EntityReference[]): readonly Warning[] {
  const effect = nonNegative ? 'the sum is a lower bound' : 'the sum is unknown';
  const names = someNames(missing);
  const unnamed = `there are further members that no source names, which are left out: ${effect}`;
  return [
    ...(missing.length === 0
      ? []
      : [{ ...warning('unknown-left-out', `${names}: not known, and left out; ${effect}`), entities: missing }]),
    ...(open ? [warning('unknown-left-out', unnamed)] : []),
  ];
}

/** A message names some of many; the warning bears them all. */
const mostNames = 20;

function someNames(entities: readonly EntityReference[]): string {
  const names = entities.slice(0, mostNames).map(({ name }) => name);
  const more = entities.length - names.length;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** The difference under the names that a total has for its two sides. */
function gap(stated: Figure, sum: Figure): Figure {
  return derive({
    metric: 'difference',
    formula: 'stated − sum',
    inputs: [
      { name: 'stated', figure: stated },
      { name: 'sum', figure: sum },
    ],
    quantity: subtract(stated.quantity, sum.quantity),
    period: sum.period,
    warnings: mixedDefinitions([stated, sum]),
  });
}

function sharesOf(
  whole: Whole,
  known: readonly KnownPart[],
  missing: readonly EntityReference[],
  all: Figure,
): Total['shares'] {
  const { stated, unit } = whole;
  if (stated !== null && !isUnknown(stated.quantity)) {
    return known.map(({ entity, figure }) => ({ entity, share: share({ part: figure, whole: stated }) }));
  }
  const rests = sumsOfOthers(
    known.map(({ figure }) => figure.quantity),
    unit,
  );
  return known.map(({ entity, figure }, index) => {
    const rest = withUnknowns(whole, missing, rests[index] ?? exact(0, unit));
    return { entity, share: shareOfSum({ part: figure, rest, sum: all }) };
  });
}

/** For each quantity the sum of all others, from the sums before and after it: linear in their number. */
function sumsOfOthers(quantities: readonly Quantity[], unit: string): readonly Quantity[] {
  const before = sumsBefore(quantities, unit);
  const after = sumsBefore(quantities.toReversed(), unit).toReversed();
  return before.map((sumBefore, index) => add(sumBefore, after[index] ?? exact(0, unit)));
}

function sumsBefore(quantities: readonly Quantity[], unit: string): readonly Quantity[] {
  const sums = [exact(0, unit)];
  for (const quantity of quantities.slice(0, -1)) sums.push(add(sums.at(-1) ?? exact(0, unit), quantity));
  return sums.slice(0, quantities.length);
}
