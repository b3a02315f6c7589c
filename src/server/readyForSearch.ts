import type { Logger } from 'pino';
import type { ServedRevision } from './servedRevision.ts';

/** So long after the start the names are made ready to be searched, so that neither it nor the first answers wait for them. */
const pauseMs = 500;

/** Makes the served revision ready to be searched a moment later. Answers how not to. */
export function readyForSearch(served: ServedRevision, log: Logger): () => void {
  const timer = setTimeout(async () => {
    const { revision, release } = served.pin();
    try {
      await revision.nameIndex();
    } catch (error) {
      // The first search tries again.
      log.warn({ err: error }, 'the names cannot be read yet');
    } finally {
      release();
    }
  }, pauseMs);
  return () => clearTimeout(timer);
}
