import type { ClaimRow } from './tables.ts';

/** What keys in the row of a claim stand for: a key means nothing in another revision. */
export interface KeysAsIds {
  /** `Company:alibaba`. */
  readonly entity: (key: number) => string;
  readonly claim: (key: number) => string;
}

/** The parts of a claim in which it may read otherwise in another revision, as the fields of a claim name them. */
export const claimParts = [
  'figure',
  'period',
  'qualifiers',
  'text',
  'evidence',
  'kind',
  'speaker',
  'rank',
  'reason',
  'superseded-by',
  'denied-by',
  'inferred',
  'subject',
] as const;

/** One of these parts. */
export type ClaimPart = (typeof claimParts)[number];

/**
 * What a claim says, part by part, besides what its id is made of: its fact, its words, its sources. Not the line in which
 * it stands, nor the keys of its revision. `subject` is whom it is found at: the investor of capital expenditure.
 */
export function partsOf(row: ClaimRow, ids: KeysAsIds): Readonly<Record<ClaimPart, string>> {
  // The compiler wrote it in this form.
  const deniedBy = (JSON.parse(row.deniedByJson) as readonly number[]).map(ids.entity);
  const { value, low, high, lowOpen, highOpen, bounds, unit } = row;
  return {
    figure: unit === null ? '' : `${value} ${low} ${high} ${lowOpen} ${highOpen} ${bounds} ${unit}`,
    period: row.periodLabel ?? '',
    qualifiers: row.qualifiersJson,
    text: row.text ?? '',
    evidence: row.evidence,
    kind: row.kind ?? '',
    speaker: `${row.speakerName ?? ''} ${row.speakerRole ?? ''} ${row.speakerKey === null ? '' : ids.entity(row.speakerKey)}`,
    rank: row.rank,
    reason: row.reason ?? '',
    'superseded-by': row.supersededByKey === null ? '' : ids.claim(row.supersededByKey),
    'denied-by': deniedBy.join(' '),
    inferred: String(row.inferred),
    subject: ids.entity(row.holderKey),
  };
}
