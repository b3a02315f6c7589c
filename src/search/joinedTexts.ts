/** Stands between texts. In a name of marks alone it may stand as well. */
const between = '\n';

/** Folded texts of which those are found that hold another anywhere in them: one search goes through all of them. */
export class JoinedTexts {
  readonly #joined: string;
  /** Where each begins. */
  readonly #starts: Uint32Array;

  constructor(texts: readonly string[]) {
    this.#joined = texts.join(between);
    this.#starts = new Uint32Array(texts.length);
    let start = 0;
    for (const [place, text] of texts.entries()) {
      this.#starts[place] = start;
      start += text.length + between.length;
    }
  }

  /** The places of the texts that hold a folded text, each once, in order. */
  *holding(part: string): Generator<number> {
    for (let at = this.#joined.indexOf(part); at !== -1; ) {
      const place = this.#placeAt(at);
      const next = this.#nextAfter(place);
      // What reaches into the next text stands in none.
      const isWithin = at + part.length <= next - between.length;
      if (isWithin) yield place;
      at = this.#joined.indexOf(part, isWithin ? next : at + 1);
    }
  }

  /** Where the next text begins. */
  #nextAfter(place: number): number {
    return this.#starts[place + 1] ?? this.#joined.length + between.length;
  }

  /** The text that stands at a letter of all of them. */
  #placeAt(at: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low;
  }
}
