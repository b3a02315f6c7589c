import { type EntityType, entityTypes } from './tables.ts';

/** How many entities of one kind. */
export interface TypeCount {
  readonly type: EntityType;
  readonly count: number;
}

/**
 * How many of some entities there are of each kind, without a look at them: keys are given from 1 on in the order of
 * global ids, which begin with the kind. `all` is how many entities of each kind the revision has.
 */
export function typeCounts(all: Readonly<Record<string, number>>, keys: readonly number[]): readonly TypeCount[] {
  let last = 0;
  const kinds = [...entityTypes].sort().map((type) => {
    last += all[type] ?? 0;
    return { type, last, count: 0 };
  });
  for (const key of keys) {
    const kind = kinds.find((one) => key <= one.last);
    if (kind !== undefined) kind.count += 1;
  }
  return kinds.flatMap(({ type, count }) => (count === 0 ? [] : [{ type, count }]));
}
