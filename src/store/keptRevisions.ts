import type { Revision } from './revision.ts';
import type { Publication, Store } from './store.ts';

/** A revision in the hands of one request, until it gives it back. */
export interface Pinned {
  readonly revision: Revision;
  release(): void;
}

/** How many stay open beside the one that is served, and for how long after the last request that read them. */
const openAtMost = 3;
const idleMs = 60_000;

/** For how long the list of them is taken as it was: as long as a server takes to see another revision. */
const listedMs = 1_000;

/**
 * The revisions that a store keeps, for requests which compare them: each is opened when somebody first asks for it, and
 * closed once nobody has for a while.
 */
export class KeptRevisions {
  readonly #store: Pick<Store, 'kept'>;
  /** In the order in which they were last asked for. */
  readonly #open = new Map<string, Opened>();
  #listed: { readonly at: number; readonly publications: Promise<readonly Publication[]> } | null = null;

  constructor(store: Pick<Store, 'kept'>) {
    this.#store = store;
  }

  /** What is kept, newest first, each id once: of two forms of one revision the later. */
  list(): Promise<readonly Publication[]> {
    if (this.#listed !== null && performance.now() - this.#listed.at < listedMs) return this.#listed.publications;
    const publications = this.#store.kept().then(onePerId);
    const listed = { at: performance.now(), publications };
    this.#listed = listed;
    publications.catch(() => {
      if (this.#listed === listed) this.#listed = null;
    });
    return publications;
  }

  /** Opens one of them, or takes the one that is open. It is to be released. */
  async pin(publication: Publication): Promise<Pinned> {
    const { name } = publication;
    const opened = this.#open.get(name) ?? { revision: publication.open(), users: 0, timer: undefined };
    this.#open.delete(name);
    this.#open.set(name, opened);
    opened.users++;
    clearTimeout(opened.timer);
    let revision: Revision;
    try {
      revision = await opened.revision;
    } catch (error) {
      if (this.#open.get(name) === opened) this.#open.delete(name);
      throw error;
    }
    this.#closeUnused();
    return { revision, release: () => this.#release(name, opened) };
  }

  /** To be called once, when no request will pin any more. */
  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((name) => this.#close(name)));
  }

  #release(name: string, opened: Opened): void {
    opened.users--;
    if (opened.users > 0) return;
    opened.timer = setTimeout(() => void this.#close(name), idleMs).unref();
    this.#closeUnused();
  }

  /** Closes those longest unasked for, where too many are open and nobody reads them. */
  #closeUnused(): void {
    for (const [name, { users }] of this.#open) {
      if (this.#open.size <= openAtMost) return;
      if (users === 0) void this.#close(name);
    }
  }

  async #close(name: string): Promise<void> {
    const opened = this.#open.get(name);
    this.#open.delete(name);
    clearTimeout(opened?.timer);
    await opened?.revision.then((revision) => revision.close());
  }
}

interface Opened {
  readonly revision: Promise<Revision>;
  users: number;
  timer: NodeJS.Timeout | undefined;
}

function onePerId(publications: readonly Publication[]): readonly Publication[] {
  return [...new Map(publications.toReversed().map((one) => [one.id, one] as const)).values()].toReversed();
}
