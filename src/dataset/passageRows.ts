import { passageWords } from '../search/passageWords.ts';
import type { PassageRow } from '../store/passageRow.ts';
import type { ClaimRow, EntityRow, EntityType } from '../store/tables.ts';

/** Kinds whose names are composed of those of other entities: they are found by the words of their names. */
const composedKinds: readonly EntityType[] = ['Investment', 'Shipment'];

/** The passages of text that search looks into, in the order in which it prefers them. */
export function passageRows(entities: readonly EntityRow[], claims: readonly ClaimRow[]): readonly PassageRow[] {
  const passages = [
    ...entities
      .filter(({ type }) => composedKinds.includes(type))
      .map(({ key, name, slug }) => passage(0, key, null, `${name} ${slug}`)),
    ...entities.flatMap(({ key, description }) => (description === null ? [] : passage(1, key, null, description))),
    ...claims.flatMap(({ key, subjectKey, text }) => (text === null ? [] : passage(2, subjectKey, key, text))),
  ].filter(({ words }) => words.length > 0);
  passages.sort(
    (a, b) =>
      a.part - b.part ||
      a.words.length - b.words.length ||
      a.entityKey - b.entityKey ||
      (a.claimKey ?? 0) - (b.claimKey ?? 0),
  );
  return passages.map(({ entityKey, claimKey, words }, index) => ({
    key: index + 1,
    entityKey,
    claimKey,
    words: words.join(' '),
  }));
}

function passage(part: number, entityKey: number, claimKey: number | null, text: string) {
  return { part, entityKey, claimKey, words: passageWords(text) };
}
