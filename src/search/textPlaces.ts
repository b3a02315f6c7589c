import { SortedTexts } from './sortedTexts.ts';

/** Neighbours among sorted texts: from the first up to the second. */
export type Range = readonly [from: number, to: number];

/**
 * Texts in order, and where each of them stands: in which names a word does, for one. Places are numbers from 0; their
 * lists lie one behind the other in one array.
 */
export class TextPlaces {
  readonly sorted: SortedTexts;
  /** The first of each text in `#places`, and one more. */
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;
  /** The same the other way round: the texts of each place. */
  readonly #textStarts: Uint32Array;
  readonly #texts: Uint32Array;

  /** @param textsAt the texts that stand at a place, each once */
  constructor(count: number, textsAt: (place: number) => readonly string[]) {
    const numbers = new Map<string, number>();
    const stands: number[] = [];
    this.#textStarts = new Uint32Array(count + 1);
    for (let place = 0; place < count; place++) {
      for (const text of textsAt(place)) {
        const number = numbers.get(text) ?? numbers.size;
        if (number === numbers.size) numbers.set(text, number);
        stands.push(number);
      }
      this.#textStarts[place + 1] = stands.length;
    }
    const texts = [...numbers.keys()].sort();
    const ranks = new Uint32Array(texts.length);
    for (const [rank, text] of texts.entries()) ranks[numbers.get(text) ?? 0] = rank;
    this.sorted = new SortedTexts(texts);
    this.#texts = Uint32Array.from(stands, (number) => ranks[number] ?? 0);
    this.#starts = startsOf(this.#texts, texts.length);
    this.#places = new Uint32Array(stands.length);
    const next = this.#starts.slice();
    for (let place = 0; place < count; place++) {
      for (const text of this.textsAt(place)) {
        const at = next[text] ?? 0;
        this.#places[at] = place;
        next[text] = at + 1;
      }
    }
  }

  /** The texts that stand at a place, by their numbers in the order. */
  textsAt(place: number): Uint32Array {
    return this.#texts.subarray(this.#textStarts[place], this.#textStarts[place + 1]);
  }

  /** Where some texts stand, text by text; a place of several of them comes several times. */
  placesOf([from, to]: Range): Uint32Array {
    return this.#places.subarray(this.#starts[from], this.#starts[to]);
  }

  /** How many places these are. */
  countOf([from, to]: Range): number {
    return (this.#starts[to] ?? 0) - (this.#starts[from] ?? 0);
  }
}

/** Where the list of each number starts, when they are put in order. */
function startsOf(numbers: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let index = 0; index < count; index++) starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
  return starts;
}
