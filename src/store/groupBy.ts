/** Items by a key, in their order; an entry for each of `keys`, also for those that have none. */
export function groupBy<Item>(
  keys: readonly number[],
  items: readonly Item[],
  keyOf: (item: Item) => number,
): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>(keys.map((key) => [key, []]));
  for (const item of items) groups.get(keyOf(item))?.push(item);
  return groups;
}
