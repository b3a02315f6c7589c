import { Decimal } from '../quantity/decimal.ts';
import { isChosen } from './choice.ts';
import type { Truth } from './evaluation.ts';
import type { Knowledge } from './knowledge.ts';
import { type Bound, boundAt, type Order, stands } from './range.ts';
import type { Comparison, Condition, Definition } from './rule.ts';
import { allOf, anyOf, not } from './truth.ts';
import { isNumber, type NumberQuantity, type RuleQuantity } from './vocabulary.ts';

/** A condition made ready: names of definitions looked up, thresholds read. */
export type Test = All | { readonly kind: 'not'; readonly part: Test } | Atom;

/** Tests of which all, or any, must hold. */
export interface All {
  readonly kind: 'all' | 'any';
  readonly parts: readonly Test[];
}

/** One comparison. */
export type Atom = NumberAtom | WordAtom;

/** A number beside a threshold. */
export interface NumberAtom extends Compared {
  readonly kind: 'number';
  readonly quantity: NumberQuantity;
  readonly order: Order;
  readonly threshold: Bound;
}

/** A word, or a yes or no, beside a list of them. */
export interface WordAtom extends Compared {
  readonly kind: 'word';
  readonly quantity: RuleQuantity;
  /** What knowledge keeps it under: the quantity itself, or what exactly is open of a party or place. */
  readonly variable: string;
  readonly words: ReadonlySet<string>;
}

interface Compared {
  /** As the rule has it; null where it is no condition on the item. */
  readonly comparison: Comparison | null;
  /** The innermost named part of the rule that it stands in. */
  readonly paragraph: string | null;
}

type Definitions = Readonly<Record<string, Definition>>;

/** A test that always holds. */
export const always: Test = { kind: 'all', parts: [] };

/** Makes a condition ready. Throws where a definition does not exist or needs itself. */
export function testOf(condition: Condition, definitions: Definitions): Test {
  return readyTest(condition, { definitions, paragraph: null, inside: [] });
}

interface Place {
  readonly definitions: Definitions;
  readonly paragraph: string | null;
  /** The definitions that this stands in. */
  readonly inside: readonly string[];
}

function readyTest(condition: Condition, outside: Place): Test {
  const place = { ...outside, paragraph: condition.paragraph ?? outside.paragraph };
  const parts = (conditions: readonly Condition[]) => conditions.map((part) => readyTest(part, place));
  if ('all' in condition) return { kind: 'all', parts: parts(condition.all) };
  if ('any' in condition) return { kind: 'any', parts: parts(condition.any) };
  if ('not' in condition) return { kind: 'not', part: readyTest(condition.not, place) };
  if ('ref' in condition) {
    const definition = place.definitions[condition.ref];
    if (definition === undefined) throw new Error(`no definition is called ${condition.ref}`);
    if (place.inside.includes(condition.ref)) throw new Error(`the definition ${condition.ref} needs itself`);
    return readyTest(definition.when, { ...place, inside: [...place.inside, condition.ref] });
  }
  return comparisonTest(condition, place.paragraph);
}

function comparisonTest(comparison: Comparison, paragraph: string | null): Test {
  const { quantity, operator, value } = comparison;
  if (!isNumber(quantity)) {
    if (operator !== 'equal' && operator !== 'one-of') throw new Error(`${quantity} is no number: it has no order`);
    const words = new Set((typeof value === 'object' ? value : [value]).map(String));
    return { kind: 'word', quantity, variable: quantity, words, comparison, paragraph };
  }
  if (operator === 'one-of') throw new Error(`${quantity} is a number: it cannot be one of a list`);
  const atom = {
    kind: 'number',
    quantity,
    threshold: boundAt(new Decimal(String(value))),
    comparison,
    paragraph,
  } as const;
  if (operator !== 'equal') return { ...atom, order: operator };
  return {
    kind: 'all',
    parts: [
      { ...atom, order: 'at-least' },
      { ...atom, order: 'at-most' },
    ],
  };
}

/** Whether it holds for all that is possible (true), for none of it (false), or for some of it (null). */
export function truthOf(test: Test, known: Knowledge): Truth {
  switch (test.kind) {
    case 'all':
      return allOf(test.parts, (part) => truthOf(part, known));
    case 'any':
      return anyOf(test.parts, (part) => truthOf(part, known));
    case 'not':
      return not(truthOf(test.part, known));
    case 'number': {
      const range = known.numbers.get(test.quantity);
      return range === undefined ? false : stands(range, test.order, test.threshold);
    }
    case 'word': {
      const choice = known.words.get(test.variable);
      return choice === undefined ? false : isChosen(choice, test.words);
    }
  }
}

/** The first comparison of those meant that leaves a test open, in the order of the text. */
export function openAtom(test: Test, known: Knowledge, isMeant: (atom: Atom) => boolean): Atom | undefined {
  if (truthOf(test, known) !== null) return undefined;
  if (test.kind === 'not') return openAtom(test.part, known, isMeant);
  if (!('parts' in test)) return isMeant(test) ? test : undefined;
  for (const part of test.parts) {
    const atom = openAtom(part, known, isMeant);
    if (atom !== undefined) return atom;
  }
  return undefined;
}

/** The comparisons that leave a test open, in the order of the text; none where it is settled. */
export function openAtoms(test: Test, known: Knowledge): readonly Atom[] {
  const atoms: Atom[] = [];
  openAtom(test, known, (atom) => {
    atoms.push(atom);
    return false;
  });
  return atoms;
}

/** All comparisons, in the order of the text. */
export function atomsOf(test: Test): readonly Atom[] {
  if (test.kind === 'not') return atomsOf(test.part);
  return 'parts' in test ? test.parts.flatMap(atomsOf) : [test];
}
