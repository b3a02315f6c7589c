import { type Knowledge, knowledgeOf } from './knowledge.ts';
import type { Fact, Item } from './question.ts';
import { remembered } from './remembered.ts';
import { type RuleQuantity, ruleQuantities } from './vocabulary.ts';

/** All names of quantities, in the order of the vocabulary. */
export const quantityNames = Object.keys(ruleQuantities) as readonly RuleQuantity[];

/** What quantities are computed from, or read as. */
export const computedFrom: { readonly [Name in RuleQuantity]?: readonly RuleQuantity[] } = {
  'performance-density': ['total-processing-performance', 'applicable-die-area'],
  'io-bandwidth': ['aggregate-bidirectional-transfer-rate'],
  'bandwidth-sum': ['dram-bandwidth', 'io-bandwidth'],
};

/** What is known of an item; null where its facts contradict each other. */
export const knownOf = remembered(knowledgeOf);

/** Whether some item could be so. Rules cannot be asked about one that could not. */
export function isPossible(item: Item): boolean {
  return knownOf(item) !== null;
}

/** What is known of an item that is possible. */
export function knowledgeFor(item: Item): Knowledge {
  const known = knownOf(item);
  if (known === null) throw new RangeError('the facts of the item contradict each other');
  return known;
}

/** The quantities of which nothing bounds an item: those that are not known, and those computed from one of these. */
export const boundlessOf = remembered((item: Item): ReadonlySet<RuleQuantity> => {
  const isBoundless = (quantity: RuleQuantity): boolean => {
    const fact = item[quantity];
    if (fact !== undefined) return 'low' in fact && fact.low === null && fact.high === null;
    return computedFrom[quantity]?.some(isBoundless) ?? true;
  };
  return new Set(quantityNames.filter(isBoundless));
});

/** The quantities that are read from tentative claims, computed ones left out. */
export function tentativeOf(item: Item): readonly RuleQuantity[] {
  return quantityNames.filter((quantity) => item[quantity]?.tentative === true);
}

/** The item as it would be known without some of its facts. */
export function itemWithout(item: Item, quantities: readonly RuleQuantity[]): Item {
  const facts = Object.entries(item).filter(([quantity]) => !quantities.includes(quantity as RuleQuantity));
  return Object.fromEntries<Fact | undefined>(facts);
}

/** The item as it would be known if what is read from tentative claims were unknown; itself where nothing is. */
export const solidOf = remembered((item: Item): Item => {
  const tentative = tentativeOf(item);
  return tentative.length === 0 ? item : itemWithout(item, tentative);
});
