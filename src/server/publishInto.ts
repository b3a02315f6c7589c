import { openStore, type StorePlace } from '../store/store.ts';
import { publishData } from './publishData.ts';

/** Publishes the facts into a store, for a program that then ends. */
export async function publishInto(data: string, place: StorePlace): ReturnType<typeof publishData> {
  const store = await openStore(place);
  try {
    return await publishData({ data, store });
  } finally {
    await store.close();
  }
}
