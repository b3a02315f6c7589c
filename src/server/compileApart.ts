import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Piece } from '../dataset/piece.ts';
import type { Found } from '../dataset/readFacts.ts';
import { StartError } from './startError.ts';

/** What the compiler sends from its thread. */
export type Sent = { readonly piece: Piece } | { readonly found: Found };

/** How many pieces may wait to be taken: enough that neither side waits for the other, few enough to hold. */
export const mostWaiting = 32;

/**
 * Compiles a folder of facts in a thread of its own, while this one writes what is done: it takes half the time, a server
 * goes on answering, and all that was needed is given back at the end.
 */
export async function* compileApart(folder: string): AsyncGenerator<Piece, Found> {
  const worker = new Worker(new URL('./compiler.js', import.meta.url), {
    workerData: folder,
    // Most of what is made lives for one piece: a young generation that holds several is hardly ever copied.
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  const waiting: Sent[] = [];
  worker.on('message', (sent: Sent) => waiting.push(sent));
  try {
    for (;;) {
      if (waiting.length === 0) await once(worker, 'message');
      const sent = waiting.shift();
      if (sent === undefined) continue;
      if ('found' in sent) return sent.found;
      yield sent.piece;
      worker.postMessage('taken');
    }
  } catch (error) {
    throw isOutOfMemory(error) ? new StartError(`the facts in ${folder} need more memory: ${advice}`) : error;
  } finally {
    void worker.terminate();
  }
}

const advice = 'allow more, in megabytes, with NODE_OPTIONS=--max-old-space-size=8000';

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
