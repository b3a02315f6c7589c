import type { Period } from '../quantity/period.ts';
import { bestFirst } from './bestFirst.ts';
import type { Claim } from './claim.ts';
import { ClaimedFact } from './claimedFigure.ts';
import { countingClaims, seenClaims } from './counting.ts';
import type { Lens } from './lens.ts';
import type { View } from './view.ts';

/** Which fact of a property is wanted. */
export interface FactAsked {
  readonly property: string;
  /** The period, by its days; `latest` for the last one that ended by the day of the lens; `any` where time is settled. */
  readonly period: Period | 'latest' | 'any';
  /** The definition; null for the first of `definitions` that has a claim which counts. */
  readonly definition: string | null;
  /** The definitions of the property, the best first; empty where it has but one. */
  readonly definitions: readonly string[];
  /** Whether a claim holds what is wanted: a number, a text, a date. */
  readonly has: (claim: Claim) => boolean;
}

/**
 * The fact that answers a question, through a lens: the heart of the product.
 *
 * Of the claims at one door, those of the property, period and definition asked for are taken; what the lens does not
 * see is left out, then what does not count. Of the facts that remain, the one of the latest period is chosen, then the
 * one of the first definition, then that of the best claim. Null where nothing counts.
 */
export function chooseFact(view: View, claims: readonly Claim[], asked: FactAsked): ClaimedFact | null {
  const { lens, horizon } = view;
  const ofProperty = claims.filter((claim) => claim.property === asked.property && asked.has(claim));
  const seen = seenClaims(
    lens,
    horizon,
    ofProperty.filter((claim) => isOfPeriod(claim, asked.period, lens.asOf)),
  );
  const counting = countingClaims(seen).filter(
    (claim) => asked.definition === null || claim.definition === asked.definition,
  );
  const first = firstClaim(lens, horizon, counting, asked);
  if (first === undefined) return null;
  const [best, ...others] = bestFirst(
    lens,
    horizon,
    counting.filter((claim) => claim.factKey === first.factKey),
  );
  return new ClaimedFact(
    view,
    [best ?? first, ...others],
    seen.filter((claim) => claim.factKey === first.factKey),
  );
}

/**
 * The best claim of the fact that answers a question, among claims that count: of the latest period if that is asked, then
 * of the first definition, then of the whole rather than a part, then the best.
 */
export function firstClaim(
  lens: Lens,
  horizon: string,
  counting: readonly Claim[],
  { period, definitions }: Pick<FactAsked, 'period' | 'definitions'>,
): Claim | undefined {
  const chosen = firstBy(firstBy(counting, compareLatestEnds(period)), byDefinition(definitions));
  return bestFirst(lens, horizon, firstBy(chosen, byQualifiers))[0];
}

/** Whether a claim is of the period asked for. */
export function isOfPeriod(claim: Claim, period: FactAsked['period'], asOf: string): boolean {
  if (period === 'any') return true;
  if (period === 'latest') return claim.period === null || (claim.periodLast !== null && claim.periodLast <= asOf);
  return claim.period !== null && claim.periodFirst === period.first && claim.periodLast === period.last;
}

/** The later the period ends the better; of two that end on one day, the longer. */
export function compareLatestEnds(period: FactAsked['period']): (a: Claim, b: Claim) => number {
  if (period !== 'latest') return () => 0;
  return (a, b) =>
    compareTexts(b.periodLast ?? '', a.periodLast ?? '') || compareTexts(a.periodFirst ?? '', b.periodFirst ?? '');
}

function byDefinition(definitions: readonly string[]): (a: Claim, b: Claim) => number {
  const place = ({ definition }: Claim) => (definition === null ? -1 : definitions.indexOf(definition));
  return (a, b) => place(a) - place(b);
}

/** A fact without qualifiers is what is meant where none is asked for. */
function byQualifiers(a: Claim, b: Claim): number {
  return a.qualifiersJson.length - b.qualifiersJson.length;
}

/** All that are as good as the best by one comparison. */
export function firstBy<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): readonly Item[] {
  const [first, ...rest] = items;
  if (first === undefined) return items;
  const best = rest.reduce((so, item) => (compare(item, so) < 0 ? item : so), first);
  return items.filter((item) => compare(item, best) === 0);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
