import { decisionOf } from './decision.ts';
import type { Candidate, Verdict } from './evaluation.ts';
import { boundlessOf, knowledgeFor } from './facts.ts';
import type { Knowledge } from './knowledge.ts';
import { missingFrom } from './missing.ts';
import type { Item } from './question.ts';
import { casesOf } from './search.ts';
import { severityOf } from './severity.ts';
import type { Entry, Situation } from './situation.ts';
import { type Atom, openAtoms } from './test.ts';
import type { RuleQuantity } from './vocabulary.ts';

/** What follows by what is known of an item, whatever that rests on. */
export interface Conclusion extends Omit<Verdict, 'tentative'> {
  /** False where there were more cases than we look at: then the candidates are all that could be. */
  readonly complete: boolean;
}

/**
 * What follows for every item that is possible. One outcome: that one, whatever the policies. Several: `possibly`, but
 * `unknown` if they differ only because of what has no bound at all.
 */
export function conclusionOf(situation: Situation, item: Item): Conclusion {
  const known = knownIn(situation, item);
  const { certain, open } = decisionOf(situation, known);
  if (open.length === 0) return concluded([certain], certain);
  const boundless = boundlessOf(item);
  const isBoundless = ({ kind, ...atom }: Atom) => {
    const reach = 'variable' in atom ? situation.open.get(atom.variable) : undefined;
    return reach === undefined ? boundless.has(atom.quantity) : !reach.straddled;
  };
  const { cases, straddles, complete } = casesOf(situation, known, isBoundless);
  if (complete) {
    return concluded(
      cases.map(({ decides }) => decides),
      certain,
      {
        isUnknown: !straddles,
        missing: () => missingFrom(cases, situation, boundless),
      },
    );
  }
  const atoms = open.flatMap((entry) => openAtoms(entry.test, known)).filter(isBoundless);
  return {
    ...concluded([certain, ...open], certain, {
      isUnknown: atoms.length > 0,
      missing: () => [...new Set(atoms.map(({ quantity }) => quantity))],
    }),
    complete,
  };
}

/** What is known of an item; of what is open of places and parties, that it is a yes or a no. */
function knownIn(situation: Situation, item: Item): Knowledge {
  const known = knowledgeFor(item);
  if (situation.open.size === 0) return known;
  const yesOrNo = { among: true, words: new Set(['true', 'false']) };
  const words = new Map(known.words);
  for (const name of situation.open.keys()) words.set(name, yesOrNo);
  return { ...known, words };
}

/** Why several outcomes remain. */
interface Openness {
  readonly isUnknown: boolean;
  readonly missing: () => readonly RuleQuantity[];
}

function concluded(deciding: readonly (Entry | null)[], certain: Entry | null, openness?: Openness): Conclusion {
  const candidates = candidatesOf(deciding);
  const [first, ...others] = candidates;
  const isOne = others.every(({ outcome }) => outcome === first?.outcome);
  if (first !== undefined && isOne) {
    const settled = others.length === 0;
    return {
      outcome: first.outcome,
      policy: settled ? first.policy : null,
      clause: clauseOf(deciding, certain, settled),
      candidates: settled ? [] : candidates,
      missing: [],
      complete: true,
    };
  }
  const isUnknown = openness?.isUnknown ?? false;
  return {
    outcome: isUnknown ? 'unknown' : 'possibly',
    policy: null,
    clause: null,
    candidates,
    missing: isUnknown ? (openness?.missing() ?? []) : [],
    complete: true,
  };
}

/**
 * The clause that decides in every case, else the most severe that certainly counts; else, where the answer is the same
 * by any of them, the most severe of those that could decide.
 */
function clauseOf(deciding: readonly (Entry | null)[], certain: Entry | null, settled: boolean): Candidate['clause'] {
  const [first = null] = deciding;
  const decides = deciding.every((entry) => entry === first) ? first : certain;
  const severest = deciding.reduce((most, entry) => (rankOf(entry) > rankOf(most) ? entry : most), null);
  return (decides ?? (settled ? severest : null))?.ready.clause ?? null;
}

function rankOf(entry: Entry | null): number {
  return entry?.ready.rank ?? -1;
}

/** One candidate for each outcome and policy, mildest first, with the clause that weighs most for it. */
function candidatesOf(deciding: readonly (Entry | null)[]): readonly Candidate[] {
  const bySeverity = new Map<number, Candidate>();
  const mildestFirst = deciding.toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const entry of mildestFirst) {
    const outcome = entry?.ready.outcome ?? 'unrestricted';
    const policy = entry?.ready.policy ?? null;
    bySeverity.set(severityOf(outcome, policy), { outcome, policy, clause: entry?.ready.clause ?? null });
  }
  return [...bySeverity.values()];
}
