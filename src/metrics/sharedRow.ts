import type { Row } from './extent.ts';
import { partShared } from './partShared.ts';

/**
 * A row of several as it stands in the group of each: there as anything from nothing to all of it, and what a group has alone
 * is counted before it.
 */
export function sharedRow<One extends Row>(row: One, nonNegative: boolean): One {
  const { figure, extent } = row;
  return {
    ...row,
    figure: figure && partShared(figure, nonNegative),
    extent: extent && { ...extent, rank: extent.rank + 1 },
  };
}
