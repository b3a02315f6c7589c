import { createHash } from 'node:crypto';
import type { CursorValue } from '../src/store/page.ts';
import type { View } from '../src/store/view.ts';
import { clientError } from './errors.ts';

/** The list that a cursor is of. It fits no other: rows stand elsewhere in that, or bear other keys. */
export interface ListAsked {
  readonly revision: string;
  /** In words, or as the client wrote it. */
  readonly order: string;
  /** All else that was asked, and the lens. */
  readonly filter: string;
}

/** Names a list, for its cursors, by its order and by the arguments that narrow it. */
export function listAsked(view: View, order: string, asked: object): ListAsked {
  const narrowing = Object.entries(asked).filter(([name]) => !paging.has(name));
  return { revision: view.revision.info.id, order, filter: `${view.lensText} ${JSON.stringify(narrowing)}` };
}

const paging = new Set(['first', 'after', 'last', 'before', 'orderBy']);

/** A cursor bears the form that it has, marks of the list that it is of, and what the row is ordered by. */
export function printCursor(of: ListAsked, keys: readonly CursorValue[]): string {
  const marks = [markOf(of.order), markOf(of.filter), markOf(of.revision)];
  return Buffer.from(JSON.stringify([form, markOf(JSON.stringify([marks, keys])), ...marks, ...keys])).toString(
    'base64url',
  );
}

/** What the row of a cursor is ordered by. @throws the client's error where the cursor is none, or of another list */
export function parseCursor(cursor: string, of: ListAsked, argument: string): readonly CursorValue[] {
  const parts = partsOf(cursor);
  if (parts === null)
    throw refused('The cursor cannot be read; take one from the `cursor` or `endCursor` of a page.', argument);
  const [, , order, filter, revision, ...keys] = parts;
  if (order !== markOf(of.order))
    throw refused('The cursor is of a list in another order; ask for the first page again.', argument);
  if (filter !== markOf(of.filter))
    throw refused('The cursor is of a list with another filter or lens; ask for the first page again.', argument);
  if (revision !== markOf(of.revision))
    throw refused(
      'The cursor is of another revision, in which rows stood elsewhere; ask for the first page again, or for the pages of that revision by its id.',
      argument,
    );
  return keys;
}

/** Raised where cursors are made otherwise. */
const form = 2;

function partsOf(cursor: string): readonly CursorValue[] | null {
  if (cursor.length > 4_000) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length < 6 || !parts.every(isCursorValue)) return null;
    const [found, mark, order, filter, revision, ...keys] = parts;
    const isWhole = mark === markOf(JSON.stringify([[order, filter, revision], keys]));
    return found === form && isWhole ? parts : null;
  } catch {
    return null;
  }
}

function isCursorValue(value: unknown): value is CursorValue {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function refused(message: string, argument: string) {
  return clientError('BAD_CURSOR', message, argument);
}

function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 6);
}
