import { hash } from 'node:crypto';
import type { PropertyDeclaration } from '../quantity/vocabulary.ts';
import type { Publication } from '../store/tables.ts';
import { idOf } from './catalogue.ts';
import type { ClaimEntry } from './claimShape.ts';
import type { ClaimTime } from './claimTime.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './entity.ts';
import type { Link } from './link.ts';
import type { Qualifier } from './readQualifiers.ts';

/** What makes a claim the one that it is. */
export interface ClaimParts extends ClaimTime {
  readonly subject: Entity;
  readonly link: Link | null;
  readonly property: string;
  readonly qualifiers: readonly Qualifier[];
  readonly definition: string | null;
  readonly entity: Draft | null;
  readonly publications: readonly Publication[];
}

/** The same text for all claims about the same thing, and for no others. */
export function factOf(parts: ClaimParts, { datatype }: PropertyDeclaration): string {
  const { subject, link, property, qualifiers, definition, period, asOf, entity } = parts;
  return JSON.stringify([
    subject.id,
    link?.id ?? null,
    property,
    qualifiers.map(({ name, identity }) => [name, identity]),
    period === null ? null : [period.first, period.last, asOf],
    definition,
    // What is claimed may differ within a fact; whom a figure concerns may not.
    datatype === 'quantity' && entity !== null ? idOf(entity) : null,
  ]);
}

/**
 * The id of a claim, made of what it says and who says it, so that it stays the same where a file is put in another
 * order, and where a claim is ranked, denied or restated later.
 */
export function claimId(fact: string, parts: ClaimParts, entry: ClaimEntry): string {
  const { subject, property, publications } = parts;
  const content = [
    fact,
    [entry.stated, entry.text, entry.date].map((words) => words?.trim() ?? null),
    parts.entity === null ? null : idOf(parts.entity),
    entry.speaker ?? entry.speakerWords ?? null,
    publications.map(({ slug, published }) => [slug, published]).sort(),
  ];
  return [subject.slug, property, hash('sha256', JSON.stringify(content)).slice(0, 8)].join('-');
}
