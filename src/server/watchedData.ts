import type { Publication } from '../store/store.ts';
import { type Published, publishWhereChanged, requireFolder } from './publishData.ts';
import { DataProblems } from './startError.ts';
import { watchFolder } from './watchFolder.ts';

/** The facts as they stand, or, with the problems told, the revision before; without one, as soon as they compile. */
export function lastThatCompiles(published: Published, told: Told): Promise<Publication> {
  requireFolder(published.data);
  return new Promise((resolve, reject) => {
    let waiting = false;
    const stop = watchFolder(published.data, async () => {
      try {
        const publication = (await publishOrTell(published, told)) ?? (await published.store.current());
        if (publication !== null) {
          stop();
          resolve(publication);
        } else if (!waiting) {
          console.error('Waiting for data/ to change.');
          waiting = true;
        }
      } catch (error) {
        stop();
        reject(error);
      }
    });
  });
}

/** Publishes the facts where they have changed since, tells so, and looks for the revision to serve. */
export function publisherOfChanges(
  published: Published,
  told: Told,
  since: Publication,
  look: () => Promise<void>,
): () => Promise<void> {
  let last = since.id;
  return async () => {
    const publication = await publishOrTell(published, told);
    if (publication === null || publication.id === last) return;
    last = publication.id;
    console.log(`Published revision ${publication.id}`);
    await look();
  };
}

/** What was said of the facts last: the same problems are told once. */
export interface Told {
  problems: string | null;
}

/** Null where the facts have problems, which are told. */
async function publishOrTell(published: Published, told: Told): Promise<Publication | null> {
  try {
    const publication = await publishWhereChanged(published);
    told.problems = null;
    return publication;
  } catch (error) {
    if (!(error instanceof DataProblems)) throw error;
    if (error.message !== told.problems) console.error(error.message);
    told.problems = error.message;
    return null;
  }
}
