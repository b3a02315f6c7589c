import { isUnspaced, spellingOf, stretchesOf } from './spelling.ts';

/** A word that a passage has to hold, or the beginning of one. */
export interface WordAsked {
  readonly word: string;
  readonly begins: boolean;
}

/** What is longer is cut: an index takes no words of any length. */
const longestWord = 60;

/** The last word of what somebody writes may not be finished; of so few letters too many words begin. */
const leastToComplete = 3;

/**
 * The words by which a passage of text is found, each once: folded as names are. Where words are written without spaces
 * between them, each two neighbouring letters are one, and the last letter is.
 */
export function passageWords(text: string): readonly string[] {
  const words = searchable(text).flatMap((stretch) => {
    if (!isUnspaced(stretch)) return [stretch.slice(0, longestWord)];
    const letters = Array.from(stretch);
    return letters.map((letter, place) => letter + (letters[place + 1] ?? ''));
  });
  return [...new Set(words)];
}

/** The words that all have to stand in a passage for a text to find it. */
export function wordsAsked(text: string): readonly WordAsked[] {
  const stretches = searchable(text);
  return stretches.flatMap((stretch, place): readonly WordAsked[] => {
    const letters = Array.from(stretch);
    if (!isUnspaced(stretch)) {
      const begins = place === stretches.length - 1 && letters.length >= leastToComplete;
      return [{ word: stretch.slice(0, longestWord), begins }];
    }
    if (letters.length === 1) return [{ word: stretch, begins: true }];
    return letters.slice(1).map((letter, before) => ({ word: `${letters[before]}${letter}`, begins: false }));
  });
}

/** Whether a passage holds words that are asked for. */
export function holdsWords(passage: string, asked: readonly WordAsked[]): boolean {
  const words = passageWords(passage);
  return asked.every(({ word, begins }) => words.some((one) => (begins ? one.startsWith(word) : one === word)));
}

function searchable(text: string): readonly string[] {
  return stretchesOf(spellingOf(text).folded).filter((stretch) => /[\p{L}\p{N}]/u.test(stretch));
}
