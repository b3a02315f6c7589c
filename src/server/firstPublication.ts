import { setTimeout as wait } from 'node:timers/promises';
import type { Publication, StorePlace } from '../store/store.ts';
import { StoreError } from '../store/storeError.ts';
import { type Published, publishWhereChanged } from './publishData.ts';
import { lastThatCompiles, type Told } from './watchedData.ts';

/** How long a replica may take until it has what was just published. */
const replicaMs = 60_000;

/**
 * What a server serves first. In a folder of its own that is the facts as they stand; in a database, which others publish
 * to, what is current there, and the facts only where nothing is.
 */
export async function firstPublication(
  published: Published,
  { watch, databaseUrl, databaseReadUrl }: StorePlace & { readonly watch: boolean },
  told: Told,
): Promise<Publication> {
  if (watch) return lastThatCompiles(published, told);
  if (!databaseUrl && !databaseReadUrl) return publishWhereChanged(published);
  const current = await published.store.current();
  if (current !== null) return current;
  await publishWhereChanged(published);
  return arrived(published.store);
}

/** The first revision of an empty database, once the replica that is read has it. */
async function arrived(store: Published['store']): Promise<Publication> {
  for (let waited = 0; waited < replicaMs; waited += 250) {
    const current = await store.current();
    if (current !== null) return current;
    await wait(250);
  }
  throw new StoreError(
    'the database of DATABASE_READ_URL has not got the revision that was published: is it a replica?',
  );
}
