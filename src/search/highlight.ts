import { type Letters, lettersOf } from './letters.ts';
import { type WordAsked, wordsAsked } from './passageWords.ts';
import { SortedTexts } from './sortedTexts.ts';
import { isUnspaced, spellingOf, stretchesOf } from './spelling.ts';

/** A name with what was looked for between `**`: all of it, else those of its words that are alike, else the name. */
export function highlightName(name: string, asked: string): string {
  const letters = lettersOf(name);
  const { folded, compact } = spellingOf(asked);
  const whole = occurrences(letters, { word: compact, begins: true });
  if (whole.length > 0) return marked(name, letters, whole);
  const words = stretchesOf(folded).flatMap((word) => {
    const right = occurrences(letters, { word, begins: true });
    return right.length > 0 ? right : wordsAlike(letters, word);
  });
  return marked(name, letters, words.length > 0 ? words : [[0, letters.compact.length]]);
}

/** The sentence of a passage that has most of the words which were looked for, with all of the text or these between `**`. */
export function highlightSentence(passage: string, asked: string): string {
  const words = wordsAsked(asked);
  const text: WordAsked = { word: spellingOf(asked).compact, begins: words.at(-1)?.begins ?? false };
  let best = { count: -1, text: passage.trim() };
  for (const { segment } of sentences.segment(passage)) {
    const letters = lettersOf(segment.trim());
    const whole = occurrences(letters, text);
    const found = words.map((word) => occurrences(letters, word));
    const count = whole.length > 0 ? words.length + 1 : found.filter(({ length }) => length > 0).length;
    if (count <= best.count) continue;
    best = { count, text: marked(segment.trim(), letters, whole.length > 0 ? whole : found.flat()) };
  }
  return best.text;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Letters from one up to another. */
type Stretch = readonly [from: number, to: number];

/** Where a word stands, or where words begin with it. */
function occurrences({ compact, begins }: Letters, { word, begins: maybeUnfinished }: WordAsked): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = compact.indexOf(word); at >= 0; at = compact.indexOf(word, at + 1)) {
    const end = at + word.length;
    const endsThere = maybeUnfinished || isUnspaced(word) || end === compact.length || begins[end] === true;
    if (begins[at] && endsThere) found.push([at, end]);
  }
  return found;
}

/** The words that are a word with typing errors, or begin so. */
function wordsAlike({ compact, begins }: Letters, asked: string): readonly Stretch[] {
  const isWithin = (at: number) => isUnspaced(compact[at] ?? '') && isUnspaced(compact[at - 1] ?? '');
  const starts = begins.flatMap((isBeginning, at) => (isBeginning && !isWithin(at) ? [at] : []));
  return starts.flatMap((from, index): readonly Stretch[] => {
    const to = starts[index + 1] ?? compact.length;
    return new SortedTexts([compact.slice(from, to)]).alike(asked).length > 0 ? [[from, to]] : [];
  });
}

function marked(text: string, { starts, ends }: Letters, stretches: readonly Stretch[]): string {
  let printed = '';
  let at = 0;
  for (const [from, to] of merged(stretches)) {
    const [start, end] = [starts[from], ends[to - 1]];
    if (start === undefined || end === undefined) continue;
    printed += `${text.slice(at, start)}**${text.slice(start, end)}**`;
    at = end;
  }
  return printed + text.slice(at);
}

/** Stretches that touch each other as one. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
