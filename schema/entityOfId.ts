import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { globalId, parseGlobalId } from './globalId.ts';
import { isEntity, nodeOf } from './node.ts';

/** The entity of any kind that an argument names, seen through the view that its id names, else through the one asked. */
export function entityOfId(context: Context, view: View, id: string, argument: string): Read<Seen<EntityRow> | null> {
  const named = parseGlobalId(context, id, argument);
  const seen = named.view.lensText === '' ? globalId(named.type, named.slug, view) : id;
  return whenRead(nodeOf(context, seen, argument), (node) => {
    if (node === null || isEntity(node)) return node;
    throw clientError(
      'BAD_ID',
      `"${id}" is no entity; ${argument} takes the id of one, such as Company:alibaba.`,
      argument,
    );
  });
}

/** The same where nothing can be answered without it. @throws the client's error where nothing has that id */
export function knownEntityOfId(context: Context, view: View, id: string, argument: string): Read<Seen<EntityRow>> {
  return whenRead(entityOfId(context, view, id, argument), (entity) => {
    if (entity !== null) return entity;
    throw clientError(
      'NOT_FOUND',
      `Nothing has the id "${id.slice(0, 80)}": look it up by name, as company(slug: "…") { id } does.`,
      argument,
    );
  });
}
