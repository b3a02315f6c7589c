import type { Engine } from './engine.ts';
import type { RevisionInfo } from './revision.ts';
import { StoreError } from './storeError.ts';

/** Reads what a revision says of itself. */
export async function readRevisionInfo(engine: Engine): Promise<Omit<RevisionInfo, 'id' | 'publishedAt'>> {
  const rows = await engine.run<{ key: string; value: string }>('select key, value from meta order by key', []);
  const meta = new Map(rows.map(({ key, value }) => [key, value]));
  const horizon = meta.get('horizon');
  if (horizon === undefined) throw new StoreError('the revision does not say up to which day it goes; publish again');
  const under = (prefix: string) =>
    [...meta].flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : []));
  return {
    horizon,
    claimCount: Number(meta.get('claimCount') ?? 0),
    counts: Object.fromEntries(under('entityCount:').map(([type, count]) => [type, Number(count)])),
    // The compiler wrote them in this form.
    dimensions: new Map(under('dimensions:').map(([door, json]) => [door, JSON.parse(json) as readonly string[]])),
  };
}
