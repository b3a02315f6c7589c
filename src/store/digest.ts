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
 * Gathers digests of what claims say, a bucket of claims each, so that two revisions are compared by reading only the
 * claims of the buckets that differ. Claims come in the order of their keys, which is that of the facts: where it differs
 * between two revisions, a bucket is read for nothing, and none is missed.
 */
export class Digests {
  readonly #buckets = new Map<number, { readonly hash: Hash; readonly keys: number[] }>();

  add(row: ClaimRow, ids: KeysAsIds): void {
    const bucket = bucketOf(row.id);
    let known = this.#buckets.get(bucket);
    if (known === undefined) {
      known = { hash: createHash('sha256'), keys: [] };
      this.#buckets.set(bucket, known);
    }
    const parts = partsOf(row, ids);
    let text = row.id;
    for (const part of claimParts) text += `\u0000${parts[part]}`;
    known.hash.update(`${text}\n`);
    known.keys.push(row.key);
  }

  *rows(): Generator<DigestRow> {
    for (const [bucket, { hash, keys }] of [...this.#buckets].sort(([a], [b]) => a - b))
      yield { bucket, hash: hash.digest('hex').slice(0, 16), claimKeysJson: JSON.stringify(keys) };
  }
}
