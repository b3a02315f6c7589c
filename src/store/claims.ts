import { cachedReader, type Reader } from './cachedReader.ts';
import { type Claim, claimOf } from './claim.ts';
import type { Engine } from './engine.ts';
import { groupBy } from './groupBy.ts';
import { query } from './query.ts';
import type { ClaimRow } from './tables.ts';
import { whenRead } from './whenRead.ts';

/** Reads the claims behind one figure of entities, of every period and definition: by holder and door, fact by fact. */
export function claimsAtDoor(engine: Engine, door: string): Reader<readonly Claim[]> {
  const read = query<{ keys: readonly number[]; door: string }, ClaimRow>(engine, ['keys', 'door'], ({ keys, door }) =>
    engine.build
      .selectFrom('claim')
      .selectAll()
      .where((has) => engine.among(has.ref('holderKey'), keys))
      .where('door', '=', door)
      .orderBy('key'),
  );
  return cachedReader(20_000, (keys) =>
    whenRead(read({ keys, door }), (rows) => groupBy(keys, rows.map(claimOf), (claim) => claim.holderKey)),
  );
}

/** Reads claims by what stands in one of their columns: their own key, a subject, the link they are about, the fact they belong to. */
export function claimsBy(
  engine: Engine,
  column: 'key' | 'subjectKey' | 'linkKey' | 'factKey',
): Reader<readonly Claim[]> {
  const read = query<{ keys: readonly number[] }, ClaimRow>(engine, ['keys'], ({ keys }) =>
    engine.build
      .selectFrom('claim')
      .selectAll()
      .where((has) => engine.among(has.ref(column), keys))
      .orderBy('key'),
  );
  return cachedReader(20_000, (keys) =>
    whenRead(read({ keys }), (rows) => groupBy(keys, rows.map(claimOf), (claim) => claim[column] ?? -1)),
  );
}

/** Reads the texts of claims by their keys. */
export function claimTexts(engine: Engine): Reader<{ readonly text: string }> {
  type Row = { readonly key: number; readonly text: string | null };
  const read = query<{ keys: readonly number[] }, Row>(engine, ['keys'], ({ keys }) =>
    engine.build
      .selectFrom('claim')
      .select(['key', 'text'])
      .where((has) => engine.among(has.ref('key'), keys)),
  );
  return cachedReader(20_000, (keys) =>
    whenRead(read({ keys }), (rows) => new Map(rows.map(({ key, text }) => [key, { text: text ?? '' }] as const))),
  );
}
