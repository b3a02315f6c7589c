import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { publishedData } from '../publishedData.ts';
import { exchange, get } from './exchange.ts';

let server: Serving;
const published = publishedData();
beforeAll(async () => {
  server = await serving(await published.open());
});
afterAll(async () => {
  await server.stop();
  published.remove();
});

const at = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), { redirect: 'manual', ...init });

describe('a server', () => {
  test('answers operations that are posted', async () => {
    expect(await server.ask('query Type { __typename }')).toMatchObject({
      status: 200,
      body: { data: { __typename: 'Query' } },
    });
  });

  test('answers operations in the query string', async () => {
    const variables = encodeURIComponent('{"skipped": false}');
    const response = await at(
      `/graphql?query=query($skipped:Boolean!){__typename@skip(if:$skipped)}&variables=${variables}`,
    );
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('answers requests as a proxy sends them, and of HTTP before 1.1', async () => {
    const proxied = await exchange(server.url, get('http://chipgraph.example/graphql?query={__typename}'));
    const old = await exchange(server.url, 'GET /graphql?query={__typename} HTTP/1.0\r\n\r\n');
    expect([proxied.body, old.body].map((body) => JSON.parse(body))).toEqual(
      Array(2).fill({ data: { __typename: 'Query' } }),
    );
  });

  test('tells a client of GraphQL over HTTP what went wrong by the status as well', async () => {
    const response = await at('/graphql?query={nonsense}', {
      headers: { accept: 'application/graphql-response+json' },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  test('lets pages of any origin ask', async () => {
    const preflight = await at('/graphql', { method: 'OPTIONS', headers: { origin: 'https://dashboard.example' } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect((await at('/graphql?query={__typename}')).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('says that it is alive, and which revision it is ready to read', async () => {
    expect(await (await at('/health')).json()).toEqual({ status: 'alive' });
    const ready = await at('/ready');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      revision: expect.stringMatching(/^[0-9a-f]{16}$/),
      horizon: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  });

  test('leads from its root to the API', async () => {
    const response = await at('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
  });

  test('answers HEAD as GET, without the body', async () => {
    const response = await at('/health', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '19', '']);
  });
});
