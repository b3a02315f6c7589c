import { clientError } from './errors.ts';

/** One value of each key, null where it is unknown, in every way that the values of a row can be put together. */
export function combinations<Value>(values: readonly (readonly Value[])[]): readonly (readonly (Value | null)[])[] {
  return values.reduce<readonly (readonly (Value | null)[])[]>(
    (so, ofKey) => so.flatMap((one) => (ofKey.length === 0 ? [[...one, null]] : ofKey.map((value) => [...one, value]))),
    [[]],
  );
}

/** More groups than may come of rows. */
export function tooManyGroups(most: number): Error {
  return clientError(
    'BUDGET_EXCEEDED',
    `There are more than ${most.toLocaleString('en')} groups; group by fewer keys, or narrow the list with where.`,
    'keys',
  );
}
