import type { InputRef } from '@pothos/core';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { ListWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { clientError } from './errors.ts';
import { type Filter, type FilterShape, withoutNull } from './filter.ts';

/** Conditions on a list of what hangs below a row, as a client writes them. */
export type ListShape = { readonly [Field in keyof ListWhere<FilterShape>]: FilterShape | null };

/** An input type for conditions on a list, and its meaning. */
export interface ListFilter<Where> {
  readonly ref: InputRef<unknown>;
  /** `within` is what is known to hold of the rows of the list besides. @throws the client's error for null */
  readonly where: (shape: ListShape, view: View, within?: Where) => Read<ListWhere<Where>>;
}

/** Declares conditions on a list of rows. The filter of these rows is asked for when the schema is built. */
export function listFilterOf<Where>(
  name: string,
  rows: string,
  joinedAnd: (all: readonly Where[]) => Where,
  filter: () => Filter<Where>,
): ListFilter<Where> {
  const ref = builder.inputType(name, {
    description: `Conditions on ${rows}; all that are given must hold.`,
    fields: (t) => {
      const { ref: type } = filter();
      return {
        among: t.field({ type, description: 'Look only at these. Default: all.' }),
        some: t.field({ type, description: 'At least one of those looked at meets this.' }),
        every: t.field({ type, description: 'There is at least one to look at, and each meets this.' }),
        none: t.field({ type, description: 'None of those looked at meets this.' }),
      };
    },
  });
  const where: ListFilter<Where>['where'] = (shape, view, within = joinedAnd([])) => {
    const { among, some, every, none } = withoutNull(shape);
    if (among !== undefined && [some, every, none].every((one) => one === undefined)) {
      throw clientError(
        'BAD_FILTER',
        'A list filter with `among` says which rows to look at, and nothing of them: add `some`, `every` or `none`, for example `some: {}` for at least one.',
        'where',
      );
    }
    const { where: meaning } = filter();
    return whenRead(among && meaning(among, view, within), (looked) => {
      const of = looked === undefined ? within : joinedAnd([within, looked]);
      const read = whenAllRead([some, every, none].map((one) => one && meaning(one, view, of)));
      return whenRead(read, ([inSome, inEvery, inNone]) => ({
        ...(looked && { among: looked }),
        ...(inSome && { some: inSome }),
        ...(inEvery && { every: inEvery }),
        ...(inNone && { none: inNone }),
      }));
    });
  };
  return { ref, where };
}
