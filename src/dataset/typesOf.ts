import { type EntityType, entityTypes } from '../store/tables.ts';

/** The kinds of entity among some words of the vocabulary; all of them where there are none. */
export function typesOf(words: readonly string[]): readonly EntityType[] {
  return words.length === 0 ? entityTypes : entityTypes.filter((type) => words.includes(type));
}
