import { type Decimal, quotient } from '../quantity/decimal.ts';
import { centralValue } from './central.ts';
import { conditionText } from './conditionText.ts';
import type { BookClause, WeighedCondition } from './evaluation.ts';
import { boundlessOf, computedFrom } from './facts.ts';
import type { Knowledge } from './knowledge.ts';
import type { Fact, Item, Span } from './question.ts';
import { spanOf } from './range.ts';
import { type Atom, atomsOf, type Test, truthOf } from './test.ts';
import { allOf } from './truth.ts';
import { isNumber, type RuleQuantity } from './vocabulary.ts';

/** The conditions of a clause, in the order of its text, and how an item stands to each. */
export function weighedConditions(
  clause: BookClause,
  test: Test,
  known: Knowledge,
  item: Item,
): readonly WeighedCondition[] {
  const byComparison = new Map<unknown, Atom[]>();
  for (const atom of atomsOf(test))
    if (atom.comparison !== null)
      byComparison.set(atom.comparison, [...(byComparison.get(atom.comparison) ?? []), atom]);
  return [...byComparison.values()].map((atoms) => weighed(clause, atoms, known, item));
}

/** One condition, of the comparison that all these atoms are of: `equal` is two of them. */
function weighed(clause: BookClause, atoms: readonly Atom[], known: Knowledge, item: Item): WeighedCondition {
  const [atom] = atoms;
  if (atom === undefined || atom.comparison === null) throw new Error('a condition compares something');
  const { comparison, paragraph } = atom;
  const threshold = atom.kind === 'number' ? atom.threshold.at : null;
  const actual = actualOf(comparison.quantity, known, item);
  const distance = threshold !== null && actual !== null && 'low' in actual ? distanceOf(actual, threshold) : null;
  const condition = {
    ...{ clause, comparison, paragraph, threshold, actual, distance },
    met: allOf(atoms, (one) => truthOf(one, known)),
    margin: threshold === null || distance === null ? null : marginOf(distance, threshold),
  };
  return { ...condition, text: conditionText(condition) };
}

/** What is known of a quantity of an item, computed ones included; null where nothing is. */
export function actualOf(quantity: RuleQuantity, known: Knowledge, item: Item): Fact | null {
  const tentative = isTentative(quantity, item);
  if (isNumber(quantity)) {
    const range = known.numbers.get(quantity);
    if (range === undefined) return { notDefined: true, tentative };
    return boundlessOf(item).has(quantity)
      ? null
      : { value: centralValue(quantity, item), ...spanOf(range), tentative };
  }
  const choice = known.words.get(quantity);
  if (choice === undefined) return { notDefined: true, tentative };
  const [word] = choice.words;
  if (!choice.among || choice.words.size !== 1 || word === undefined) return null;
  const fact = item[quantity];
  return fact !== undefined && 'is' in fact ? fact : { word, tentative };
}

function isTentative(quantity: RuleQuantity, item: Item): boolean {
  const fact = item[quantity];
  if (fact !== undefined) return fact.tentative;
  return computedFrom[quantity]?.some((part) => isTentative(part, item)) ?? false;
}

function distanceOf(actual: Span, threshold: Decimal): Span {
  return changed(actual, (number) => number.minus(threshold));
}

function marginOf(distance: Span, threshold: Decimal): Span | null {
  return threshold.isZero() ? null : changed(distance, (number) => quotient(number, threshold, 'nearest'));
}

function changed({ value, low, high, lowOpen, highOpen }: Span, change: (number: Decimal) => Decimal): Span {
  return { value: value && change(value), low: low && change(low), high: high && change(high), lowOpen, highOpen };
}
