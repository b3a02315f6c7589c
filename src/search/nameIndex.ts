import { bestOf } from './bestOf.ts';
import { JoinedTexts } from './joinedTexts.ts';
import { type Spelling, spellingOf, spellingOfFolded, stretchesOf } from './spelling.ts';
import { TextPlaces } from './textPlaces.ts';
import { WordIndex } from './wordIndex.ts';

/** A name as a revision holds it. */
export interface IndexedName<Kind> {
  /** The key of the entity that bears it. */
  readonly key: number;
  readonly kind: Kind;
  /** `foldName` of it. */
  readonly name: string;
  /** Whether it is an alias, a former name or an identifier, rather than the name or the slug. */
  readonly isAlias: boolean;
}

/** How a name may be found, best first: whole, by its beginning, by the beginnings of its words, or with typing errors. */
export type NameMatch = 'name' | 'alias' | 'beginning' | 'words' | 'alike';

/** An entity that was found by a name of its own. */
export interface NameFound<Kind> {
  readonly key: number;
  readonly kind: Kind;
  readonly match: NameMatch;
  /** How much of the name was written, less the errors, in thousandths. */
  readonly likeness: number;
  /** The name, folded as search folds it. */
  readonly folded: string;
}

/** How many entities are found at most; of how many names they are the best. */
export const mostFound = 1_000;
const namesChosen = 3 * mostFound;

/** Where so many are found that are spelt right, the text is taken to be spelt right: a page has no more. */
const rightEnough = 50;

/**
 * The names of all entities that have names of their own, to find them as people write them: in other cases, accents,
 * spaces and scripts, by their beginnings or some of their words, and with typing errors.
 */
export class NameIndex<Kind> {
  readonly #names: readonly IndexedName<Kind>[];
  readonly #folded: readonly string[];
  readonly #lengths: Uint16Array;
  readonly #joined: JoinedTexts;
  readonly #compact: TextPlaces;
  readonly #words: WordIndex;

  /** @param names in the order of their keys: ties are in that order */
  constructor(names: readonly IndexedName<Kind>[]) {
    const spellings = names.map(({ name }) => spellingOfFolded(name));
    this.#names = names;
    this.#folded = spellings.map(({ folded }) => folded);
    this.#lengths = Uint16Array.from(spellings, ({ compact }) => compact.length);
    this.#compact = new TextPlaces(names.length, (place) => [spellings[place]?.compact ?? '']);
    this.#words = new WordIndex(this.#folded);
    this.#joined = new JoinedTexts(names.map(({ name }) => name));
  }

  /** The keys of the entities of which a name holds a folded text; null where they are more than `most`. */
  holding(part: string, most: number): readonly number[] | null {
    const keys = new Set<number>();
    for (const place of this.#joined.holding(part)) {
      const name = this.#names[place];
      if (name !== undefined) keys.add(name.key);
      if (keys.size > most) return null;
    }
    return [...keys];
  }

  /** The entities of some kinds, or of all, that a text finds by their names: each once, the best first, at most a thousand. */
  find(text: string, kinds: ReadonlySet<Kind> | null): readonly NameFound<Kind>[] {
    const asked = spellingOf(text);
    const found = new Map<number, NameFound<Kind>>();
    if (stretchesOf(asked.folded).length === 0) return [];
    for (const { match, places, right } of this.#steps(asked)) {
      if (found.size >= (match === 'alike' ? rightEnough : mostFound)) break;
      const wanted = this.#wanted(places(), match, kinds);
      const likeness = (place: number) => this.#likeness(asked, place, right?.(place) ?? asked.compact.length);
      for (const { place, score } of bestOf(wanted, likeness, namesChosen)) {
        const name = this.#names[place];
        if (name === undefined || found.has(name.key) || found.size === mostFound) continue;
        const folded = this.#folded[place] ?? '';
        found.set(name.key, { key: name.key, kind: name.kind, match, likeness: score, folded });
      }
    }
    return [...found.values()];
  }

  /** The ways in which names are found, the best first, and what is found so. */
  #steps(asked: Spelling): readonly Step[] {
    const { sorted } = this.#compact;
    const [from, to] = sorted.beginningWith(asked.compact);
    const end = sorted.texts[from] === asked.compact ? from + 1 : from;
    const words = stretchesOf(asked.folded);
    const alike = new Map<number, number>();
    return [
      { match: 'name', places: () => this.#compact.placesOf([from, end]) },
      { match: 'alias', places: () => this.#compact.placesOf([from, end]) },
      { match: 'beginning', places: () => this.#compact.placesOf([end, to]) },
      { match: 'words', places: () => this.#words.beginning(words) },
      {
        match: 'alike',
        places: () => {
          for (const [place, errors] of this.#words.alike(words)) alike.set(place, asked.compact.length - errors);
          for (const { from, to, errors } of sorted.alike(asked.compact)) {
            for (const place of this.#compact.placesOf([from, to]).subarray(0, namesChosen)) {
              alike.set(place, Math.max(alike.get(place) ?? 0, this.#right(asked, place, errors)));
            }
          }
          return Uint32Array.from(alike.keys());
        },
        right: (place) => alike.get(place) ?? 0,
      },
    ];
  }

  #wanted(places: Uint32Array, match: NameMatch, kinds: ReadonlySet<Kind> | null): Uint32Array {
    const isWhole = match === 'name' || match === 'alias';
    if (kinds === null && !isWhole) return places;
    return places.filter((place) => {
      const name = this.#names[place];
      if (name === undefined || (kinds !== null && !kinds.has(name.kind))) return false;
      return !isWhole || name.isAlias === (match === 'alias');
    });
  }

  /** How many letters of a name are right that a text is like, or that begins so. What is missing in a whole name is an error. */
  #right({ compact }: Spelling, place: number, errors: number): number {
    const length = this.#lengths[place] ?? 0;
    return Math.max(length <= compact.length + errors ? length : 0, compact.length) - errors;
  }

  /** The part of the letters that are right. Spaces and signs that differ make a whole name a shade less like. */
  #likeness({ compact, folded }: Spelling, place: number, right: number): number {
    const longer = Math.max(compact.length, this.#lengths[place] ?? 0);
    const likeness = Math.floor((1000 * Math.max(right, 0)) / longer);
    return likeness === 1000 && this.#folded[place] !== folded ? 999 : likeness;
  }
}

interface Step {
  readonly match: NameMatch;
  /** Places of names. */
  readonly places: () => Uint32Array;
  /** How many letters of such a name are right, where not all that are written are. */
  readonly right?: (place: number) => number;
}
