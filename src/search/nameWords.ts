import { isPlain, isUnspaced, stretchesOf } from './spelling.ts';

/**
 * The words by which a folded name is found besides its beginning, each once. Where words are written without spaces
 * between them, any letter may begin one: 科大讯飞 is found as 讯飞, too.
 */
export function nameWords(folded: string): readonly string[] {
  if (isPlain(folded)) return folded.includes('-') ? distinct(folded.split('-')) : [folded];
  return distinct(stretchesOf(folded).flatMap((stretch) => (isUnspaced(stretch) ? endingsOf(stretch) : [stretch])));
}

/** Whether a word of a folded name begins with a text. */
export function hasWordBeginning(folded: string, text: string): boolean {
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
    const before = folded[at - 1];
    if (before === undefined || before === '-' || isUnspaced(before) || isUnspaced(text[0] ?? '')) return true;
  }
  return false;
}

function endingsOf(stretch: string): readonly string[] {
  return Array.from(stretch, (_, place) => stretch.slice(place));
}

function distinct(words: readonly string[]): readonly string[] {
  return new Set(words).size === words.length ? words : [...new Set(words)];
}
