import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/postgresStore.ts';
import type { Store } from '../../src/store/store.ts';
import { columnsOf, tablesVersion } from '../../src/store/tableShapes.ts';
import { batchesOf, type CompiledRevision } from '../compiled.ts';
import { newDatabase } from '../postgres/newDatabase.ts';
import { smallRevision } from '../smallData.ts';

const compiled = smallRevision({
  'companies/acme.yaml':
    'name: "Acme\\t\\\\N\\nLtd, Žluťoučký 阿里巴巴"\nhome: cn\nclaims:\n  cash:\n    - { stated: 5bn USD, asOf: 2024-06-30, source: late }\n',
});

let url = '';
let client: pg.Client;
const stores: Store[] = [];
beforeEach(async () => {
  url = await newDatabase();
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  for (const store of stores.splice(0)) await store.close();
});

function store({ publish = url, read = url, keep = 3, keepMinutes = 15 } = {}): Store {
  const opened = openPostgresStore({ publish, read, keep, keepMinutes });
  stores.push(opened);
  return opened;
}

const named = (id: string): CompiledRevision => ({ ...compiled, id });
const schemas = async () => {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname like 'chipgraph\\_%' order by 1`,
  );
  return rows.map(({ name }) => name);
};

describe('publishing to PostgreSQL', () => {
  test('fills a schema with the rows as they are, under the id that the records have', async () => {
    expect(await store().current()).toBeNull();
    const { id } = await store().publish(batchesOf(compiled), 'inputs');
    expect(id).toBe(compiled.id);
    expect(await store().current()).toMatchObject({ id, inputs: 'inputs' });
    for (const [table, rows] of Object.entries(compiled.rows)) {
      const { rows: found } = await client.query(`select * from "chipgraph_${id}"."${table}"`);
      expect(found).toHaveLength(rows.length);
      // The driver hands out whole numbers of 64 bits as texts.
      const numbered = found.map((row) => ({ ...row, ...numbersIn(row, columnsOf('figure')) }));
      expect(table === 'figure' ? numbered : found).toEqual(expect.arrayContaining([...rows]));
    }
    expect(Object.keys(compiled.rows.claim[0] ?? {}).sort()).toEqual([...columnsOf('claim')].sort());
  });

  test('the same records again are the same revision, made current anew', async () => {
    const first = await store().publish(batchesOf(compiled), 'a');
    await store().publish(batchesOf(named('other')), 'b');
    const again = await store().publish(batchesOf(compiled), 'c');
    expect(again.name).toBe(first.name);
    expect(await store().current()).toMatchObject({ id: compiled.id, inputs: 'c' });
    expect(await schemas()).toEqual([`chipgraph_${compiled.id}`, 'chipgraph_other']);
  });

  test('keeps the last three, and drops none that was replaced less than 15 minutes ago', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await store().publish(batchesOf(named(id)), id);
    expect(await schemas()).toHaveLength(4);
    await client.query(`update chipgraph.revision set "publishedAt" = "publishedAt" - interval '16 minutes'`);
    await store().publish(batchesOf(named('e')), 'e');
    expect(await schemas()).toEqual(['chipgraph_c', 'chipgraph_d', 'chipgraph_e']);
    await store({ keep: 1, keepMinutes: 0 }).publish(batchesOf(named('f')), 'f');
    expect(await schemas()).toEqual(['chipgraph_f']);
  });

  test('of several publishers at once each waits for the one before', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => store().publish(batchesOf(named(id)), id)));
    expect(await schemas()).toEqual(['chipgraph_a', 'chipgraph_b', 'chipgraph_c']);
    const opened = await (await store().current())?.open();
    expect(opened?.info.counts.Company).toBe(1);
    await opened?.close();
  });

  test('nobody sees a part: what cannot be finished leaves nothing', async () => {
    await store().publish(batchesOf(named('good')), 'good');
    // Two rows of one key.
    const rows = { ...compiled.rows, entity: [...compiled.rows.entity, ...compiled.rows.entity] };
    await expect(store().publish(batchesOf({ ...compiled, id: 'bad', rows }), 'bad')).rejects.toThrow();
    expect(await schemas()).toEqual(['chipgraph_good']);
    expect(await store().current()).toMatchObject({ id: 'good' });
  });
});

describe('says in one line what is wrong with', () => {
  test('the database of another application', async () => {
    await client.query('create table users (id integer)');
    await expect(store().publish(batchesOf(compiled), '')).rejects.toThrow(
      /belongs to another application \(it holds public\.users\)/,
    );
    await expect(store().current()).rejects.toThrow(/belongs to another application/);
    expect(await schemas()).toEqual([]);
  });

  test('a schema chipgraph of somebody else', async () => {
    await client.query('create schema chipgraph');
    await expect(store().publish(batchesOf(compiled), '')).rejects.toThrow(/a schema chipgraph that is not ours/);
  });

  test('a revision of a newer Chipgraph, whoever publishes or reads', async () => {
    await store().publish(batchesOf(compiled), '');
    await client.query('update chipgraph.revision set "tablesVersion" = $1', [tablesVersion + 1]);
    await expect(store().current()).rejects.toThrow(/by a newer Chipgraph: update this program/);
    await expect(store().publish(batchesOf(named('other')), '')).rejects.toThrow(/by a newer Chipgraph/);
    await client.query(`comment on schema chipgraph is 'Chipgraph, form 2'`);
    await expect(store().publish(batchesOf(named('other')), '')).rejects.toThrow(/another version of Chipgraph/);
  });

  test('a role that only reads; which may serve', async () => {
    const role = `reader_${url.slice(-12)}`;
    const reading = url.replace('owner@', `${role}@`);
    await client.query(`create role ${role} login`);
    await expect(store({ publish: reading }).publish(batchesOf(compiled), '')).rejects.toThrow(/docs\/postgresql\.md/);
    await client.query(`alter default privileges grant usage on schemas to ${role}`);
    await client.query(`alter default privileges grant select on tables to ${role}`);
    await store().publish(batchesOf(compiled), '');
    const opened = await (await store({ read: reading }).current())?.open();
    await opened?.warm();
    expect(opened?.info.counts.Company).toBe(1);
    await opened?.close();
    await expect(store({ publish: reading }).publish(batchesOf(named('other')), '')).rejects.toThrow(
      /docs\/postgresql\.md/,
    );
  });

  test.each([
    ['no database of that name', () => `${url}x`, /there is no database .*createdb/],
    ['nothing that listens', () => 'postgres://owner@127.0.0.1:1/facts', /cannot be read: .*ECONNREFUSED/],
    ['no URL', () => 'localhost/secret', /write postgres:\/\//],
    ['a role that is unknown', () => url.replace('owner@', 'nobody@'), /refuses the role/],
  ])('%s', async (_what, wrong, message) => {
    const read = async () => store({ read: wrong() }).current();
    const publish = async () => store({ publish: wrong() }).publish(batchesOf(compiled), '');
    await expect(read()).rejects.toThrow(message);
    await expect(publish()).rejects.toThrow(message);
    await expect(publish()).rejects.not.toThrow(/secret/);
  });
});

test('the shared server orders names otherwise than SQLite does, so that the stores must say how', async () => {
  const { rows } = await client.query(`select 'a' < 'B' as "alphabetical"`);
  expect(rows).toEqual([{ alphabetical: true }]);
});

function numbersIn(row: Readonly<Record<string, unknown>>, columns: readonly string[]): Record<string, unknown> {
  const wholes = columns.filter((column) => column.endsWith('Whole'));
  return Object.fromEntries(wholes.map((column) => [column, row[column] === null ? null : Number(row[column])]));
}
