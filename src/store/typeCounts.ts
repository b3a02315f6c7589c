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
  return [...entityTypes].sort().flatMap((type) => {
    const before = last;
    last += all[type] ?? 0;
    const count = keys.filter((key) => key > before && key <= last).length;
    return count === 0 ? [] : [{ type, count }];
  });
}
