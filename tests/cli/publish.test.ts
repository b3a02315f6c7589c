import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { change, chipgraph, folders, run } from './program.ts';

test('says in a line that the disk is full, and leaves what was there', async () => {
  const { data, store } = folders();
  expect((await chipgraph(['publish', '--data', data, '--store', store]).ended).code).toBe(0);
  const before = readdirSync(store).sort();
  const pointer = readFileSync(join(store, 'current.json'), 'utf8');
  change(data, 'companies/baidu.yaml', 'name: Baidu', 'name: Baidu Limited');

  // No file may be larger than 64 kB: to a program that is what a full disk is.
  const limited = 'ulimit -f 64; exec node bin/chipgraph.mjs publish --data "$0" --store "$1"';
  const { code, err } = await run('bash', ['-c', limited, data, store]).ended;
  expect(err).toMatch(/^the disk of \S+ is full, or fails \(.*\): make room and publish again; nothing was changed\n$/);
  expect(code).toBe(1);
  expect(readdirSync(store).sort()).toEqual(before);
  expect(readFileSync(join(store, 'current.json'), 'utf8')).toBe(pointer);
});

test('says in a line that the store is no folder', async () => {
  const { data, store } = folders();
  writeFileSync(store, '');
  const { code, err } = await chipgraph(['publish', '--data', data, '--store', store]).ended;
  expect(err).toMatch(/^cannot write into the folder \S+ \(.*\): name another with --store\n$/);
  expect(code).toBe(1);
});

test('says in a line that no folder can be made there', async () => {
  const { data } = folders();
  const { code, err } = await chipgraph(['publish', '--data', data, '--store', '/proc/chipgraph/store']).ended;
  expect(err).toMatch(/^cannot write into the folder \S+ \(.*\): name another with --store\n$/);
  expect(code).toBe(1);
});

test('of two publishers into one folder each waits for the other', async () => {
  const { data, store } = folders();
  const publishing = [1, 2, 3].map(() => chipgraph(['publish', '--data', data, '--store', store]));
  for (const { ended } of publishing) expect(await ended).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(store).filter((name) => name.startsWith('unfinished'))).toEqual([]);
});
