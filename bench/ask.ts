import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { generate } from '../src/server/generate.ts';
import { ServedRevision } from '../src/server/servedRevision.ts';
import { startServer } from '../src/server/startServer.ts';
import { openStore, type StorePlace } from '../src/store/store.ts';
import { startCluster } from '../tests/postgres/cluster.ts';
import { type Question, questions } from './questions.ts';

// Questions over HTTP to servers of 100,000 and 1,000,000 generated claims in either store, each time about something
// else, and all servers in turn, so that what else the machine does strikes all alike. `tsx bench/ask.ts 100000` asks of so
// many; with KEEP=<folder> what is published there is kept, and used again.
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000];
const stores = ['SQLite', 'PostgreSQL'];
const [warmUps, runs] = [10, 60];
const kept = process.env.KEEP;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'chipgraph-ask-'));
const cluster = await startCluster();
if (spawnSync(process.execPath, ['bin/build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);

interface Asked {
  readonly median: number;
  readonly worst: number;
}

/** A server of so many claims in a store. */
interface Serving {
  readonly name: string;
  readonly url: string;
  readonly firms: number;
  stop(): Promise<void>;
}

const servers: Serving[] = [];
for (const claims of sizes) {
  servers.push(await serve(`SQLite ${claims}`, claims, { store: join(folder, `store-${claims}`) }));
  const databaseUrl = cluster.createDatabase();
  servers.push(await serve(`PostgreSQL ${claims}`, claims, { store: '', databaseUrl }));
}
const results = new Map<string, Asked>();
for (const question of questions) {
  for (const [server, asked] of await times(question)) {
    results.set(`${question.name} ${server.name}`, asked);
    console.log(`${question.name} · ${server.name} claims: ${shown(asked)}`);
  }
}
for (const server of servers) await server.stop();
cluster.remove();
if (kept === undefined) rmSync(folder, { recursive: true });
printTable();

async function serve(name: string, claims: number, place: StorePlace): Promise<Serving> {
  await publish(claims, place);
  const opened = await openStore(place);
  const revision = await (await opened.current())?.open();
  if (revision === undefined) throw new Error('nothing was published');
  await revision.warm();
  const log = pino({ level: 'silent' });
  const served = new ServedRevision(revision);
  const server = await startServer({ host: '127.0.0.1', port: 0, served, examples: 'examples', log });
  return {
    name,
    url: server.url,
    firms: revision.info.counts.Company ?? 0,
    async stop() {
      await server.stop();
      await opened.close();
    },
  };
}

async function publish(claims: number, place: StorePlace): Promise<void> {
  const data = join(folder, `data-${claims}`);
  if (!existsSync(data)) {
    mkdirSync(data, { recursive: true });
    const file = createWriteStream(join(data, 'generated.jsonl'));
    await generate({ claims, seed: 1 }, file);
    await new Promise((resolve) => file.end(resolve));
  }
  if (place.store !== '' && existsSync(join(place.store, 'current.json'))) return;
  const where = place.databaseUrl ? ['--database-url', place.databaseUrl] : ['--store', place.store];
  const args = ['--max-old-space-size=12000', 'dist/cli.js', 'publish', '--data', data, ...where];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** How long the answers of each server took. @throws where one is an error */
async function times(question: Question): Promise<ReadonlyMap<Serving, Asked>> {
  const taken = new Map<Serving, number[]>(servers.map((server) => [server, []]));
  for (let number = 0; number < warmUps + runs; number++) {
    for (const [server, all] of taken) {
      const body = JSON.stringify(question.ask(number, server.firms));
      const begun = performance.now();
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body,
      });
      const answer = await response.json();
      if (number >= warmUps) all.push(performance.now() - begun);
      if (answer.errors) throw new Error(`${question.name}: ${answer.errors[0].message}`);
    }
  }
  return new Map([...taken].map(([server, all]) => [server, askedIn(all)]));
}

function askedIn(taken: number[]): Asked {
  taken.sort((a, b) => a - b);
  return { median: taken[runs >> 1] ?? Number.NaN, worst: taken.at(-1) ?? Number.NaN };
}

function shown(asked: Asked | undefined): string {
  return asked === undefined ? '' : `${asked.median.toFixed(1)} / ${asked.worst.toFixed(1)}`;
}

/** Median / worst in milliseconds; with ten times as many claims, by how much the median grows in either store. */
function printTable(): void {
  const columns = stores.flatMap((store) => sizes.map((claims) => ({ store, claims })));
  const head = ['median / worst, ms', 'target', ...columns.map(({ store, claims }) => `${store} ${claims}`), 'growth'];
  console.log(`\n${row(head)}\n${row(head.map(() => '---'))}`);
  for (const { name, target } of questions) {
    const cells = columns.map(({ store, claims }) => shown(results.get(`${name} ${store} ${claims}`)));
    const bound = target === null ? 'none' : Object.values(target).join(' / ');
    console.log(row([name, bound, ...cells, stores.map((store) => growth(name, store)).join(', ')]));
  }
}

function growth(name: string, store: string): string {
  const [small, large] = sizes.map((claims) => results.get(`${name} ${store} ${claims}`));
  return small && large ? (large.median / small.median).toFixed(1) : '–';
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
