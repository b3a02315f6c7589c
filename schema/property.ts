import {
  type LinkKindId,
  linkKinds,
  type PropertyDeclaration,
  type PropertyId,
  properties,
} from '../src/quantity/vocabulary.ts';
import { enumOf } from './enumOf.ts';

/** One list of names for numbers: to look up, to order by, to add up and to compare. */
export const Property = enumOf(
  'Property',
  'What can be measured or said of an entity, each with the kind of entity that has it and its usual unit. Definitions, where there are several, are listed in their order of preference.',
  meansOf(properties),
);

/** The kinds of link. */
export const LinkKind = enumOf('LinkKind', 'The kinds of link; each is read from `from` to `to`.', meansOf(linkKinds));

/** What data/properties.yaml declares of a property. */
export function declarationOf(property: PropertyId): PropertyDeclaration {
  return properties[property];
}

function meansOf<Id extends string>(
  declarations: Readonly<Record<Id, { readonly means: string }>>,
): Record<Id, string> {
  const means: Partial<Record<Id, string>> = {};
  for (const id in declarations) means[id] = declarations[id].means;
  // Each id of the declarations has its meaning now.
  return means as Record<Id, string>;
}

/** Whether a word is a kind of link. */
export function isLinkKind(word: string): word is LinkKindId {
  return word in linkKinds;
}
