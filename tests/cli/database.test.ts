import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { newDatabase } from '../postgres/newDatabase.ts';
import { change, chipgraph, folders, serves } from './program.ts';

test('DATABASE_URL is all there is to it: an empty database gets the facts, and whoever comes next serves what it holds', async () => {
  const { data, store } = folders();
  const env = { DATABASE_URL: await newDatabase(), PORT: '0', CHIPGRAPH_STORE: store };
  const first = chipgraph(['serve', '--data', data], env);
  const [, url = '', id] = await first.printed(serves);
  const embedded = chipgraph(['publish', '--data', data, '--store', store]);
  expect((await embedded.ended).out).toContain(`Published revision ${id}`);

  change(data, 'companies/nvidia.yaml', 'name: Nvidia', 'name: Nvidia Corporation');
  const second = chipgraph(['serve', '--data', data], env);
  expect((await second.printed(serves))[2]).toBe(id);

  const published = await chipgraph(['publish', '--data', data, '--database-url', env.DATABASE_URL]).ended;
  expect(published.code).toBe(0);
  const [, newId] = published.out.match(/Published revision ([0-9a-f]+)/) ?? [];
  expect(newId).not.toBe(id);
  for (;;) {
    const response = await fetch(`${url}?query={company(slug:"nvidia"){name}}`, {
      headers: { accept: 'application/json' },
    });
    const name = JSON.parse(await response.text()).data.company.name;
    const isNew = response.headers.get('x-chipgraph-revision') === newId;
    expect(name).toBe(isNew ? 'Nvidia Corporation' : 'Nvidia');
    if (isNew) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const server of [first, second]) {
    server.stop();
    expect((await server.ended).code).toBe(0);
  }
}, 180_000);

test('says in one line what is wrong with the database, and ends with 1', async () => {
  const { data, store } = folders();
  const foreign = await newDatabase();
  execFileSync('psql', ['-q', foreign, '-c', 'create table users (id integer)']);
  const cases = [
    [foreign, /^the database \S+ at 127\.0\.0\.1:\d+ belongs to another application .*\n$/],
    [`${foreign}x`, /^there is no database .*\n$/],
    ['postgres://127.0.0.1:1/facts', /^the database facts at 127\.0\.0\.1:1 cannot be read: .*\n$/],
    ['mysql://localhost/facts', /^the URL of the database is none.*\n$/],
  ] as const;
  for (const [url, line] of cases) {
    for (const command of ['serve', 'publish']) {
      const env = { DATABASE_URL: url, PORT: '0' };
      const { code, err } = await chipgraph([command, '--data', data, '--store', store], env).ended;
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(line) });
    }
  }
}, 180_000);
