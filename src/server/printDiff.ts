import { changesBetween, seeChanges, textOfChange, textOfMoved } from '../../schema/changesOf.ts';
import { openStore, type Publication, type StorePlace } from '../store/store.ts';
import { View } from '../store/view.ts';
import { StartError } from './startError.ts';

/** Prints what differs between two kept revisions, in words, a line for each claim and each figure that moved with it. */
export async function printDiff(
  place: StorePlace,
  from: string,
  to: string | null,
  print: (line: string) => void,
): Promise<void> {
  const store = await openStore(place);
  try {
    const kept = await store.kept();
    const current = await store.current();
    if (current === null) throw new StartError('nothing has been published here yet: run `chipgraph publish`');
    const [older, newer] = [named(kept, from), to === null ? current : named(kept, to)];
    const [before, after] = [await opened(older), await opened(newer)];
    try {
      await printChanges(before, after, print);
    } finally {
      await Promise.all([before, after].map(({ revision }) => revision.close()));
    }
  } finally {
    await store.close();
  }
}

async function opened(publication: Publication): Promise<View> {
  return View.of(await publication.open(), { pinned: false });
}

/** The kept revision of an id or of its beginning. */
function named(kept: readonly Publication[], id: string): Publication {
  const ids = new Set(kept.map((one) => one.id));
  const meant = [...ids].filter((one) => one.startsWith(id));
  const found = kept.find((one) => one.id === meant[0]);
  if (meant.length === 1 && found) return found;
  const listed = [
    ...new Map(kept.map((one) => [one.id, `${one.id} (published ${one.publishedAt})`] as const)).values(),
  ];
  const why = meant.length > 1 ? `"${id}" is the beginning of several revisions` : `no revision "${id}" is kept`;
  throw new StartError(`${why}; those that are: ${listed.join(', ')}`);
}

/** So many at a time, read together. */
const pageSize = 500;

async function printChanges(before: View, after: View, print: (line: string) => void): Promise<void> {
  const changes = (await changesBetween(before, after)) ?? [];
  const counts = { added: 0, removed: 0, changed: 0 };
  for (let place = 0; place < changes.length; place += pageSize) {
    for (const change of await seeChanges(before, after, changes.slice(place, place + pageSize))) {
      counts[change.before === null ? 'added' : change.after === null ? 'removed' : 'changed']++;
      print(await textOfChange(change));
      for (const moved of await change.moved()) {
        print(`  moves ${textOfMoved(moved)}`);
      }
    }
  }
  const [from, to] = [before.revision.info.id, after.revision.info.id];
  print(`${from} → ${to}: ${counts.added} claims added, ${counts.removed} removed, ${counts.changed} changed.`);
}
