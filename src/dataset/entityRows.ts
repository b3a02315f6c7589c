import { foldName } from '../quantity/foldName.ts';
import { lastDayOf } from '../quantity/period.ts';
import { stepLengthOf } from '../quantity/stepLengthOf.ts';
import type { EntityRow, NameRow, ReferenceRole, ReferenceRow } from '../store/tables.ts';
import { idOf } from './catalogue.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './entity.ts';

/** The key of an entity, link or claim. */
export type KeyOf<Thing> = (thing: Thing) => number;

/** The keys of entities: their places in the order of global ids, in which they come, from 1. */
export function entityKeys(entities: readonly Entity[]): KeyOf<Entity | Draft> {
  const keys = new Map<Entity | Draft, number>();
  for (const [index, entity] of entities.entries()) keys.set(entity, index + 1).set(entity.draft, index + 1);
  return (entity) => {
    const key = keys.get(entity);
    if (key === undefined) throw new Error(`${idOf(entity)} has no key`);
    return key;
  };
}

/** The row of an entity. */
export function entityRow({ type, slug, name, draft, period, fiscalYearEnds }: Entity, key: number): EntityRow {
  return {
    key,
    type,
    slug,
    name,
    sortName: foldName(name),
    aliasesJson: JSON.stringify(draft.aliases),
    description: draft.description,
    kindsJson: JSON.stringify(draft.kinds),
    status: draft.status,
    periodLabel: period?.label ?? null,
    periodFirst: period?.first ?? null,
    periodLast: period?.last ?? null,
    periodStep: period && stepLengthOf(period),
    publishedDay: lastDayOf(draft.detail.published ?? ''),
    publisherName: draft.detail.publisher === undefined ? null : foldName(draft.detail.publisher),
    detailJson: JSON.stringify({ ...draft.detail, ...(fiscalYearEnds !== null && { fiscalYearEnds }) }),
  };
}

/** The rows of what an entity names, in the order of the file. */
export function referenceRows({ references }: Entity, fromKey: number, keyOf: KeyOf<Draft>): readonly ReferenceRow[] {
  const counts = new Map<ReferenceRole, number>();
  return references.map(({ role, to }) => {
    const position = counts.get(role) ?? 0;
    counts.set(role, position + 1);
    return { fromKey, role, position, toKey: keyOf(to) };
  });
}

/** The names that find an entity, each once, as the best that it is. */
export function nameRows({ type, slug, name, draft }: Entity, key: number): readonly NameRow[] {
  const ranked = [
    ...[name, ...draft.aliases].map((one) => [foldName(one), 3] as const),
    ...(draft.detail.identifiers ?? []).map(({ scheme, value }) => [foldName(`${scheme}:${value}`), 2] as const),
    ...draft.mergedSlugs.map((one) => [foldName(one), 1] as const),
    [foldName(slug), 0] as const,
  ];
  const byName = new Map<string, NameRow['rank']>(ranked);
  return [...byName].map(([one, rank]) => ({ type, name: one, key, rank }));
}
