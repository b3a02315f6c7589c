import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../src/server/generate.ts';
import { startCluster } from '../tests/postgres/cluster.ts';
import { report } from './timing.ts';

// 200,000 generated claims, published by the program as a user runs it, into each store.
const claims = 200_000;
const folder = mkdtempSync(join(tmpdir(), 'chipgraph-publish-'));
const store = mkdtempSync(join(tmpdir(), 'chipgraph-store-'));
const file = createWriteStream(join(folder, 'generated.jsonl'));
await generate({ claims, seed: 1 }, file);
await new Promise((resolve) => file.end(resolve));
const cluster = await startCluster();
if (spawnSync(process.execPath, ['bin/build.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);

const database = cluster.createDatabase();
for (const [name, ...where] of [
  ['SQLite', '--store', store],
  ['PostgreSQL', '--database-url', database],
]) {
  const begun = performance.now();
  const args = ['--import', './bench/peakMemory.mjs', 'dist/cli.js', 'publish', '--data', folder, ...where];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [peak] = stdout.match(/peak \d+ MB/) ?? [];
  report(`publish ${claims} generated claims to ${name}`, performance.now() - begun, peak);
}
cluster.remove();
for (const one of [folder, store]) rmSync(one, { recursive: true });
