import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';

/** A kept revision through the default lens. @throws the client's error, which names those that are kept */
export function revisionArgument(context: Context, id: string, argument: string): Read<View> {
  return whenRead(context.revisionOf(id), (view) => {
    if (view !== null) return view;
    return whenRead(context.kept(), (kept) => {
      const ids = kept.map((one) => one.id);
      const known = ids.includes(context.revision.info.id) ? ids : [context.revision.info.id, ...ids];
      throw clientError(
        'NOT_FOUND',
        `No revision "${id.slice(0, 40)}" is kept; those that are: ${known.join(', ')}.`,
        argument,
      );
    });
  });
}
