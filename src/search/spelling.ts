import { foldName } from '../quantity/foldName.ts';
import { simplifiedLetters, traditionalLetters } from './simplifiedLetters.ts';

/** A text as search compares it. */
export interface Spelling {
  /** As `foldName` folds it, and in simplified letters: `moore-threads`, `腾讯控股`. */
  readonly folded: string;
  /** The same without what stands between words: `moorethreads`. It is how often a letter is right or wrong that counts. */
  readonly compact: string;
}

/** How search compares what a user wrote. */
export function spellingOf(text: string): Spelling {
  return spellingOfFolded(foldName(text));
}

/** How search compares a name that `foldName` has folded already, as revisions hold them. */
export function spellingOfFolded(name: string): Spelling {
  const folded = simplified(name);
  return { folded, compact: folded.includes('-') ? folded.replaceAll('-', '') : folded };
}

/** Whether a text holds letters that are written without spaces between words: Han, or the kana among them. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** The stretches of a folded text between spaces, and between scripts with spaces and those without: `昇腾`, `910b`. */
export function stretchesOf(folded: string): readonly string[] {
  return folded
    .split('-')
    .flatMap((part) => (isPlain(part) ? part : (part.match(ofOneSort) ?? [])))
    .filter(Boolean);
}

function simplified(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(han, (letter) => simple.get(letter) ?? letter);
}

/** Most names are: the slower ways can be left out for them. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

const simple = new Map(Array.from(traditionalLetters, (letter, place) => [letter, simplifiedLetters[place] ?? letter]));
const plain = /^[ -~]*$/;
const han = /\p{sc=Han}/gu;
const unspaced = /[\p{sc=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;
const ofOneSort = /[\p{sc=Han}\p{scx=Hiragana}\p{scx=Katakana}]+|[^\p{sc=Han}\p{scx=Hiragana}\p{scx=Katakana}]+/gu;
