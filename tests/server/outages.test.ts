import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followPointer } from '../../src/server/followPointer.ts';
import { ServedRevision } from '../../src/server/servedRevision.ts';
import { type RunningServer, startServer } from '../../src/server/startServer.ts';
import { openPostgresStore } from '../../src/store/postgres/postgresStore.ts';
import { standardKeeping } from '../../src/store/publish.ts';
import type { Store } from '../../src/store/store.ts';
import { batchesOf } from '../compiled.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';
import { smallRevision } from '../smallData.ts';

/** Facts of which each revision holds another amount, the same in many companies, so that a mixed answer would show. */
function revisionOf(number: number) {
  const files: Record<string, string> = {};
  for (let i = 0; i < 60; i++) {
    files[`companies/firm-${i}.yaml`] =
      `name: Firm ${i}\nhome: cn\nclaims:\n  cash:\n    - { stated: ${number}m USD, asOf: 2024-06-30, source: late }\n`;
  }
  return smallRevision(files);
}
const revisions = Array.from({ length: 21 }, (_, number) => revisionOf(number + 1));
const numberOf = new Map(revisions.map(({ id }, place) => [id, place + 1]));

let primary: Cluster;
let replica: Cluster;
let publisher: Store;
beforeAll(async () => {
  primary = await startCluster();
  const url = primary.createDatabase();
  replica = primary.replica();
  publisher = openPostgresStore({ publish: url, read: url, ...standardKeeping });
  await publish(0);
});
afterAll(async () => {
  await publisher.close();
  replica.remove();
  primary.remove();
});

const databaseOf = (cluster: Cluster) =>
  cluster.url(cluster.sql('postgres', "select datname from pg_database where datname like 'facts%'"));

async function publish(place: number): Promise<void> {
  const revision = revisions[place];
  if (revision === undefined) throw new Error(`there are not ${place} revisions`);
  await publisher.publish(batchesOf(revision), String(place));
}

/** A server that follows a database, as `serve` does. */
async function servingFrom(cluster: Cluster): Promise<RunningServer & { readonly base: string }> {
  const url = databaseOf(cluster);
  const store = openPostgresStore({ publish: null, read: url, ...standardKeeping });
  const first = await eventually(() => store.current());
  const served = new ServedRevision(await first.open());
  const log = pino({ level: 'silent' });
  const server = await startServer({ host: '127.0.0.1', port: 0, served, examples: 'examples', log });
  const follower = followPointer(store, first, served, log);
  return {
    url: server.url,
    base: server.url.replace('/graphql', ''),
    async stop() {
      follower.stop();
      await server.stop();
      await store.close();
    },
  };
}

async function eventually<T>(find: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await find().catch(() => null);
    if (found) return found;
    await wait(50);
  }
  throw new Error('it never came to pass');
}

let asked = 0;
/** Asks for what no server remembers: each time in other words. */
async function ask(url: string) {
  asked++;
  const first = 20 + (asked % 40);
  const name = `firm-${asked % 60}`;
  const query = `{ revision { id }
    companies(first: ${first}, where: { not: { slug: { equals: "no-${asked}" } } }) { edges { node { slug figure(property: CASH) { value } } } }
    company(slug: "${name}") { figure(property: CASH) { value } } }`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The number of the revision that an answer is of, all of it; null for a clear refusal. Anything else fails. */
function judge({ status, headers, body }: Awaited<ReturnType<typeof ask>>): number | null {
  if (status === 503) {
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] });
    expect(headers.get('retry-after')).toBe('1');
    expect(body.data).toBeUndefined();
    return null;
  }
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  const { revision, companies, company } = body.data;
  expect(headers.get('x-chipgraph-revision')).toBe(revision.id);
  const number = numberOf.get(revision.id);
  const values = [company, ...companies.edges.map((edge: { node: unknown }) => edge.node)].map(
    ({ figure }: { figure: { value: number } }) => figure.value,
  );
  expect(new Set(values)).toEqual(new Set([(number ?? 0) * 1e6]));
  return number ?? null;
}

/** Asks a server without a pause, by so many clients, until it is told to stop; every answer is judged. */
function underLoad(url: string, clients = 4) {
  const seen: (number | null)[] = [];
  const wrong: unknown[] = [];
  let going = true;
  const runs = Array.from({ length: clients }, async () => {
    while (going && wrong.length === 0) {
      try {
        seen.push(judge(await ask(url)));
      } catch (error) {
        wrong.push(error);
      }
    }
  });
  return {
    seen,
    async end() {
      going = false;
      await Promise.all(runs);
      if (wrong.length > 0) throw wrong[0];
    },
  };
}

test('twenty revisions in a row: no request is lost, refused or mixed', async () => {
  const server = await servingFrom(primary);
  const load = underLoad(server.url);
  for (let place = 1; place <= 20; place++) {
    await publish(place);
    await wait(150);
  }
  await wait(3_000);
  await load.end();
  expect(load.seen.at(-1)).toBe(21);
  await server.stop();
  expect(load.seen).not.toContain(null);
  expect(new Set(load.seen).size).toBeGreaterThan(2);
  expect(load.seen.length).toBeGreaterThan(100);
});

test('a database that stops twice: what is known is served, the rest refused, and it recovers', async () => {
  const server = await servingFrom(primary);
  const known = () =>
    fetch(`${server.url}?query={companies(first:5){edges{node{slug}}}}`, { headers: { accept: 'application/json' } });
  expect((await known()).status).toBe(200);
  const load = underLoad(server.url, 2);
  for (const mode of ['fast', 'immediate'] as const) {
    primary.stop(mode);
    await eventually(async () => load.seen.at(-1) === null);
    const ready = await fetch(`${server.base}/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'unreadable',
      reason: expect.stringContaining('cannot be read'),
    });
    expect((await known()).status).toBe(200);
    primary.start();
    await eventually(async () => (await fetch(`${server.base}/ready`)).status === 200);
    await eventually(async () => load.seen.at(-1) !== null);
  }
  await load.end();
  await publish(0);
  await eventually(async () => judge(await ask(server.url)) === 1);
  await server.stop();
}, 180_000);

test('a replica that is held serves nothing new, and what was published meanwhile once it goes on', async () => {
  const server = await servingFrom(replica);
  await eventually(async () => judge(await ask(server.url)) === 1);
  replica.sql('postgres', 'select pg_wal_replay_pause()');
  await publish(1);
  await wait(2_500);
  expect(judge(await ask(server.url))).toBe(1);
  replica.sql('postgres', 'select pg_wal_replay_resume()');
  await eventually(async () => judge(await ask(server.url)) === 2);

  // Stopped in its tracks, it leaves requests waiting until their time is up.
  replica.hold(true);
  expect(judge(await ask(server.url))).toBeNull();
  replica.hold(false);
  await eventually(async () => judge(await ask(server.url)) === 2);
  await server.stop();
}, 180_000);
