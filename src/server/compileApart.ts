import { on } from 'node:events';
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
 * goes on answering, and all that was needed is given back at the end, also where whoever takes the pieces gives up.
 */
export async function* compileApart(folder: string): AsyncGenerator<Piece, Found> {
  const worker = new Worker(new URL('./compiler.js', import.meta.url), {
    workerData: folder,
    // Most of what is made lives for one piece: a young generation that holds several is hardly ever copied.
    resourceLimits: { maxYoungGenerationSizeMb: 48 },
  });
  try {
    // Listens from now on, so that neither a piece nor a failure is missed while a piece is written.
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      const sent: Sent = message;
      if ('found' in sent) return sent.found;
      yield sent.piece;
      worker.postMessage('taken');
    }
  } catch (error) {
    throw isOutOfMemory(error) ? new StartError(`the facts in ${folder} need more memory: ${advice}`) : error;
  } finally {
    void worker.terminate();
  }
  throw new Error('the compiler ended without a word');
}

const advice = 'allow more, in megabytes, with NODE_OPTIONS=--max-old-space-size=8000';

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
