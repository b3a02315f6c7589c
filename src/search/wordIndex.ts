import { hasWordBeginning, nameWords } from './nameWords.ts';
import type { AlikeTexts } from './sortedTexts.ts';
import { TextPlaces } from './textPlaces.ts';

/** How many names are looked at for the rarest word of a text. */
const namesLookedAt = 10_000;

/** The words of names, to find names by some of them in any order. Names are called by their places. */
export class WordIndex {
  readonly #names: readonly string[];
  readonly #words: TextPlaces;

  /** @param names folded */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#words = new TextPlaces(names.length, (place) => nameWords(names[place] ?? ''));
  }

  /** The names in which each of some words begins a word. */
  beginning(words: readonly string[]): Uint32Array {
    const ranges = words.map((word) => this.#words.sorted.beginningWith(word));
    const rarest = leastOf(ranges.map((range) => this.#words.countOf(range)));
    const others = words.filter((_, index) => index !== rarest);
    const range = ranges[rarest];
    if (range === undefined) return new Uint32Array();
    const places = this.#words.placesOf(range).subarray(0, namesLookedAt);
    const meeting = places.filter((place) => others.every((word) => hasWordBeginning(this.#names[place] ?? '', word)));
    return Uint32Array.from(new Set(meeting));
  }

  /**
   * The names in which each of some words begins a word, some of them with typing errors, and with how many. A word that
   * begins others is taken to be spelt right, but for a single one.
   */
  alike(words: readonly string[]): ReadonlyMap<number, number> {
    const readings = words.map((word): readonly AlikeTexts[] => {
      const [from, to] = this.#words.sorted.beginningWith(word);
      return to > from && words.length > 1 ? [{ from, to, errors: 0 }] : this.#words.sorted.alike(word);
    });
    const rarest = leastOf(readings.map((all) => sumOf(all.map(({ from, to }) => this.#words.countOf([from, to])))));
    const others = readings.filter((_, index) => index !== rarest);
    const found = new Map<number, number>();
    let left = namesLookedAt;
    for (const { from, to, errors } of readings[rarest]?.toSorted((a, b) => a.errors - b.errors) ?? []) {
      const places = this.#words.placesOf([from, to]).subarray(0, left);
      left -= places.length;
      for (const place of places) {
        if (found.has(place)) continue;
        const more = others.map((reading) => this.#errorsAt(place, reading));
        if (more.every((one) => one !== null)) found.set(place, errors + sumOf(more));
      }
    }
    return found;
  }

  /** The least errors with which one of the words of a name is read so; null where none is. */
  #errorsAt(place: number, reading: readonly AlikeTexts[]): number | null {
    let least: number | null = null;
    for (const word of this.#words.textsAt(place)) {
      for (const { from, to, errors } of reading) {
        if (from <= word && word < to && (least === null || errors < least)) least = errors;
      }
    }
    return least;
  }
}

function leastOf(counts: readonly number[]): number {
  return counts.indexOf(Math.min(...counts));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
