import { isUnspaced } from './spelling.ts';

/** How many typing errors are forgiven at most: a letter wrong, missing or too much, or two neighbours exchanged. */
export const mostErrors = 2;

/** How much a text says: a Han letter as much as two others. */
export function weightOf(text: string): number {
  let weight = 0;
  for (const letter of text) weight += isUnspaced(letter) ? 2 : 1;
  return weight;
}

/**
 * How many typing errors are forgiven in a text without spaces: none in two letters, where nothing would be left, one in
 * three to seven, two beyond.
 */
export function errorsForgiven(text: string): number {
  const weight = weightOf(text);
  return weight < 3 ? 0 : weight < 8 ? 1 : mostErrors;
}
