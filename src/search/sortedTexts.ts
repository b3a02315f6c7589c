import { errorsForgiven, mostErrors, weightOf } from './typingErrors.ts';

/** Neighbouring texts that are like what was looked for: places from `from` up to `to`. */
export interface AlikeTexts {
  readonly from: number;
  readonly to: number;
  /** How many typing errors lie between it and what they begin with. */
  readonly errors: number;
}

/** A distance from which on no difference is made. */
const tooMany = mostErrors + 1;

/** Letters of texts that are looked at in one search before it gives up: a few milliseconds. Names in earnest take some thousands. */
const letterBudget = 15_000;

/** Texts shorter than this are completed only where they are spelt right: `gro` begins too much. */
const leastToComplete = 5;

/**
 * Sorted texts, looked into by their beginnings as in a dictionary, spelt right or nearly so.
 *
 * They are a tree without being stored as one: the texts with one beginning are neighbours. A search goes down that tree
 * with a column of a table of edit distances for each letter, and leaves a branch as soon as it has too many errors; so
 * it looks at the few beginnings that are like what it looks for, and hardly at more among ten times the texts.
 */
export class SortedTexts {
  readonly texts: readonly string[];

  /** @param texts each once, in the order of their code units, as `sort` puts them */
  constructor(texts: readonly string[]) {
    this.texts = texts;
  }

  /** Where the texts stand that begin with another: from the first up to the second. */
  beginningWith(text: string): readonly [from: number, to: number] {
    const from = this.#first((one) => one >= text);
    return [from, this.#first((one) => one > text && !one.startsWith(text))];
  }

  /**
   * The texts that are a text with typing errors, or begin with one, by their places. Two errors are looked for only where
   * one finds nothing, and of two the first letter has none: otherwise nearly all texts would have to be looked at.
   */
  alike(text: string): readonly AlikeTexts[] {
    const most = errorsForgiven(text);
    for (let errors = 1; errors <= most; errors++) {
      const { matches } = new Walk(this.texts, text, errors);
      if (matches.length > 0) return matches;
    }
    return [];
  }

  #first(isBeyond: (text: string) => boolean): number {
    let [low, high] = [0, this.texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBeyond(this.texts[middle] ?? '')) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** One search through the tree. */
class Walk {
  readonly matches: AlikeTexts[] = [];
  readonly #texts: readonly string[];
  readonly #text: string;
  readonly #most: number;
  readonly #completes: boolean;
  /** The distance between the first letters of a text, a row for each number of them, and those of the one looked for. */
  readonly #distances: Uint8Array;
  readonly #width: number;
  #letters = 0;

  constructor(texts: readonly string[], text: string, most: number) {
    this.#texts = texts;
    this.#text = text;
    this.#most = most;
    this.#completes = weightOf(text) >= leastToComplete;
    this.#width = text.length + 1;
    this.#distances = new Uint8Array(this.#width * (text.length + most + 2)).fill(tooMany);
    for (let place = 0; place <= most; place++) this.#distances[place] = place;
    this.#down(0, texts.length, 0, most, most + 1);
  }

  /** Looks at the texts of one beginning, `depth` letters long. `known`: the errors of a shorter one that has been noted. */
  #down(from: number, to: number, depth: number, most: number, known: number): void {
    let best = known;
    if (depth > 0) {
      const errors = this.#at(depth, this.#text.length);
      if (errors <= most && errors < best) best = this.#note(from, to, depth, errors, best);
    }
    if (depth >= this.#text.length + this.#most) return;
    let start = from;
    while (start < to && this.#letters < letterBudget) {
      const letter = this.#texts[start]?.charCodeAt(depth) ?? Number.NaN;
      // It ends here.
      if (Number.isNaN(letter)) {
        start++;
        continue;
      }
      const end = this.#endOf(letter, start, to, depth);
      this.#letters++;
      const allowed = depth === 0 && letter !== this.#text.charCodeAt(0) ? 1 : most;
      if (this.#extend(letter, this.#texts[start] ?? '', depth + 1) <= allowed) {
        this.#down(start, end, depth + 1, allowed, best);
      }
      start = end;
    }
  }

  /** Notes a beginning that is like the text: all that begin so where it ends rightly, else those that are it. */
  #note(from: number, to: number, depth: number, errors: number, before: number): number {
    const endsRightly =
      this.#texts[from]?.charCodeAt(depth - 1) === this.#text.charCodeAt(this.#text.length - 1) &&
      this.#at(depth - 1, this.#text.length - 1) === errors;
    if (endsRightly && this.#completes) {
      this.matches.push({ from, to, errors });
      return errors;
    }
    let end = from;
    while (end < to && this.#texts[end]?.length === depth) end++;
    if (end > from) this.matches.push({ from, to: end, errors });
    return before;
  }

  /** Fills the row of distances for one letter more, near the diagonal, and returns the least of them. */
  #extend(letter: number, text: string, depth: number): number {
    const [most, length] = [this.#most, this.#text.length];
    const row = depth * this.#width;
    const low = Math.max(1, depth - most);
    const high = Math.min(length, depth + most);
    let least = tooMany;
    if (low === 1) {
      this.#distances[row] = Math.min(depth, tooMany);
      least = Math.min(least, depth);
    } else this.#distances[row + low - 1] = tooMany;
    for (let place = low; place <= high; place++) {
      const wanted = this.#text.charCodeAt(place - 1);
      let distance = this.#at(depth - 1, place - 1) + (wanted === letter ? 0 : 1);
      distance = Math.min(distance, this.#at(depth - 1, place) + 1, this.#at(depth, place - 1) + 1);
      const isExchange =
        depth > 1 && place > 1 && this.#text.charCodeAt(place - 2) === letter && text.charCodeAt(depth - 2) === wanted;
      if (isExchange) distance = Math.min(distance, this.#at(depth - 2, place - 2) + 1);
      this.#distances[row + place] = Math.min(distance, tooMany);
      least = Math.min(least, distance);
    }
    if (high < length) this.#distances[row + high + 1] = tooMany;
    return least;
  }

  /** Where the texts end that have a letter at a place; those from `start` on have it, or a later one. */
  #endOf(letter: number, start: number, to: number, depth: number): number {
    let step = 1;
    while (start + step < to && this.#has(letter, start + step, depth)) step *= 2;
    let [low, high] = [start + (step >> 1), Math.min(start + step, to)];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#has(letter, middle, depth)) low = middle;
      else high = middle;
    }
    return high;
  }

  #has(letter: number, place: number, depth: number): boolean {
    return this.#texts[place]?.charCodeAt(depth) === letter;
  }

  #at(depth: number, place: number): number {
    return this.#distances[depth * this.#width + place] ?? tooMany;
  }
}
