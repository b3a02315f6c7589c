import { LRUCache } from 'lru-cache';
import type { RuleBook } from '../controls/rule.ts';
import type { NameIndex } from '../search/nameIndex.ts';
import type { CachedReader, Reader } from './cachedReader.ts';
import type { Claim } from './claim.ts';
import { claimsAtDoor, claimsBy, claimTexts } from './claims.ts';
import type { Engine } from './engine.ts';
import { entitiesByKey, entitiesByName, linksByKey, type NameAsked, references } from './entities.ts';
import { type Geography, readGeography } from './geography.ts';
import { readNameIndex } from './nameRows.ts';
import { type Rates, readRates } from './rates.ts';
import { readOnce } from './readOnce.ts';
import { readRoles } from './roles.ts';
import { readRuleBook } from './ruleBook.ts';
import type { EntityFound } from './searchEntities.ts';
import { KnownSteps } from './steps.ts';
import type { EntityRow, EntityType, LinkRow, ReferenceRole } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';

/** What a revision says of itself. */
export interface RevisionInfo {
  readonly id: string;
  /** An instant, ISO 8601. */
  readonly publishedAt: string;
  /** The last day that its curators looked at. */
  readonly horizon: string;
  readonly claimCount: number;
  /** How many entities of each kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the numbers claimed at a door measure, in the words of src/quantity/comparable.ts. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>;
}

/** Pages and counts of lists that are remembered. */
const rememberedLists = 20_000;

/** Entities that searches found and that are remembered. */
const rememberedFound = 200_000;

/** Keys of rows of whole lists that are remembered. */
const rememberedKeys = 2_000_000;

/** One open revision: its rows, and what has been read of them. It never changes, so that what was read stays true. */
export class Revision {
  readonly info: RevisionInfo;
  readonly engine: Engine;
  readonly entities: CachedReader<readonly EntityRow[]>;
  readonly claims: Reader<readonly Claim[]>;
  readonly claimsOfSubject: Reader<readonly Claim[]>;
  readonly claimsOfLink: Reader<readonly Claim[]>;
  readonly claimsOfFact: Reader<readonly Claim[]>;
  readonly links: Reader<readonly LinkRow[]>;
  readonly claimTexts: Reader<{ readonly text: string }>;
  /** What searches found, by what exactly was asked. */
  readonly found = new LRUCache<string, readonly EntityFound[]>({
    maxSize: rememberedFound,
    sizeCalculation: (found) => found.length + 1,
  });
  /** The keys of all rows of lists, by what exactly was asked. */
  readonly keysOfLists = new LRUCache<string, Int32Array>({
    maxSize: rememberedKeys,
    sizeCalculation: ({ length }) => length + 1,
  });
  readonly #named: (asked: readonly NameAsked[]) => Read<readonly (readonly EntityRow[])[]>;
  readonly #namesKnown = new LRUCache<string, readonly EntityRow[]>({ max: 20_000 });
  readonly #references = new Map<ReferenceRole, Reader<readonly EntityRow[]>>();
  readonly #doors = new Map<string, Reader<readonly Claim[]>>();
  readonly #lists = new LRUCache<string, object>({ max: rememberedLists });
  /** What searches over links have read. */
  readonly knownSteps = new KnownSteps();
  readonly #rates = readOnce(() => readRates(this.engine));
  readonly #ruleBook = readOnce(() => readRuleBook(this.engine));
  readonly #roles = readOnce(() => readRoles(this.engine));
  readonly #nameIndex = readOnce(() => readNameIndex(this.engine));
  readonly #geography = readOnce(() =>
    whenRead(readGeography(this.engine), (geography) => {
      for (const place of geography.places.values()) this.entities.remember(place.key, [place]);
      return geography;
    }),
  );

  constructor(engine: Engine, info: RevisionInfo) {
    this.engine = engine;
    this.info = info;
    this.entities = entitiesByKey(engine);
    this.links = linksByKey(engine);
    this.claims = claimsBy(engine, 'key');
    this.claimsOfSubject = claimsBy(engine, 'subjectKey');
    this.claimsOfLink = claimsBy(engine, 'linkKey');
    this.claimsOfFact = claimsBy(engine, 'factKey');
    this.claimTexts = claimTexts(engine);
    this.#named = entitiesByName(engine);
  }

  /** How many SQL statements have been run. */
  get statements(): number {
    return this.engine.statements;
  }

  /** The claims behind one figure of entities. */
  claimsAtDoor(door: string): Reader<readonly Claim[]> {
    const reader = this.#doors.get(door) ?? claimsAtDoor(this.engine, door);
    this.#doors.set(door, reader);
    return reader;
  }

  /** What entities name in a role. */
  references(role: ReferenceRole): Reader<readonly EntityRow[]> {
    const reader = this.#references.get(role) ?? references(this.engine, role);
    this.#references.set(role, reader);
    return reader;
  }

  /** The entities that bear names which have been asked for before; undefined where one is new. */
  knownByName({ type, name }: NameAsked): readonly EntityRow[] | undefined {
    return this.#namesKnown.get(`${type}:${name}`);
  }

  /** The entities that bear names, a list for each. */
  entitiesByName(asked: readonly NameAsked[]): Read<readonly (readonly EntityRow[])[]> {
    return whenRead(this.#named(asked), (found) => {
      for (const [place, rows] of found.entries()) {
        const one = asked[place];
        if (one) this.#namesKnown.set(`${one.type}:${one.name}`, rows);
        for (const row of rows) this.entities.remember(row.key, [row]);
      }
      return found;
    });
  }

  /** Exchange rates, read once. */
  rates(): Read<Rates> {
    return this.#rates();
  }

  /** All places and what they belong to, read once. */
  geography(): Read<Geography> {
    return this.#geography();
  }

  /** The roles that links give to people, read once. */
  roles(): Read<readonly string[]> {
    return this.#roles();
  }

  /** The names of all entities, made ready to be searched once: of many some tenths of a second, in which nothing is answered. */
  nameIndex(): Read<NameIndex<EntityType>> {
    return this.#nameIndex();
  }

  /** The rules of all export controls, read once. */
  ruleBook(): Read<RuleBook> {
    return this.#ruleBook();
  }

  /**
   * A reader of a list below each of many parents that remembers, by what exactly was asked. `nothing` is what parents
   * have that are not in the answer.
   */
  remembered<T extends object>(asked: string, nothing: T, read: Reader<T>): Reader<T> {
    return (parents) => {
      const found = new Map<number, T>();
      const missing: number[] = [];
      for (const parent of parents) {
        // What is kept under a question is what its reader returned.
        const known = this.#lists.get(`${asked}|${parent}`) as T | undefined;
        if (known === undefined) missing.push(parent);
        else found.set(parent, known);
      }
      if (missing.length === 0) return found;
      return whenRead(read(missing), (fresh) => {
        for (const parent of missing) {
          const value = fresh.get(parent) ?? nothing;
          this.#lists.set(`${asked}|${parent}`, value);
          found.set(parent, value);
        }
        return found;
      });
    };
  }

  /** Reads what every request may need, so that the first one does not wait for it. */
  async warm(): Promise<void> {
    await Promise.all([this.rates(), this.geography(), this.ruleBook(), this.roles()]);
  }

  close(): Read<void> {
    return this.engine.close();
  }
}
