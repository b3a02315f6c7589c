import type { Item } from './question.ts';
import type { ReadyClause } from './readyClause.ts';
import { always, type Test, type WordAtom } from './test.ts';
import type { Judgement } from './verdict.ts';
import type { RuleQuantity } from './vocabulary.ts';

/** A clause in force that reaches a shipment, or may do so. */
export interface Reaching {
  readonly ready: ReadyClause;
  /** What it hangs on whether it does; nothing where it does. */
  readonly open: readonly OpenReach[];
}

/** Something of a place or party that nobody has said. */
export interface OpenReach {
  /** What exactly, so that clauses that hang on the same thing do so together. */
  readonly name: string;
  readonly quantity: RuleQuantity;
  /** Whether the clause reaches those of whom it does not hold. */
  readonly negated: boolean;
  /** Whether bounds straddle it; else nothing is known. */
  readonly straddled: boolean;
}

/** A clause of a situation, and those that it yields to. */
export interface Entry {
  /** Its place in the situation. */
  readonly place: number;
  readonly ready: ReadyClause;
  /** Whether it reaches, and its conditions. */
  readonly test: Test;
  /** Whether it is an exception, which asks for something only in place of what it lifts. */
  readonly isException: boolean;
  /** The exceptions that replace its outcome by theirs, mildest first. */
  readonly liftedBy: readonly Entry[];
  /** The clauses that take its place. */
  readonly replacedBy: readonly Entry[];
}

/** The clauses that reach a shipment: all that a verdict depends on besides the item. */
export class Situation {
  /** The most severe first. */
  readonly entries: readonly Entry[];
  /** By what is open of places and parties. */
  readonly open: ReadonlyMap<string, OpenReach>;
  /** What is found out about items, kept as long as they live. */
  readonly judgements = new WeakMap<Item, Judgement>();

  constructor(clauses: readonly Reaching[]) {
    const severestFirst = clauses.toSorted((a, b) => b.ready.rank - a.ready.rank);
    const entries = severestFirst.map(({ ready, open }, place): Entry & Yields => ({
      place,
      ready,
      test: reachTest(open, ready.test),
      isException: ready.clause.lifts !== undefined,
      liftedBy: [],
      replacedBy: [],
    }));
    const byKey = new Map(entries.map((entry) => [entry.ready.clause.key, entry]));
    for (const entry of entries) {
      for (const key of entry.ready.clause.lifts ?? []) byKey.get(key)?.liftedBy.push(entry);
      for (const key of entry.ready.clause.replaces ?? []) byKey.get(key)?.replacedBy.push(entry);
    }
    for (const { liftedBy } of entries) liftedBy.sort((a, b) => a.ready.rank - b.ready.rank);
    this.entries = entries;
    this.open = new Map(clauses.flatMap(({ open }) => open.map((reach) => [reach.name, reach] as const)));
  }
}

interface Yields {
  readonly liftedBy: Entry[];
  readonly replacedBy: Entry[];
}

const yes: ReadonlySet<string> = new Set(['true']);

function reachTest(open: readonly OpenReach[], test: Test): Test {
  const reaches = open.map(({ name, quantity, negated }): Test => {
    const atom: WordAtom = { kind: 'word', quantity, variable: name, words: yes, comparison: null, paragraph: null };
    return negated ? { kind: 'not', part: atom } : atom;
  });
  if (reaches.length === 0) return test;
  return { kind: 'all', parts: test === always ? reaches : [...reaches, test] };
}
