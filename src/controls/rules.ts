import { plusDays } from '../quantity/day.ts';
import { isWithin } from './places.ts';
import type { Days } from './question.ts';
import { type ReadyClause, readyClauses } from './readyClause.ts';
import type { RuleBook } from './rule.ts';
import { type Reaching, Situation } from './situation.ts';
import type { Reading } from './vocabulary.ts';

/**
 * A rule book made ready once, for any number of questions. Answers are kept by items, locations and buyers, which do
 * not change: ask about the same one with the same object.
 */
export class Rules {
  readonly book: RuleBook;
  /** Mildest first. */
  readonly clauses: readonly ReadyClause[];
  readonly #situations = new Map<string, Situation>();

  constructor(book: RuleBook) {
    this.book = book;
    const clauses = Object.entries(book.rules).flatMap(([control, rule]) =>
      (rule.clauses ?? []).map((clause) => ({ ...clause, control, key: `${control}/${clause.id}` })),
    );
    this.clauses = readyClauses(clauses, book.definitions);
  }

  /** The clauses in force on a day. */
  inForce(day: string, reading: Reading): readonly ReadyClause[] {
    return this.clauses.filter(({ days }) => days[reading].some((stretch) => isWithin(stretch, day)));
  }

  /** The one situation in which just these clauses reach a shipment. */
  situationOf(clauses: readonly Reaching[]): Situation {
    const key = clauses.map(({ ready, open }) => [ready.rank, ...open.map(({ name }) => name)].join(' ')).join('\n');
    const known = this.#situations.get(key);
    if (known !== undefined) return known;
    const situation = new Situation(clauses);
    this.#situations.set(key, situation);
    return situation;
  }
}

/** The days on which something starts or has just ended. */
export function turningDays(stretches: readonly Days[]): readonly string[] {
  return stretches.flatMap(({ from, to }) => [
    ...(from === null ? [] : [from]),
    ...(to === null ? [] : [plusDays(to, 1)]),
  ]);
}
