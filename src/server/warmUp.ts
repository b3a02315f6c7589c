import type { Logger } from 'pino';
import { warmManyRows } from '../../schema/warmManyRows.ts';
import type { ServedRevision } from './servedRevision.ts';

/** So long after the start what takes longer is read, so that neither it nor the first answers wait for it. */
const pauseMs = 500;

/** Makes the served revision ready to be searched, and to be added up, a moment later. Answers how not to. */
export function warmUp(served: ServedRevision, log: Logger): () => void {
  const timer = setTimeout(async () => {
    const { revision, release } = served.pin();
    try {
      await revision.nameIndex();
      await warmManyRows(revision);
    } catch (error) {
      // The first question that needs it tries again.
      log.warn({ err: error }, 'the revision cannot be read ahead yet');
    } finally {
      release();
    }
  }, pauseMs);
  return () => clearTimeout(timer);
}
