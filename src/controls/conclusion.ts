import { decisionOf, truthsOf } from './decision.ts';
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
export interface Conclusion extends Omit<Verdict, 'tentative' | 'missing'> {
  /** False where there were more cases than we look at: then the candidates are all that could be. */
  readonly complete: boolean;
}

/**
 * What follows for every item that is possible. One outcome: that one, whatever the policies. Several: `possibly`, but
 * `unknown` if they differ only because of what has no bound at all.
 */
export function conclusionOf(situation: Situation, item: Item): Conclusion {
  const known = knownIn(situation, item);
  const { certain, open } = decisionOf(situation.entries, truthsOf(situation, known));
  if (open.length === 0) return concluded([certain], certain, false);
  const isBoundless = boundlessIn(situation, item);
  const { cases, straddles, complete } = casesOf(situation, known, isBoundless);
  if (complete) {
    const deciding = cases.map(({ decides }) => decides);
    return concluded(deciding, certain, !straddles);
  }
  const isUnknown = open.some(({ test }) => openAtoms(test, known).some(isBoundless));
  return { ...concluded([certain, ...open], certain, isUnknown), complete };
}

/** The quantities without any bound that decide for an item of which that is so; see `missingFrom`. */
export function missingOf(situation: Situation, item: Item): readonly RuleQuantity[] {
  const known = knownIn(situation, item);
  const isBoundless = boundlessIn(situation, item);
  const { cases, complete } = casesOf(situation, known, isBoundless);
  if (complete) return missingFrom(cases, situation, boundlessOf(item));
  const atoms = decisionOf(situation.entries, truthsOf(situation, known)).open.flatMap(({ test }) =>
    openAtoms(test, known),
  );
  return [...new Set(atoms.filter(isBoundless).map(({ quantity }) => quantity))];
}

/** What is known of an item; of what is open of places and parties, that it is a yes or a no. */
export function knownIn(situation: Situation, item: Item): Knowledge {
  const known = knowledgeFor(item);
  if (situation.open.size === 0) return known;
  const yesOrNo = { among: true, words: new Set(['true', 'false']) };
  const words = new Map(known.words);
  for (const name of situation.open.keys()) words.set(name, yesOrNo);
  return { ...known, words };
}

/** Whether nothing bounds what a comparison looks at. */
export function boundlessIn(situation: Situation, item: Item): (atom: Atom) => boolean {
  const boundless = boundlessOf(item);
  return (atom) => {
    const reach = atom.kind === 'word' ? situation.open.get(atom.variable) : undefined;
    return reach === undefined ? boundless.has(atom.quantity) : !reach.straddled;
  };
}

function concluded(deciding: readonly (Entry | null)[], certain: Entry | null, isUnknown: boolean): Conclusion {
  const candidates = candidatesOf(deciding);
  const [first, ...others] = candidates;
  const complete = true;
  if (first === undefined || others.some(({ outcome }) => outcome !== first.outcome))
    return { outcome: isUnknown ? 'unknown' : 'possibly', policy: null, clause: null, candidates, complete };
  const settled = others.length === 0;
  return {
    outcome: first.outcome,
    policy: settled ? first.policy : null,
    clause: clauseOf(deciding, certain, settled),
    candidates: settled ? [] : candidates,
    complete,
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
  const mildestFirst = [...new Set(deciding)].toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const entry of mildestFirst) {
    const outcome = entry?.ready.outcome ?? 'unrestricted';
    const policy = entry?.ready.policy ?? null;
    bySeverity.set(severityOf(outcome, policy), { outcome, policy, clause: entry?.ready.clause ?? null });
  }
  return [...bySeverity.values()];
}
