import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../src/server/log.ts';
import { publishData } from '../src/server/publishData.ts';
import { ServedRevision } from '../src/server/servedRevision.ts';
import { startServer } from '../src/server/startServer.ts';
import { openRevision } from '../src/store/current.ts';

/** The real server on a free port, over a revision of data/ of its own. */
export async function serve() {
  const store = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const { pointer } = await publishData({ data: 'data', store });
  const revision = await openRevision(store, pointer);
  const served = new ServedRevision(revision);
  const log = createLog('silent');
  const { url, stop } = await startServer({ served, examples: 'examples', log, host: '127.0.0.1', port: 0 });

  return {
    url,
    port: Number(new URL(url).port),
    stop,
    /** Sends an operation; `statements` is what it cost. */
    async ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
      const before = revision.statements;
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const body: unknown = await response.json();
      return { status: response.status, body, statements: revision.statements - before };
    },
  };
}
