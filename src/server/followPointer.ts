import type { Logger } from 'pino';
import type { Publication, Store } from '../store/store.ts';
import type { ServedRevision } from './servedRevision.ts';
import { warmUp } from './warmUp.ts';

const everyMs = 1_000;

/** While the store cannot be asked, it is asked ever more seldom, up to this, up to half as long again. */
const longestPauseMs = 4_000;

/**
 * Looks every second whether another revision has been published, by whatever process, and moves to it once it is open
 * and its first reads are at hand.
 *
 * One that cannot be opened is reported once, and the one before goes on being served. Answers how to stop looking, and
 * how to look at once.
 */
export function followPointer(
  store: Store,
  opened: Publication,
  served: ServedRevision,
  log: Logger,
): { look: () => Promise<void>; stop: () => void } {
  let seen = opened.name;
  let reported = '';
  let looking: Promise<boolean> | null = null;
  let pause = everyMs;
  let timer = setTimeout(next, everyMs);
  let stopWarming = () => {};

  /** Whether the store could be asked. */
  async function lookOnce(): Promise<boolean> {
    try {
      const publication = await store.current();
      if (publication !== null && publication.name !== seen) {
        const revision = await publication.open();
        await revision.warm();
        await revision.nameIndex();
        seen = publication.name;
        served.replace(revision);
        stopWarming();
        stopWarming = warmUp(served, log);
        log.info({ revision: publication.id }, 'serves another revision');
      }
      if (reported !== '') log.info('the store can be read again');
      reported = '';
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== reported) log.error({ err: error }, `keeps the revision before: ${message}`);
      reported = message;
      return false;
    }
  }

  /** One look at a time: a slow one is not overtaken by the next. */
  function look(): Promise<boolean> {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function next(): Promise<void> {
    const answered = await look();
    pause = answered ? everyMs : Math.min(pause * 2, longestPauseMs) * (1 + Math.random() / 2);
    if (!stopped) timer = setTimeout(next, pause);
  }

  let stopped = false;
  return {
    look: async () => {
      await looking;
      await look();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      stopWarming();
    },
  };
}
