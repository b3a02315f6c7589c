import { expect, test } from 'vitest';
import { change, chipgraph, folders, serves } from './program.ts';

const file = 'companies/baidu.yaml';
const revisionAt = async (url: string) => (await (await fetch(new URL('/ready', url))).json()).revision;

test('serve --watch publishes what changes, and keeps the last that compiled while the facts have problems', async () => {
  const { data, store } = folders();
  const program = chipgraph(['serve', '--watch', '--port', '0', '--data', data, '--store', store]);
  const [, url = '', first] = await program.printed(serves);

  change(data, file, 'name: Baidu', 'name: Baidu Limited');
  const [, second] = await program.printed(/Published revision ([0-9a-f]+)/);
  expect(second).not.toBe(first);
  await expect.poll(() => revisionAt(url)).toBe(second);

  change(data, file, 'name: Baidu', 'nmae: Baidu');
  await program.printed(/baidu\.yaml:1:1: /);
  expect(await revisionAt(url)).toBe(second);

  change(data, file, 'nmae: Baidu Limited', 'name: Baidu Incorporated');
  const [, , third] = await program.printed(/(Published revision [0-9a-f]+[\s\S]*)Published revision ([0-9a-f]+)/);
  await expect.poll(() => revisionAt(url)).toBe(third);
  program.stop();
  expect((await program.ended).code).toBe(0);
});

test('serve --watch starts on facts with problems as soon as they are mended', async () => {
  const { data, store } = folders();
  change(data, file, 'name: Baidu', 'nmae: Baidu');
  const program = chipgraph(['serve', '--watch', '--port', '0', '--data', data, '--store', store]);
  await program.printed(/baidu\.yaml:1:1: [\s\S]*Waiting for/);
  change(data, file, 'nmae: Baidu', 'name: Baidu');
  const [, url = '', revision] = await program.printed(serves);
  expect(await revisionAt(url)).toBe(revision);
  program.stop();
  expect((await program.ended).code).toBe(0);
});

test('check --watch checks again after each change', async () => {
  const { data } = folders();
  const program = chipgraph(['check', '--watch', '--data', data]);
  await program.printed(/^0 problems/m);
  change(data, file, 'name: Baidu', 'nmae: Baidu');
  await program.printed(/baidu\.yaml:1:1: /);
  program.stop();
  await program.ended;
});
