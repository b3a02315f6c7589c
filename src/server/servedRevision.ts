import type { Pinned } from '../store/keptRevisions.ts';
import type { Revision } from '../store/revision.ts';

/**
 * The revision that requests read.
 *
 * A request pins the one that is current when it begins and reads nothing else, so that an answer is of one piece. A
 * revision that has been replaced is closed after the last request that pinned it.
 */
export class ServedRevision {
  #current: Users;

  constructor(revision: Revision) {
    this.#current = { revision, count: 1 };
  }

  get current(): Revision {
    return this.#current.revision;
  }

  pin(): Pinned {
    const users = this.#current;
    users.count++;
    return { revision: users.revision, release: () => void release(users) };
  }

  replace(revision: Revision): void {
    const before = this.#current;
    this.#current = { revision, count: 1 };
    release(before);
  }

  /** To be called once, when no request will pin it any more. */
  async close(): Promise<void> {
    await release(this.#current);
  }
}

/** A revision, and how many hold it: the requests that pinned it, and one more as long as it is current. */
interface Users {
  readonly revision: Revision;
  count: number;
}

function release(users: Users): Promise<void> | void {
  users.count--;
  return users.count === 0 ? users.revision.close() : undefined;
}
