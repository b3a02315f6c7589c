import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { entityArgument } from './globalId.ts';

/** The entity of an id, slug or name that an argument holds. @throws the client's error where there is not just one */
export function entityNamed(
  context: Context,
  view: View,
  id: string,
  type: EntityType,
  noun: string,
  argument: string,
): Read<Seen<EntityRow>> {
  const { slug, view: through } = entityArgument(context, view, id, [type], argument);
  return whenRead(through.named(type, slug), ([first, another]) => {
    const text = id.slice(0, 80);
    if (first === undefined) throw clientError('NOT_FOUND', `There is no ${noun} "${text}".`, argument);
    if (another)
      throw clientError('AMBIGUOUS_NAME', `"${text}" names more than one ${noun}: write the slug.`, argument);
    return first;
  });
}
