import { type PropertyId, properties } from './vocabulary.ts';

// At which door the figures of a property are found, and in which order of definitions. Whoever looks a figure up and
// whoever prepares the answers while publishing follow the same two rules.

/** The property of the claims that answer it: capital expenditure is the amount of an Investment, found at its investor. */
export function claimedProperty(property: PropertyId): PropertyId {
  return property === 'capital-expenditure' ? 'amount' : property;
}

/** The definitions of a property, in order of preference; empty where it has but one. */
export function definitionsOf(property: PropertyId): readonly string[] {
  // Amount and growth of an Investment are told apart as the capital expenditure that they are of.
  const declared = property === 'amount' || property === 'growth' ? 'capital-expenditure' : property;
  return properties[declared].definitions.map(({ id }) => id);
}

/** Whether a word is a property. Those of claims in a revision are, unless the revision is older than the program. */
export function isProperty(word: string): word is PropertyId {
  return word in properties;
}
