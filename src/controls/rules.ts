import type { BookClause } from './evaluation.ts';
import { daysOf, isWithin } from './places.ts';
import type { Days, Location } from './question.ts';
import { type ReadyClause, readyClauses } from './readyClause.ts';
import { Route, turningDays, type Way } from './route.ts';
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
  readonly #turns: Readonly<Record<Reading, readonly string[]>>;
  readonly #routes = new WeakMap<Location, WeakMap<object, Map<string, Route>>>();

  constructor(book: RuleBook) {
    this.book = book;
    const clauses = Object.entries(book.rules).flatMap(([control, rule]) =>
      (rule.clauses ?? []).map((clause) => ({ ...clause, control, key: `${control}/${clause.id}` })),
    );
    this.clauses = readyClauses(clauses, book.definitions);
    const stretches = (reading: Reading) =>
      this.clauses.flatMap(({ clause, days }) => [...days[reading], ...excepted(clause)]);
    this.#turns = { practice: turningDays(stretches('practice')), text: turningDays(stretches('text')) };
  }

  /** The days on which a clause starts to be in force, or has just ceased to be, or starts or ceases to except a buyer. */
  turningDays(reading: Reading): readonly string[] {
    return this.#turns[reading];
  }

  /** A way over time; of a size that is given, or without one. */
  routeOf(way: Way): Route {
    const { destination, buyer, exporter, reading, shipped } = way;
    if (shipped !== null) return new Route(this, way);
    const byBuyer = kept(this.#routes, destination, () => new WeakMap<object, Map<string, Route>>());
    const routes = kept(byBuyer, buyer ?? nobody, () => new Map<string, Route>());
    return kept(routes, `${exporter} ${reading}`, () => new Route(this, way));
  }

  /** The clauses in force on a day. */
  inForce(day: string, reading: Reading): readonly ReadyClause[] {
    return this.clauses.filter(({ days }) => days[reading].some((stretch) => isWithin(stretch, day)));
  }

  /** The one situation in which just these clauses reach a shipment. */
  situationOf(clauses: readonly Reaching[]): Situation {
    const key = clauses.map(({ ready, open }) => [ready.rank, ...open.map(({ name }) => name)].join(' ')).join('\n');
    return kept(this.#situations, key, () => new Situation(clauses));
  }
}

/** Stands for the buyer of whom nothing is known. */
const nobody = {};

function excepted({ party }: BookClause): readonly Days[] {
  return (party?.noneOf ?? []).map(daysOf);
}

interface Store<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function kept<Key, Value>(store: Store<Key, Value>, key: Key, make: () => Value): Value {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}
