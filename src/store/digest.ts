import { createHash, type Hash } from 'node:crypto';
import { claimParts, type KeysAsIds, partsOf } from './claimParts.ts';
import type { ClaimRow, DigestRow } from './tables.ts';

/** How many buckets there are: few enough to compare at once, so many that one holds few claims. */
const buckets = 4096;

/** The bucket of a claim: in every revision the same, whatever else is in it. */
function bucketOf(id: string): number {
  let hash = 0;
  for (let place = 0; place < id.length; place++) hash = (Math.imul(hash, 31) + id.charCodeAt(place)) >>> 0;
  return hash % buckets;
}

/**
 * Digests of what claims say, a bucket of claims each, so that two revisions are compared by reading only the claims of
 * the buckets that differ.
 */
export function digestRows(claims: readonly ClaimRow[], ids: KeysAsIds): readonly DigestRow[] {
  const found = new Map<number, { readonly hash: Hash; readonly keys: number[] }>();
  const ordered = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const row of ordered) {
    const bucket = bucketOf(row.id);
    let known = found.get(bucket);
    if (known === undefined) {
      known = { hash: createHash('sha256'), keys: [] };
      found.set(bucket, known);
    }
    const parts = partsOf(row, ids);
    known.hash.update(JSON.stringify([row.id, claimParts.map((part) => parts[part])]));
    known.keys.push(row.key);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([bucket, { hash, keys }]) => ({
      bucket,
      hash: hash.digest('hex').slice(0, 16),
      claimKeysJson: JSON.stringify(keys),
    }));
}
