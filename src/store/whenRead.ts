/** A value at hand, or on its way. SQLite and memory give the first, PostgreSQL the second. */
export type Read<T> = T | Promise<T>;

/** Applies `next` at once to a value at hand, else when it arrives: a promise only where one is needed. */
export function whenRead<In, Out>(value: Read<In>, next: (value: In) => Read<Out>): Read<Out> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** Many values as one: at hand where all of them are. */
export function whenAllRead<T>(values: readonly Read<T>[]): Read<readonly T[]> {
  const atHand: T[] = [];
  for (const value of values) {
    if (value instanceof Promise) return Promise.all(values);
    atHand.push(value);
  }
  return atHand;
}
