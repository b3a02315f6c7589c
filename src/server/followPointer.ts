import type { Logger } from 'pino';
import { openRevision } from '../store/current.ts';
import { type Pointer, readPointer } from '../store/pointer.ts';
import type { ServedRevision } from './servedRevision.ts';

const everyMs = 1_000;

/**
 * Looks every second whether another revision has been published, by whatever process, and moves to it.
 *
 * One that cannot be opened is reported once, and the one before goes on being served. Answers how to stop looking, and
 * how to look at once.
 */
export function followPointer(
  store: string,
  opened: Pointer,
  served: ServedRevision,
  log: Logger,
): { look: () => Promise<void>; stop: () => void } {
  let seen = nameOf(opened);
  let reported = '';

  async function look(): Promise<void> {
    try {
      const pointer = readPointer(store);
      if (pointer === null || nameOf(pointer) === seen) return;
      // Before it is open, so that the look of the next second does not open it too.
      seen = nameOf(pointer);
      served.replace(await openRevision(store, pointer));
      log.info({ revision: pointer.id }, 'serves another revision');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== reported) log.error({ err: error }, `keeps the revision before: ${message}`);
      reported = message;
    }
  }

  const timer = setInterval(look, everyMs);
  return { look, stop: () => clearInterval(timer) };
}

/** The same records may be published again in a file that differs, after another version of SQLite for one. */
function nameOf({ id, sha256 }: Pointer): string {
  return `${id} ${sha256}`;
}
