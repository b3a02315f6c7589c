import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chipgraph, folders, serves } from '../cli/program.ts';
import { newDatabase } from './newDatabase.ts';

let owner: pg.Client;
let publisher = '';
let reader = '';
beforeAll(async () => {
  const url = await newDatabase();
  const name = url.slice(url.lastIndexOf('/') + 1);
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
  // Roles are of all databases of a server: those of this one have its name.
  const [, sql = ''] = readFileSync('docs/postgresql.md', 'utf8').match(/```sql\n([\s\S]*?)```/) ?? [];
  await owner.query(
    sql.replaceAll(/chipgraph_(publisher|reader)/g, `${name}_$1`).replace('database chipgraph', `database ${name}`),
  );
  publisher = url.replace('owner@', `${name}_publisher:secret@`);
  reader = url.replace('owner@', `${name}_reader:secret@`);
});
afterAll(() => owner.end());

test('the roles of docs/postgresql.md may do what they are for: one publishes, the other only reads', async () => {
  const { data, store } = folders();
  const publish = (url: string) => chipgraph(['publish', '--data', data, '--database-url', url]).ended;
  const refused = {
    code: 1,
    err: expect.stringMatching(/^the role may not do this .*: grant what docs\/postgresql\.md says\n$/),
  };

  expect(await publish(reader)).toMatchObject(refused);
  const published = await publish(publisher);
  expect(published).toMatchObject({ code: 0, err: '' });
  expect(await publish(reader)).toMatchObject(refused);

  const server = chipgraph(['serve', '--data', data], { DATABASE_READ_URL: reader, PORT: '0', CHIPGRAPH_STORE: store });
  const [, url = '', id] = await server.printed(serves);
  expect(published.out).toContain(id);
  const query = `${url}?query={companies{totalCount}}`;
  const response = await fetch(query, { headers: { accept: 'application/json' } });
  expect(await response.json()).toEqual({ data: { companies: { totalCount: 3 } } });
  server.stop();
  expect((await server.ended).code).toBe(0);
}, 60_000);
