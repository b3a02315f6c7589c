import type { Read } from './whenRead.ts';

/** Reads something the first time it is asked for. A read that failed is forgotten, so that the next one tries again. */
export function readOnce<T>(read: () => Read<T>): () => Read<T> {
  let known: { readonly value: Read<T> } | undefined;
  return () => {
    if (known !== undefined) return known.value;
    const value = read();
    known = { value };
    if (value instanceof Promise) {
      value.then(
        // At once from now on.
        (found) => {
          known = { value: found };
        },
        () => {
          known = undefined;
        },
      );
    }
    return value;
  };
}
