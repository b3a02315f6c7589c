import { openRevision } from '../store/current.ts';
import { type Pointer, readPointer } from '../store/pointer.ts';
import { followPointer } from './followPointer.ts';
import { createLog } from './log.ts';
import { type Folders, publishWhereChanged } from './publishData.ts';
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

  const pointer = watch ? await lastThatCompiles({ data, store }) : await publishWhereChanged({ data, store });
  const served = new ServedRevision(await openRevision(store, pointer));
  const server = await startServer({ ...options, served, log });
  const follower = followPointer(store, pointer, served, log);
  stops.push(() => server.stop(), follower.stop);
  if (watch) stops.push(watchFolder(data, () => publishChange({ data, store }).then(follower.look)));

  const { id, claimCount } = served.current.info;
  console.log(`Chipgraph serves ${server.url} (revision ${id}, ${claimCount} claims)`);
}

/** The facts as they stand, or, with the problems told, the revision before; without one, as soon as they compile. */
async function lastThatCompiles(folders: Folders): Promise<Pointer> {
  const published = await publishOrTell(folders);
  const pointer = published ?? readPointer(folders.store);
  if (pointer !== null) return pointer;
  console.error('Waiting for data/ to change.');
  return new Promise((resolve) => {
    const stop = watchFolder(folders.data, async () => {
      const first = await publishOrTell(folders);
      if (first === null) return;
      stop();
      resolve(first);
    });
  });
}

async function publishChange(folders: Folders): Promise<void> {
  const pointer = await publishOrTell(folders);
  if (pointer !== null) console.log(`Published revision ${pointer.id}`);
}

/** Null where the facts have problems, which are told. */
async function publishOrTell(folders: Folders): Promise<Pointer | null> {
  try {
    return await publishWhereChanged(folders);
  } catch (error) {
    if (!(error instanceof DataProblems)) throw error;
    console.error(error.message);
    return null;
  }
}
