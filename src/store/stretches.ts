import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { always } from './booleanSql.ts';
import type { CursorValue, OrderKey, Page } from './page.ts';

/** A part of an ordered list, all of whose rows come before those of the next part. */
export interface Stretch {
  readonly where: RawBuilder<SqlBool>;
  /** What orders the rows within it; the first key is known of all of them. */
  readonly order: readonly OrderKey[];
  /** Where to go on within it; null for all of it. */
  readonly cursor: readonly CursorValue[] | null;
}

/**
 * The stretches of a list that a page may reach, in the order of reading: the rows of which the first key is known, then
 * those of which it is not, which the next key orders, and so on. An index gives each in its order; it gives no order in
 * which unknown comes last whichever way.
 */
export function stretchesOf(
  order: readonly OrderKey[],
  { cursor, backward }: Pick<Page, 'cursor' | 'backward'>,
): readonly Stretch[] {
  const [first, ...rest] = order;
  if (first === undefined || !first.nullable) return [{ where: always, order, cursor }];
  const { expression } = first;
  const known = (from: readonly CursorValue[] | null): Stretch => ({
    where: sql`${expression} is not null`,
    order: [{ ...first, nullable: false }, ...rest],
    cursor: from,
  });
  const unknown = (from: readonly CursorValue[] | null): readonly Stretch[] =>
    stretchesOf(rest, { cursor: from, backward }).map((stretch) => ({
      ...stretch,
      where: sql`${expression} is null and ${stretch.where}`,
    }));
  if (cursor === null) return backward ? [...unknown(null), known(null)] : [known(null), ...unknown(null)];
  const [at = null, ...further] = cursor;
  if (at === null) return backward ? [...unknown(further), known(null)] : unknown(further);
  return backward ? [known(cursor)] : [known(cursor), ...unknown(null)];
}
