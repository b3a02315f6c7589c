import { setTimeout as wait } from 'node:timers/promises';
import type { Publication, StorePlace } from '../store/store.ts';
import { StoreError } from '../store/storeError.ts';
import { type Published, publishWhereChanged } from './publishData.ts';
import { DataProblems } from './startError.ts';
import { watchFolder } from './watchFolder.ts';

/** How long a replica may take until it has what was just published. */
const replicaMs = 60_000;

/**
 * What a server serves first. In a folder of its own that is the facts as they stand; in a database, which others publish
 * to, what is current there, and the facts only where nothing is.
 */
export async function firstPublication(
  published: Published,
  { watch, databaseUrl, databaseReadUrl }: StorePlace & { readonly watch: boolean },
): Promise<Publication> {
  if (watch) return lastThatCompiles(published);
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

/** The facts as they stand, or, with the problems told, the revision before; without one, as soon as they compile. */
async function lastThatCompiles(published: Published): Promise<Publication> {
  const publication = (await publishOrTell(published)) ?? (await published.store.current());
  if (publication !== null) return publication;
  console.error('Waiting for data/ to change.');
  return new Promise((resolve) => {
    const stop = watchFolder(published.data, async () => {
      const first = await publishOrTell(published);
      if (first === null) return;
      stop();
      resolve(first);
    });
  });
}

/** Publishes facts that have changed. */
export async function publishChange(published: Published): Promise<void> {
  const publication = await publishOrTell(published);
  if (publication !== null) console.log(`Published revision ${publication.id}`);
}

/** Null where the facts have problems, which are told. */
async function publishOrTell(published: Published): Promise<Publication | null> {
  try {
    return await publishWhereChanged(published);
  } catch (error) {
    if (!(error instanceof DataProblems)) throw error;
    console.error(error.message);
    return null;
  }
}
