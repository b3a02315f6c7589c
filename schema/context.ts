import type { KeptRevisions, Pinned } from '../src/store/keptRevisions.ts';
import type { Lens } from '../src/store/lens.ts';
import type { Revision } from '../src/store/revision.ts';
import type { Publication } from '../src/store/store.ts';
import { View } from '../src/store/view.ts';
import type { Read } from '../src/store/whenRead.ts';

/** What resolvers of one request share: the revision that it is pinned to, its views, and others that it compares with. */
export interface Context {
  readonly revision: Revision;
  /** The view of that revision through a lens; left out, through the default one. The same lens gives the same view. */
  view(lens?: Lens): View;
  /** The revisions that are kept, newest first. */
  kept(): Promise<readonly Publication[]>;
  /** A kept revision through the default lens, for this request; null where none of that id is kept. */
  revisionOf(id: string): Read<View | null>;
  /** The same where this request has asked for it before; else undefined. */
  revisionAtHand(id: string): View | undefined;
  /** Gives back what was opened. To be called once, when the answer is made. */
  release(): void;
}

/** The context of one request. Without `keptRevisions` there is the one revision alone. */
export function createContext(revision: Revision, keptRevisions?: KeptRevisions): Context {
  const standard = View.of(revision, { pinned: true });
  const asked = new Map<string, Promise<View | null>>();
  const atHand = new Map([[revision.info.id, standard]]);
  const pins: Pinned[] = [];

  const kept = async () => (await keptRevisions?.list()) ?? [];

  async function openView(id: string): Promise<View | null> {
    const publication = (await kept()).find((one) => one.id === id);
    if (publication === undefined || keptRevisions === undefined) return null;
    const pinned = await keptRevisions.pin(publication);
    pins.push(pinned);
    const view = View.of(pinned.revision, { pinned: false });
    atHand.set(id, view);
    return view;
  }

  return {
    revision,
    view: (lens) => standard.through(lens),
    kept,
    revisionOf(id) {
      const view = atHand.get(id) ?? asked.get(id) ?? openView(id);
      if (view instanceof Promise) asked.set(id, view);
      return view;
    },
    revisionAtHand: (id) => atHand.get(id),
    release() {
      for (const pinned of pins) pinned.release();
    },
  };
}
