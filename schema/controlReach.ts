import { matchesPlace, placesOn } from '../src/controls/places.ts';
import type { ReadyClause } from '../src/controls/readyClause.ts';
import type { Reading } from '../src/controls/vocabulary.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { RulesInPlace } from './rulesOf.ts';

/** The clauses of a control by which it asks for something of exports; exceptions are left out. */
export function askingClauses({ rules }: RulesInPlace, control: string): readonly ReadyClause[] {
  return rules.clauses.filter(
    ({ clause }) => clause.control === control && clause.flow === undefined && clause.lifts === undefined,
  );
}

/** How a control is best read: by what was applied; by its text where it never was. */
export function readingOf(clauses: readonly ReadyClause[]): Reading {
  return clauses.some(({ days }) => days.practice.length > 0) ? 'practice' : 'text';
}

/** The first day on which one of these clauses is in force; null where that is never, or older than the records. */
export function firstDayInForce(clauses: readonly ReadyClause[], reading: Reading): string | null {
  const days = clauses.flatMap((clause) => clause.days[reading].map(({ from }) => from ?? ''));
  const [first] = days.toSorted();
  return first === undefined || first === '' ? null : first;
}

/** The countries that one of these clauses reaches on a day, or may reach, whoever buys. */
export function reachedCountries(
  { rules, geography, locationOf }: RulesInPlace,
  clauses: readonly ReadyClause[],
  day: string,
): readonly EntityRow[] {
  const { memberRules } = rules.book;
  return [...geography.places.values()].filter(({ kindsJson, slug }) => {
    if (kindsJson !== '["country"]') return false;
    const places = placesOn(locationOf(slug), day);
    return clauses.some(({ clause }) => matchesPlace(clause.destinations, places, memberRules) !== false);
  });
}
