import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Batches } from '../../src/store/batch.ts';
import { openPostgresStore } from '../../src/store/postgres/postgresStore.ts';
import { standardKeeping } from '../../src/store/publish.ts';
import { batchesOf } from '../compiled.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';
import { smallRevision } from '../smallData.ts';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.remove());

const megabyte = 1 << 20;

/** A revision of forty megabytes, which no compression makes smaller. */
async function* large(): Batches {
  for (let i = 0; i < 40; i++)
    yield { table: 'meta', rows: [{ key: `large${i}`, value: randomBytes(megabyte / 2).toString('hex') }] };
  return 'large';
}

test('a disk that takes no more is told in one line, and the revision before goes on serving', async () => {
  const url = cluster.createDatabase();
  const revision = smallRevision({});
  const store = openPostgresStore({ publish: url, read: url, ...standardKeeping });
  await store.publish(batchesOf(revision), 'before');
  // Beyond what a segment of its log has.
  cluster.limitFiles(20 * megabyte);
  await expect(store.publish(large(), 'after')).rejects.toThrow(
    /^the disk of the database .+ fails \(could not extend file .*\): nothing was changed$/,
  );
  cluster.limitFiles('unlimited');
  expect(await store.current()).toMatchObject({ id: revision.id, inputs: 'before' });
  const schemas = `select count(*) from pg_namespace where nspname like 'chipgraph\\_%'`;
  expect(cluster.sql(url.slice(url.lastIndexOf('/') + 1), schemas)).toBe('1');
  await store.close();
});
