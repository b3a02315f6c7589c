import { createHash, type Hash } from 'node:crypto';
import type { Batch } from '../store/batch.ts';
import { compareTexts } from './compareTexts.ts';
import { batchOf, type Piece } from './piece.ts';
import { PreparedRows } from './preparedRows.ts';

/**
 * Makes of the pieces of the compiler all rows of a revision: its own, and those that follow from them, the figures of the
 * default View and the passages of search.
 */
export class Preparation {
  readonly #hashes = new Map<string, Hash>();
  readonly #prepared = new PreparedRows();

  /** The rows of a piece, and what follows from them. */
  *take(piece: Piece): Generator<Batch> {
    const hash = this.#hashes.get(piece.table) ?? createHash('sha256');
    this.#hashes.set(piece.table, hash.update(piece.lines));
    const batch = batchOf(piece);
    yield batch;
    yield* this.#prepared.after(batch);
  }

  /** What follows from all pieces. */
  finish(): Generator<Batch> {
    return this.#prepared.rest();
  }

  /** The id of the revision, to be asked once: the hash of what the compiler made, of which its version is a part. */
  id(): string {
    const whole = createHash('sha256');
    for (const [table, hash] of [...this.#hashes].sort(([a], [b]) => compareTexts(a, b)))
      whole.update(`${table} ${hash.digest('hex')}\n`);
    return whole.digest('hex').slice(0, 16);
  }
}
