import { parseLens } from '../src/store/lens.ts';
import type { Seen } from '../src/store/seen.ts';
import { type EntityRow, type EntityType, entityTypes } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';

/** A node is an entity, a claim or a link. */
export type NodeType = EntityType | 'Claim' | 'Link';

/** What a global id says. */
export interface GlobalId {
  readonly type: NodeType;
  readonly slug: string;
  /** The view that the id names. */
  readonly view: View;
}

/** The longest id there is: a client may keep it as a key. */
export const longestId = 512;

/** The global id of what is seen through a view: a client's cache must not merge two views of one entity. */
export function globalId(type: NodeType, slug: string, view: View): string {
  const revision = view.revisionText === '' ? '' : `@${view.revisionText}`;
  const lens = type === 'Claim' || type === 'Source' ? '' : view.lensText;
  return `${type}:${slug}${revision}${lens === '' ? '' : `~${Buffer.from(lens).toString('base64url')}`}`;
}

/** The global id of an entity. */
export function entityId({ row, view }: Seen<EntityRow>): string {
  return globalId(row.type, row.slug, view);
}

const idForm = /^([A-Z][A-Za-z]*):([^~]+?)(?:@([0-9a-f]{16}))?(?:~(.+))?$/;

/** The revision that an id names; null where it names none. */
export function revisionNamed(id: string): string | null {
  return idForm.exec(id)?.[3] ?? null;
}

/** Reads a global id. @throws the client's error where it is none */
export function parseGlobalId(context: Context, id: string, argument: string): GlobalId {
  const [, type, slug, revision, lens = ''] = idForm.exec(id) ?? [];
  if (id.length > longestId || slug === undefined || type === undefined || !isNodeType(type)) {
    const kinds = [...entityTypes, 'Claim', 'Link'].join(', ');
    throw clientError(
      'BAD_ID',
      `"${shortened(id)}" is no id; write kind and slug, such as Company:alibaba. Kinds are ${kinds}.`,
      argument,
    );
  }
  const standard = revision === undefined ? context.view() : context.revisionAtHand(revision);
  if (standard === undefined) {
    throw clientError(
      'BAD_ID',
      `"${shortened(id)}" is of another revision; ask node for it, or leave "@${revision}" out.`,
      argument,
    );
  }
  const parsed = parseLens(Buffer.from(lens, 'base64url').toString(), standard.horizon);
  if (parsed === null) {
    throw clientError(
      'BAD_ID',
      `"${shortened(id)}" names a lens that cannot be read; ask for the id through view(lens) again.`,
      argument,
    );
  }
  return { type, slug, view: standard.through(parsed) };
}

/** An argument that names an entity where only some kinds can be meant: a full id, or the slug alone where that is enough. */
export function entityArgument(
  context: Context,
  view: View,
  id: string,
  types: readonly [EntityType, ...EntityType[]],
  argument: string,
): { readonly type: EntityType; readonly slug: string; readonly view: View } {
  if (!id.includes(':') && types.length === 1) return { type: types[0], slug: id, view };
  const named = parseGlobalId(context, id, argument);
  const type = types.find((one) => one === named.type);
  if (type === undefined) {
    throw clientError(
      'BAD_ID',
      `"${shortened(id)}" is a ${named.type}; ${argument} takes ${types.join(', ')}.`,
      argument,
    );
  }
  const isOther = named.view.revision !== view.revision;
  if (isOther && (named.view.lensText !== '' || named.view.revisionText !== '')) {
    throw clientError(
      'BAD_ID',
      `"${shortened(id)}" is of another revision than what it is asked of; write ${type}:${named.slug}.`,
      argument,
    );
  }
  return { type, slug: named.slug, view: named.view.lensText === '' ? view : named.view };
}

function isNodeType(text: string): text is NodeType {
  return text === 'Claim' || text === 'Link' || entityTypes.some((type) => type === text);
}

/** Long input is not repeated whole in an error. */
function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
