import { bestFirst } from './bestFirst.ts';
import { compareLatestEnds, type FactAsked, firstBy, isOfPeriod } from './chooseFact.ts';
import type { Claim } from './claim.ts';
import { ClaimedFact } from './claimedFigure.ts';
import { countingClaims, seenClaims } from './counting.ts';
import type { View } from './view.ts';

/** The facts chosen, and those of the same period that may not stand beside them. */
export interface FactsChosen {
  /** One for each entity, all of one period, definition and scope. */
  readonly facts: readonly ClaimedFact[];
  /** Those that only claims of weak confidence support. */
  readonly tentative: readonly ClaimedFact[];
  /** Forecasts beside results. */
  readonly forecasts: readonly ClaimedFact[];
}

/**
 * The facts that belong side by side, one for each entity that the claims name, such as the shares of the firms of a
 * market: of the period asked for, then results before forecasts, then of the first definition, then of the widest scope.
 */
export function chooseFacts(view: View, claims: readonly Claim[], asked: FactAsked): FactsChosen {
  const { lens, horizon } = view;
  const named = claims.filter(
    (claim) => claim.property === asked.property && claim.entityKey !== null && asked.has(claim),
  );
  const seen = seenClaims(
    lens,
    horizon,
    named.filter((claim) => isOfPeriod(claim, asked.period, lens.asOf)),
  );
  const counting = countingClaims(seen).filter(
    (claim) => asked.definition === null || claim.definition === asked.definition,
  );
  const solid = counting.filter((claim) => lens.includeTentative || claim.rank !== 'tentative');
  const [first] = firstBy(solid, compareLatestEnds(asked.period));
  const ofPeriod = (claim: Claim) => claim.periodFirst === first?.periodFirst && claim.periodLast === first?.periodLast;
  const facts = factsOf(view, counting.filter(ofPeriod), seen);
  const isWeak = (fact: ClaimedFact) => fact.counting[0].rank === 'tentative' && !lens.includeTentative;
  const firm = facts.filter((fact) => !isWeak(fact));
  const results = firm.filter((fact) => !isForecast(fact));
  const ofOneSide = results.length > 0 ? results : firm;
  const place = ({ counting: [{ definition }] }: ClaimedFact) =>
    definition === null ? -1 : asked.definitions.indexOf(definition);
  const ofOneDefinition = firstBy(ofOneSide, (a, b) => place(a) - place(b));
  return {
    facts: firstBy(ofOneDefinition, (a, b) => compareScopes(scopeOf(a), scopeOf(b))),
    tentative: facts.filter(isWeak),
    forecasts: results.length > 0 ? firm.filter(isForecast) : [],
  };
}

function factsOf(view: View, counting: readonly Claim[], seen: readonly Claim[]): readonly ClaimedFact[] {
  const byFact = new Map<number, Claim[]>();
  for (const claim of counting) byFact.set(claim.factKey, [...(byFact.get(claim.factKey) ?? []), claim]);
  return [...byFact].flatMap(([key, claims]) => {
    const [best, ...others] = bestFirst(view.lens, view.horizon, claims);
    const all = seen.filter(({ factKey }) => factKey === key);
    return best === undefined ? [] : [new ClaimedFact(view, [best, ...others], all)];
  });
}

function isForecast({ counting: [{ evidence }] }: ClaimedFact): boolean {
  return evidence === 'forecast' || evidence === 'scenario';
}

/** What a fact covers, besides whom it concerns; empty for all of it. */
function scopeOf({ counting: [{ qualifiersJson }] }: ClaimedFact): string {
  // The compiler wrote it in this form.
  const { company: _, ...others } = JSON.parse(qualifiersJson) as Readonly<Record<string, string>>;
  return Object.entries(others).join(' ');
}

function compareScopes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
