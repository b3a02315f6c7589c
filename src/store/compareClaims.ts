import { type ClaimPart, claimParts, type KeysAsIds, partsOf } from './claimParts.ts';
import type { Engine } from './engine.ts';
import { query } from './query.ts';
import type { Revision } from './revision.ts';
import type { ClaimRow, DigestRow, EntityRow } from './tables.ts';
import { type Read, whenAllRead, whenRead } from './whenRead.ts';

/** A claim that one of two revisions has and the other has not, or has otherwise. */
export interface ClaimChange {
  /** Without the type. */
  readonly id: string;
  /** Its key in the older revision; null where it is not there. */
  readonly before: number | null;
  /** Its key in the newer revision; null where it is not there. */
  readonly after: number | null;
  /** In which parts it reads otherwise; empty where it is in one of them only. */
  readonly parts: readonly ClaimPart[];
}

/**
 * The claims in which two revisions differ, by their ids. Only claims of buckets whose digests differ are read; null
 * where there are more of them than `most`.
 */
export function compareClaims(
  before: Revision,
  after: Revision,
  most = Number.POSITIVE_INFINITY,
): Read<readonly ClaimChange[] | null> {
  if (before.info.id === after.info.id) return [];
  return whenRead(whenAllRead([hashesOf(before.engine), hashesOf(after.engine)]), ([older, newer]) => {
    if (older === undefined || newer === undefined) return [];
    const differing = [...new Set([...older.keys(), ...newer.keys()])].filter(
      (one) => older.get(one) !== newer.get(one),
    );
    return whenRead(whenAllRead([before, after].map(({ engine }) => keysIn(engine, differing))), ([left, right]) => {
      if (left === undefined || right === undefined) return [];
      if (left.length + right.length > most) return null;
      const said = whenAllRead([saidBy(before, left), saidBy(after, right)]);
      return whenRead(said, ([old, young]) => (old && young ? differences(old, young) : []));
    });
  });
}

/** The digest of each bucket. */
function hashesOf(engine: Engine): Read<ReadonlyMap<number, string>> {
  const { sql, parameters } = engine.build.selectFrom('digest').select(['bucket', 'hash']).compile();
  return whenRead(
    engine.run<DigestRow>(sql, parameters),
    (rows) => new Map(rows.map(({ bucket, hash }) => [bucket, hash])),
  );
}

/** The keys of the claims of some buckets. */
function keysIn(engine: Engine, buckets: readonly number[]): Read<readonly number[]> {
  const read = query<{ buckets: readonly number[] }, DigestRow>(engine, ['buckets'], ({ buckets: some }) =>
    engine.build
      .selectFrom('digest')
      .select('claimKeysJson')
      .where((has) => engine.among(has.ref('bucket'), some)),
  );
  // The compiler wrote it in this form.
  return whenRead(read({ buckets }), (rows) =>
    rows.flatMap(({ claimKeysJson }) => JSON.parse(claimKeysJson) as readonly number[]),
  );
}

interface Said {
  readonly key: number;
  readonly parts: Readonly<Record<ClaimPart, string>>;
}

/** What claims say, by their ids. */
function saidBy({ engine }: Revision, keys: readonly number[]): Read<ReadonlyMap<string, Said>> {
  const claims = query<{ keys: readonly number[] }, ClaimRow>(engine, ['keys'], (bound) =>
    engine.build
      .selectFrom('claim')
      .selectAll()
      .where((has) => engine.among(has.ref('key'), bound.keys)),
  );
  return whenRead(claims({ keys }), (rows) =>
    whenRead(
      idsIn(engine, rows),
      (ids) => new Map(rows.map((row) => [row.id, { key: row.key, parts: partsOf(row, ids) }])),
    ),
  );
}

/** The ids of what rows of claims refer to. */
function idsIn(engine: Engine, rows: readonly ClaimRow[]): Read<KeysAsIds> {
  const named = rows.flatMap(({ holderKey, speakerKey, deniedByJson }) => [
    holderKey,
    ...(speakerKey === null ? [] : [speakerKey]),
    // The compiler wrote it in this form.
    ...(JSON.parse(deniedByJson) as readonly number[]),
  ]);
  const entities = query<{ keys: readonly number[] }, Pick<EntityRow, 'key' | 'type' | 'slug'>>(
    engine,
    ['keys'],
    ({ keys }) =>
      engine.build
        .selectFrom('entity')
        .select(['key', 'type', 'slug'])
        .where((has) => engine.among(has.ref('key'), keys)),
  );
  const claims = query<{ keys: readonly number[] }, Pick<ClaimRow, 'key' | 'id'>>(engine, ['keys'], ({ keys }) =>
    engine.build
      .selectFrom('claim')
      .select(['key', 'id'])
      .where((has) => engine.among(has.ref('key'), keys)),
  );
  const successors = rows.flatMap(({ supersededByKey }) => supersededByKey ?? []);
  return whenRead(entities({ keys: [...new Set(named)] }), (ofEntities) =>
    whenRead(claims({ keys: [...new Set(successors)] }), (ofClaims) => {
      const entityIds = new Map(ofEntities.map(({ key, type, slug }) => [key, `${type}:${slug}`]));
      const claimIds = new Map(ofClaims.map(({ key, id }) => [key, id]));
      return { entity: (key) => entityIds.get(key) ?? '', claim: (key) => claimIds.get(key) ?? '' };
    }),
  );
}

function differences(older: ReadonlyMap<string, Said>, newer: ReadonlyMap<string, Said>): readonly ClaimChange[] {
  const changes: ClaimChange[] = [];
  for (const id of [...new Set([...older.keys(), ...newer.keys()])].sort()) {
    const [before, after] = [older.get(id), newer.get(id)];
    const parts = before && after ? claimParts.filter((part) => before.parts[part] !== after.parts[part]) : [];
    if (before && after && parts.length === 0) continue;
    changes.push({ id, before: before?.key ?? null, after: after?.key ?? null, parts });
  }
  return changes;
}
