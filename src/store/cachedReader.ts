import { LRUCache } from 'lru-cache';
import { type Read, whenRead } from './whenRead.ts';

/** Reads something of many rows at once, by their keys: an entry for each key, also for those that have nothing. */
export type Reader<T> = (keys: readonly number[]) => Read<ReadonlyMap<number, T>>;

/** A reader that remembers, and may be told what was read elsewhere. */
export interface CachedReader<T> extends Reader<T> {
  (keys: readonly number[]): Read<ReadonlyMap<number, T>>;
  remember(key: number, value: T): void;
}

/**
 * A reader that remembers. What was read from a revision is true for ever, so nothing is ever thrown out but what has
 * not been asked for the longest time, past `max` entries.
 */
export function cachedReader<T extends object>(max: number, read: Reader<T>): CachedReader<T> {
  const known = new LRUCache<number, T>({ max });
  const reader: Reader<T> = (keys) => {
    const found = new Map<number, T>();
    const missing: number[] = [];
    for (const key of keys) {
      const value = known.get(key);
      if (value === undefined) missing.push(key);
      else found.set(key, value);
    }
    if (missing.length === 0) return found;
    return whenRead(read(missing), (fresh) => {
      for (const [key, value] of fresh) {
        known.set(key, value);
        found.set(key, value);
      }
      return found;
    });
  };
  return Object.assign(reader, { remember: (key: number, value: T) => void known.set(key, value) });
}
