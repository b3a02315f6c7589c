import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedRecords } from '../../src/dataset/generatedRecords.ts';
import { run } from '../cli/program.ts';

// Built, as the compiler has a thread of its own only then.
const built = join('.chipgraph', `apart-${process.pid}`);
const store = mkdtempSync(join(tmpdir(), 'chipgraph-store-'));
// More than the compiler makes before it waits for whoever writes.
const lines = [...generatedRecords({ claims: 10_000, seed: 3 })].map(([path, content]) =>
  JSON.stringify({ [path]: content }),
);
const data = mkdtempSync(join(tmpdir(), 'chipgraph-data-'));
writeFileSync(join(data, 'generated.jsonl'), lines.join('\n'));
const program = `
  import { publishInto } from './src/server/publishInto.ts';
  await publishInto(process.argv[2], { store: process.argv[3] }).then(
    ({ publication }) => console.log('published', publication.id),
    (error) => console.log('failed:', error.message),
  );`;
beforeAll(async () => {
  const entries = { publisher: 'publisher.ts', compiler: './src/server/compiler.ts' };
  await build({
    entryPoints: entries,
    outdir: built,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3', 'pg-native'],
    define: { BUILD_ID: '"test"', VERSION: '"test"' },
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    plugins: [
      {
        name: 'publisher',
        setup(building) {
          building.onResolve({ filter: /^publisher\.ts$/ }, ({ path }) => ({ path, namespace: 'text' }));
          building.onLoad({ filter: /.*/, namespace: 'text' }, () => ({
            contents: program,
            resolveDir: '.',
            loader: 'ts',
          }));
        },
      },
    ],
  });
});
afterAll(() => {
  for (const one of [built, store, data]) rmSync(one, { recursive: true, force: true });
});

const publishing = (command: string) => run('bash', ['-c', command, join(built, 'publisher.js'), data, store]).ended;

test('a program that has published ends', async () => {
  const { code, out } = await publishing('exec node "$0" "$1" "$2"');
  expect(out).toMatch(/^published [0-9a-f]{16}\n$/);
  expect(code).toBe(0);
});

test('a store that takes no more leaves no thread behind: the program ends', async () => {
  const { code, out } = await publishing('ulimit -f 16; exec node "$0" "$1" "$2"');
  expect(out).toMatch(/^failed: the disk of \S+ is full, or fails/);
  expect(code).toBe(0);
});
