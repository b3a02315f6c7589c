import { definitionsOf } from '../src/quantity/door.ts';
import { type PropertyDeclaration, type PropertyId, properties } from '../src/quantity/vocabulary.ts';
import { clientError } from './errors.ts';

/**
 * The definitions under which the figures of a property add up over time, in order of preference: the one given, or all.
 * Null stands for a property that has but one; empty where they do not add up.
 */
export function flowDefinitionsOf(property: PropertyId, definition: string | null): readonly (string | null)[] {
  const { flow, definitions }: PropertyDeclaration = properties[property];
  if (!flow) return [];
  if (definitions.length === 0) return [null];
  return definitions.filter((one) => one.flow && (definition === null || one.id === definition)).map(({ id }) => id);
}

/** A definition that a client names. @throws the client's error where the property does not have it */
export function definitionArgument(property: PropertyId, definition: string | null | undefined): string | null {
  if (definition == null) return null;
  const known = definitionsOf(property);
  if (known.includes(definition)) return definition;
  const advice = known.length === 0 ? 'it has only one; leave the argument out' : `it has ${known.join(', ')}`;
  throw clientError(
    'BAD_ARGUMENT',
    `${property} has no definition "${definition.slice(0, 80)}": ${advice}.`,
    'definition',
  );
}
