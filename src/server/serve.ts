import { openRevision } from '../store/current.ts';
import { type Pointer, readPointer } from '../store/pointer.ts';
import { followPointer } from './followPointer.ts';
import { createLog } from './log.ts';
import { type Folders, publishWhereChanged, requireFolder } from './publishData.ts';
import { ServedRevision } from './servedRevision.ts';
import { DataProblems } from './startError.ts';
import { startServer } from './startServer.ts';
import { stopOnSignal } from './stopOnSignal.ts';
import { watchFolder } from './watchFolder.ts';

export interface ServeOptions extends Folders {
  readonly host: string;
  readonly port: number;
  /** The folder of operations that GraphiQL opens on. */
  readonly examples: string;
  /** For whoever works on the facts: publishes what changes, and keeps serving the last that compiled. */
  readonly watch: boolean;
  readonly logLevel: string;
}

/** Publishes the facts where they have changed, and serves them until the process is told to end. */
export async function serve({ data, store, watch, logLevel, ...options }: ServeOptions): Promise<void> {
  const log = createLog(logLevel);
  const stops: (() => Promise<void> | void)[] = [];
  stopOnSignal(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  const told: Told = { problems: null };
  const pointer = watch ? await lastThatCompiles({ data, store }, told) : await publishWhereChanged({ data, store });
  const served = new ServedRevision(await openRevision(store, pointer));
  const server = await startServer({ ...options, served, log });
  const follower = followPointer(store, pointer, served, log);
  stops.push(() => server.stop(), follower.stop);
  if (watch) stops.push(watchFolder(data, publisherOfChanges({ data, store }, told, pointer, follower.look)));

  const { id, claimCount } = served.current.info;
  console.log(`Chipgraph serves ${server.url} (revision ${id}, ${claimCount} claims)`);
}

/** The facts as they stand, or, with the problems told, the revision before; without one, as soon as they compile. */
function lastThatCompiles(folders: Folders, told: Told): Promise<Pointer> {
  requireFolder(folders.data);
  return new Promise((resolve, reject) => {
    let waiting = false;
    const stop = watchFolder(folders.data, async () => {
      try {
        const pointer = (await publishOrTell(folders, told)) ?? readPointer(folders.store);
        if (pointer !== null) {
          stop();
          resolve(pointer);
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
function publisherOfChanges(
  folders: Folders,
  told: Told,
  since: Pointer,
  look: () => Promise<void>,
): () => Promise<void> {
  let last = since.id;
  return async () => {
    const pointer = await publishOrTell(folders, told);
    if (pointer === null || pointer.id === last) return;
    last = pointer.id;
    console.log(`Published revision ${pointer.id}`);
    await look();
  };
}

/** What was said of the facts last: the same problems are told once. */
interface Told {
  problems: string | null;
}

/** Null where the facts have problems, which are told. */
async function publishOrTell(folders: Folders, told: Told): Promise<Pointer | null> {
  try {
    const pointer = await publishWhereChanged(folders);
    told.problems = null;
    return pointer;
  } catch (error) {
    if (!(error instanceof DataProblems)) throw error;
    if (error.message !== told.problems) console.error(error.message);
    told.problems = error.message;
    return null;
  }
}
