import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptRevisions } from '../src/store/keptRevisions.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { type Serving, type Standing, serving, standingTwins } from './ask.ts';
import { batchesOf } from './compiled.ts';
import { newDatabase } from './postgres/newDatabase.ts';
import { smallRevision } from './smallData.ts';

/** Small folders of facts, as `smallData` takes them, published one after the other into both stores. */
export interface KeptData extends Standing {
  /** The ids of the revisions, in the order in which they were published. */
  readonly ids: readonly string[];
}

/** Servers over the last of several revisions, which can be asked for the others. */
export function keptData(...folders: readonly Readonly<Record<string, string>>[]): KeptData {
  const revisions = folders.map(smallRevision);
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const stores: Store[] = [];

  async function started(store: Store): Promise<Serving> {
    stores.push(store);
    for (const revision of revisions) await store.publish(batchesOf(revision), 'test');
    const current = await store.current();
    if (current === null) throw new Error('nothing was published');
    return serving(await current.open(), new KeptRevisions(store));
  }

  const twins = standingTwins(
    async () => [
      await started(await openStore({ store: folder })),
      await started(await openStore({ store: '', databaseUrl: await newDatabase() })),
    ],
    () => {
      for (const store of stores) void store.close();
      rmSync(folder, { recursive: true });
    },
  );
  return { ...twins, ids: revisions.map(({ id }) => id) };
}
