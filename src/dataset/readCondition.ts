import type { Comparison, Condition } from '../controls/rule.ts';
import { type RuleOperator, type RuleQuantity, ruleOperators, ruleQuantities } from '../controls/vocabulary.ts';
import { type ConditionSyntax, parseConditions } from './conditionSyntax.ts';
import type { Token } from './conditionTokens.ts';
import { readBoolean, readNumber, readWord } from './conditionValue.ts';
import { type ConditionWords, reportWord } from './conditionWords.ts';
import { reportWithin } from './findings.ts';
import { suggestion } from './nearest.ts';

/** Reads a text of conditions, in the syntax of `parseConditions`; null with problems where it cannot be understood. */
export function readCondition(text: string, words: ConditionWords): Condition | null {
  const syntax = parseConditions(text);
  if (!('problem' in syntax)) return conditionOf(syntax, words);
  reportWithin(words.findings, words.spot, syntax.index, syntax.problem);
  return null;
}

function conditionOf(syntax: ConditionSyntax, here: ConditionWords): Condition | null {
  switch (syntax.kind) {
    case 'and':
    case 'or': {
      const parts = syntax.parts.map((part) => conditionOf(part, here));
      const known = parts.filter((part) => part !== null);
      if (known.length < parts.length) return null;
      return syntax.kind === 'and' ? { all: known } : { any: known };
    }
    case 'not': {
      const part = conditionOf(syntax.part, here);
      return part && { not: part };
    }
    case 'name':
      return referenceOf(syntax.name, here);
    default:
      return comparisonOf(syntax, here);
  }
}

function referenceOf(name: Token, here: ConditionWords): Condition | null {
  if (here.definitions?.includes(name.text)) return { ref: name.text };
  if (!isItemQuantity(name.text)) {
    if (here.definitions === null) return { ref: name.text };
    const known = [...here.definitions, ...itemQuantities];
    return reportWord(here, name, `unknown definition \`${name.text}\`: ${suggestion(name.text, known)}`);
  }
  const { kind } = ruleQuantities[name.text];
  const example = { number: '>= …', boolean: '= true', word: 'in […]' }[kind];
  return reportWord(here, name, `a quantity needs something to compare it with: write \`${name.text} ${example}\``);
}

type Comparing = Extract<ConditionSyntax, { readonly kind: 'comparison' | 'choice' }>;

function comparisonOf(syntax: Comparing, here: ConditionWords): Comparison | null {
  const { quantity: name, sign } = syntax;
  const quantity = quantityOf(name, here);
  if (quantity === null) return null;
  const { kind } = ruleQuantities[quantity];
  if (!signsOf[kind].includes(sign.text)) {
    const fitting = signsOf[kind].map((one) => `\`${one}\``).join(', ');
    return reportWord(here, sign, `\`${quantity}\` is a ${kindNames[kind]}: compare it by ${fitting}`);
  }
  if (syntax.kind === 'choice') {
    const value = syntax.values.map((word) => readWord(word, quantity, here)).filter((word) => word !== null);
    return value.length < syntax.values.length ? null : { quantity, operator: 'one-of', value };
  }
  const value = readers[kind](syntax.value, quantity, here);
  const operator = operators.get(sign.text);
  return value === null || operator === undefined ? null : { quantity, operator, value };
}

const kindNames = { number: 'number', boolean: 'yes or no', word: 'word' };
const signsOf: Readonly<Record<keyof typeof kindNames, readonly string[]>> = {
  number: ['>=', '>', '<=', '<', '='],
  boolean: ['='],
  word: ['=', 'in'],
};
const readers = { number: readNumber, boolean: readBoolean, word: readWord };

const operators: ReadonlyMap<string, RuleOperator> = new Map(
  (Object.keys(ruleOperators) as RuleOperator[]).map((operator) => [ruleOperators[operator].sign, operator] as const),
);

function quantityOf(name: Token, here: ConditionWords): RuleQuantity | null {
  if (isItemQuantity(name.text)) return name.text;
  const advice = here.definitions?.includes(name.text)
    ? 'a definition stands by itself, or behind `not`'
    : suggestion(name.text, itemQuantities);
  return reportWord(here, name, `unknown quantity \`${name.text}\`: ${advice}`);
}

/** What conditions look at: the quantities of an item, not those of its destination and buyer. */
const itemQuantities: readonly string[] = Object.keys(ruleQuantities).filter(
  (name) => !['destination-membership', 'headquarters', 'owned-by-listed'].includes(name),
);

function isItemQuantity(name: string): name is RuleQuantity {
  return itemQuantities.includes(name);
}
