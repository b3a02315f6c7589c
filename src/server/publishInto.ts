import { setFlagsFromString } from 'node:v8';
import { openStore, type StorePlace } from '../store/store.ts';
import { publishData } from './publishData.ts';

/** Publishes the facts into a store, for a program that then ends. */
export async function publishInto(data: string, place: StorePlace): ReturnType<typeof publishData> {
  // The entities of all files are held at once. Left to itself the heap grows to three times what they need before it is cleared.
  setFlagsFromString('--heap-growing-percent=30');
  // Two threads are at work already: those that help to clear memory would wait for them.
  setFlagsFromString('--no-parallel-scavenge');
  const store = await openStore(place);
  try {
    return await publishData({ data, store });
  } finally {
    await store.close();
  }
}
