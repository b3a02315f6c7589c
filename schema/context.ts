import { defaultLens, type Lens, printLens } from '../src/store/lens.ts';
import type { Revision } from '../src/store/revision.ts';
import { View } from '../src/store/view.ts';

/** What resolvers of one request share: the revision that it is pinned to, and its views. */
export interface Context {
  readonly revision: Revision;
  /** The view through a lens; left out, through the default one. The same lens gives the same view. */
  view(lens?: Lens): View;
}

/** The context of one request. */
export function createContext(revision: Revision): Context {
  const standard = defaultLens(revision.info.horizon);
  const views = new Map<string, View>();
  return {
    revision,
    view(lens = standard) {
      const text = printLens(lens, revision.info.horizon);
      const view = views.get(text) ?? new View(revision, lens);
      views.set(text, view);
      return view;
    },
  };
}
