/**
 * A name as look-ups compare it: without case, accents, and the sort and number of spaces and punctuation marks.
 * `Zhōngguó  Yídòng` and `zhongguo-yidong` fold to the same text; so do full-width and plain Latin letters.
 * Letters and digits of every script are kept. A name of marks alone (`***`) folds to itself in lower case.
 */
export function foldName(name: string): string {
  const plain = name.normalize('NFKD').replace(diacritics, '').toLowerCase().normalize('NFC');
  const folded = plain.replace(separators, '-').replace(edges, '');
  return folded === '' ? plain.trim() : folded;
}

/** Only the accents of European scripts: the voicing marks of kana and the vowel signs of Indic scripts tell words apart. */
const diacritics = /[\u0300-\u036f]/g;

const separators = /[^\p{L}\p{N}\p{M}]+/gu;

const edges = /^-|-$/g;
