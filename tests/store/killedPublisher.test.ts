import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { generatedRecords } from '../../src/dataset/generatedRecords.ts';
import { openStore, type StorePlace } from '../../src/store/store.ts';
import { batchesOf, compiledFolder } from '../compiled.ts';
import { newDatabase } from '../postgres/newDatabase.ts';

const kills = 50;
const claims = 1_000;
const folder = mkdtempSync(join(tmpdir(), 'chipgraph-killed-'));
const files = mkdtempSync(join(tmpdir(), 'chipgraph-store-'));
afterAll(() => {
  for (const one of [folder, files, bundle]) rmSync(one, { recursive: true });
});
const lines = [...generatedRecords({ claims, seed: 7 })].map(([path, content]) => JSON.stringify({ [path]: content }));
writeFileSync(join(folder, 'generated.jsonl'), lines.join('\n'));
const revision = compiledFolder(folder);
// Read by each publisher, which then has nothing to do but publish.
writeFileSync(join(files, 'revision.json'), JSON.stringify(revision));

// Publishes ever new revisions of the same rows, and says when it begins. Bundled, so that a hundred of them start soon.
const program = `
  import { readFileSync } from 'node:fs';
  import { openStore } from './src/store/store.ts';
  import { batchesOf } from './tests/compiled.ts';
  const revision = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const store = await openStore({ ...JSON.parse(process.argv[3]), keep: 2 });
  process.stdout.write('ready');
  for (let i = 0; ; i++) await store.publish(batchesOf({ ...revision, id: \`r\${process.pid}x\${i}\` }), 'test');`;
const bundle = join('.chipgraph', `publisher-${process.pid}.mjs`);
buildSync({
  stdin: { contents: program, resolveDir: '.', loader: 'ts' },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['better-sqlite3', 'pg-native'],
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
});

test.each([
  ['SQLite', async (): Promise<StorePlace> => ({ store: join(files, 'store') })],
  ['PostgreSQL', async (): Promise<StorePlace> => ({ store: '', databaseUrl: await newDatabase() })],
])(
  '%s: killed fifty times while it publishes, a whole revision serves fifty times',
  async (_name, place) => {
    const where = await place();
    const store = await openStore(where);
    const begun = performance.now();
    await store.publish(batchesOf({ ...revision, id: 'first' }), 'test');
    // Enough for a process that has just begun to publish a few, however slow the machine.
    const longestMs = 4 * (performance.now() - begun);
    const served = new Set<string>();
    for (let i = 0; i < kills; i++) {
      await killedAfter(where, Math.random() * longestMs);
      const publication = await store.current();
      if (publication === null) expect.fail('there is no current revision');
      const opened = await publication.open();
      served.add(opened.info.id);
      expect(opened.info.claimCount).toBe(claims);
      for (const table of ['claim', 'entity', 'link'] as const) {
        const [{ count } = { count: 0 }] = await opened.engine.run<{ count: number }>(
          `select count(*) as count from ${table}`,
          [],
        );
        expect(count).toBe(revision.rows[table].length);
      }
      await opened.warm();
      await opened.close();
    }
    await store.close();
    // Some were killed after they had published, whose revision then served.
    expect(served.size).toBeGreaterThan(2);
  },
  300_000,
);

function killedAfter(where: StorePlace, milliseconds: number): Promise<void> {
  const args = [bundle, join(files, 'revision.json'), JSON.stringify(where)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
