import { passageWords } from '../search/passageWords.ts';
import type { PassageRow } from '../store/passageRow.ts';
import { type ClaimRow, composedTypes, type EntityRow } from '../store/tables.ts';

/** Gathers the passages of text that search looks into. */
export class Passages {
  readonly #passages: (Omit<PassageRow, 'key'> & { readonly part: number; readonly count: number })[] = [];

  #last = 0;

  addEntity({ key, type, name, slug, description }: EntityRow): void {
    if (composedTypes.includes(type)) this.#add(0, key, null, `${name} ${slug}`);
    if (description !== null) this.#add(1, key, null, description);
  }

  addClaim({ key, subjectKey, text }: ClaimRow): void {
    if (text !== null) this.#add(2, subjectKey, key, text);
  }

  #add(part: number, entityKey: number, claimKey: number | null, text: string): void {
    const words = passageWords(text);
    if (words.length > 0)
      this.#passages.push({ part, count: words.length, entityKey, claimKey, words: words.join(' ') });
  }

  /** The rows of those gathered since this was asked last, in the order in which search prefers them: entities before claims. */
  *rows(): Generator<PassageRow> {
    const passages = this.#passages
      .splice(0)
      .sort(
        (a, b) =>
          a.part - b.part || a.count - b.count || a.entityKey - b.entityKey || (a.claimKey ?? 0) - (b.claimKey ?? 0),
      );
    for (const { entityKey, claimKey, words } of passages) {
      this.#last += 1;
      yield { key: this.#last, entityKey, claimKey, words };
    }
  }
}
