import { decisionOf, truthsOf } from './decision.ts';
import type { Candidate, Verdict } from './evaluation.ts';
import { boundlessOf, computedFrom, knowledgeFor, quantityNames } from './facts.ts';
import type { Knowledge } from './knowledge.ts';
import type { Item } from './question.ts';
import { lookAtCases, mostCases } from './search.ts';
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
export function conclusionOf(situation: Situation, item: Item, most = mostCases): Conclusion {
  const known = knownIn(situation, item);
  const { certain, open } = decisionOf(situation.entries, truthsOf(situation, known));
  if (open.length === 0) return concluded([certain], certain, false);
  const isBoundless = boundlessIn(situation, item);
  const { deciders, straddles, complete } = lookAtCases(situation, known, { isFirst: isBoundless, most });
  if (complete) return concluded([...deciders], certain, !straddles);
  const isUnknown = open.some(({ test }) => openAtoms(test, known).some(isBoundless));
  return { ...concluded([certain, ...open], certain, isUnknown), complete };
}

/**
 * The quantities without any bound that decide: those of which one value gives one outcome and another value another,
 * all else equal. Computed ones are named by what they lack.
 */
export function missingOf(situation: Situation, item: Item, most = mostCases): readonly RuleQuantity[] {
  const known = knownIn(situation, item);
  const { open } = decisionOf(situation.entries, truthsOf(situation, known));
  const atoms = open.flatMap(({ test }) => openAtoms(test, known)).filter(boundlessIn(situation, item));
  const looked = new Map(atoms.flatMap((atom) => lookedAt(atom, item)).map((one) => [one.variable, one]));
  const isLacking = ({ variable, quantity }: Looked) => situation.open.has(variable) || boundlessOf(item).has(quantity);
  const missing = [...looked.values()].filter(isLacking).filter(({ variable }) => {
    const isFirst = (atom: Atom) => lookedAt(atom, item).every((one) => one.variable !== variable);
    const { straddles, complete } = lookAtCases(situation, known, { isFirst, most, untilStraddling: true });
    return straddles || !complete;
  });
  const quantities = new Set(missing.map(({ quantity }) => quantity));
  return quantityNames.filter((name) => quantities.has(name));
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

/** What a comparison looks at, or what that is computed from. */
interface Looked {
  readonly variable: string;
  readonly quantity: RuleQuantity;
}

function lookedAt(atom: Atom, item: Item): readonly Looked[] {
  if (atom.kind === 'word') return [atom];
  return givenFor(atom.quantity, item).map((quantity) => ({ variable: quantity, quantity }));
}

/** The quantities that one is computed from, or itself where it is given. */
function givenFor(quantity: RuleQuantity, item: Item): readonly RuleQuantity[] {
  const parts = item[quantity] === undefined ? computedFrom[quantity] : undefined;
  return parts?.flatMap((part) => givenFor(part, item)) ?? [quantity];
}
