import { KeptRevisions } from '../store/keptRevisions.ts';
import { openStore, type StorePlace } from '../store/store.ts';
import { firstPublication } from './firstPublication.ts';
import { followPointer } from './followPointer.ts';
import { createLog } from './log.ts';
import { ServedRevision } from './servedRevision.ts';
import { startServer } from './startServer.ts';
import { stopOnSignal } from './stopOnSignal.ts';
import { warmUp } from './warmUp.ts';
import { publisherOfChanges, type Told } from './watchedData.ts';
import { watchFolder } from './watchFolder.ts';

export interface ServeOptions extends StorePlace {
  /** The folder of facts. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** The folder of operations that GraphiQL opens on. */
  readonly examples: string;
  /** For whoever works on the facts: publishes what changes, and keeps serving the last that compiled. */
  readonly watch: boolean;
  readonly logLevel: string;
}

/** Publishes the facts where there is need, and serves them until the process is told to end. */
export async function serve(options: ServeOptions): Promise<void> {
  const { data, watch, logLevel, host, port, examples } = options;
  const log = createLog(logLevel);
  const stops: (() => Promise<void> | void)[] = [];
  stopOnSignal(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  const store = await openStore(options);
  stops.push(() => store.close());
  const told: Told = { problems: null };
  const first = await firstPublication({ data, store }, options, told);
  const revision = await first.open();
  await revision.warm();
  const served = new ServedRevision(revision);
  const kept = new KeptRevisions(store);
  const server = await startServer({ host, port, examples, served, kept, log });
  const follower = followPointer(store, first, served, log);
  stops.push(() => server.stop(), follower.stop, warmUp(served, log));
  if (watch) stops.push(watchFolder(data, publisherOfChanges({ data, store }, told, first, follower.look)));

  const { id, claimCount } = served.current.info;
  console.log(`Chipgraph serves ${server.url} (revision ${id}, ${claimCount} claims)`);
}
