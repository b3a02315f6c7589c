import { isUnspaced, spellingOf } from './spelling.ts';

/** A text as search compares it, each letter with the place that it has in the text. */
export interface Letters {
  /** All letters, folded, without what stands between words. */
  readonly compact: string;
  /** For each letter: where what it was made of starts and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each letter: whether a word may begin with it. */
  readonly begins: readonly boolean[];
}

/** Folds a text letter by letter. */
export function lettersOf(text: string): Letters {
  let compact = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const begins: boolean[] = [];
  let at = 0;
  let before = '';
  for (const character of text) {
    const folded = /[\p{L}\p{N}\p{M}]/u.test(character) ? spellingOf(character).compact : '';
    for (let place = 0; place < folded.length; place++) {
      starts.push(at);
      ends.push(at + character.length);
      begins.push(place === 0 && (before === '' || isUnspaced(before) || isUnspaced(character)));
    }
    compact += folded;
    at += character.length;
    // A mark belongs to the letter before it.
    if (!/\p{M}/u.test(character)) before = folded === '' ? '' : character;
  }
  return { compact, starts, ends, begins };
}
