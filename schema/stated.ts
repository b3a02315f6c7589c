import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import type { Claim } from '../src/store/claim.ts';
import { claimsAtDoor } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';

/** What kinds an entity is of, the main one first, in the words that the interface knows. */
export function kindsOf<Word extends string>({ row }: Seen<EntityRow>, known: Readonly<Record<Word, string>>): Word[] {
  // The compiler wrote it in this form.
  return (JSON.parse(row.kindsJson) as string[]).filter((kind) => isWord(kind, known));
}

/** The one kind that an entity is of; `otherwise` where the revision knows a kind that the interface does not. */
export function kindOf<Word extends string>(
  entity: Seen<EntityRow>,
  known: Readonly<Record<Word, string>>,
  otherwise: Word,
): Word {
  return kindsOf(entity, known)[0] ?? otherwise;
}

/** How far an entity has come, in the words that the interface knows; null where it does not say. */
export function statusOf<Word extends string>(
  { row }: Seen<EntityRow>,
  known: Readonly<Record<Word, string>>,
): Word | null {
  return row.status !== null && isWord(row.status, known) ? row.status : null;
}

/** The text that is claimed of an entity on the day of the lens; null where none counts. */
export function factTextOf<Word extends string>(
  entity: Seen<EntityRow>,
  property: PropertyId,
  known: Readonly<Record<Word, string>>,
): Read<Word | null> {
  return whenRead(
    bestClaim(entity, property, ({ text }) => text !== null),
    (claim) => (claim?.text != null && isWord(claim.text, known) ? claim.text : null),
  );
}

/** A date that is claimed of an entity. */
export interface ClaimedDate {
  /** As stated: a day, a month or a year. */
  readonly date: string;
  /** Whether only claims of weak confidence give one. */
  readonly tentative: boolean;
}

/** The date that is claimed of an entity; null where none counts. */
export function factDateOf(entity: Seen<EntityRow>, property: PropertyId): Read<string | null> {
  return whenRead(claimedDateOf(entity, property), (claimed) => claimed?.date ?? null);
}

/** The date that is claimed of an entity, and how well; null where none counts. */
export function claimedDateOf(entity: Seen<EntityRow>, property: PropertyId): Read<ClaimedDate | null> {
  return whenRead(
    bestClaim(entity, property, ({ date }) => date !== null),
    (claim) => (claim?.date == null ? null : { date: claim.date, tentative: claim.rank === 'tentative' }),
  );
}

function bestClaim(entity: Seen<EntityRow>, property: PropertyId, has: (claim: Claim) => boolean): Read<Claim | null> {
  return whenRead(claimsAtDoor(entity, property), (claims) => {
    const fact = chooseFact(entity.view, claims, {
      property,
      period: 'latest',
      definition: null,
      definitions: [],
      has,
    });
    return fact?.counting[0] ?? null;
  });
}

function isWord<Word extends string>(word: string, known: Readonly<Record<Word, string>>): word is Word {
  return word in known;
}
