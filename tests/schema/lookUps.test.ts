import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

const published = publishedData();
let server: Serving;
beforeAll(async () => {
  server = await serving(await published.open());
});
afterAll(async () => {
  await server.stop();
  published.remove();
});

test.each(['meta', 'META', 'ticker:NASDAQ:META', 'cik:0001326801', 'Meta Platforms, Inc.', 'Facebook'])(
  '%s finds the company',
  async (slug) => {
    const { body } = await server.ask(
      'query ($slug: String!) { company(slug: $slug) { id identifiers { scheme value } } }',
      { slug },
    );
    expect(body.data).toMatchObject({ company: { id: 'Company:meta' } });
  },
);

test('names in other scripts do, too', async () => {
  const { body } = await server.ask('{ company(slug: "阿里巴巴") { slug home { id name } aliases } }');
  expect(body.data).toMatchObject({ company: { slug: 'alibaba', home: { id: 'Place:cn', name: 'China' } } });
});

test('a merged slug finds what now holds it, and so does its id', async () => {
  const { body } = await server.ask(
    '{ market(slug: "china-ai-processors") { id } node(id: "Market:china-ai-processors") { id } }',
  );
  expect(body.data).toEqual({
    market: { id: 'Market:china-ai-accelerators' },
    node: { id: 'Market:china-ai-accelerators' },
  });
});

test('nodes of every kind come back by their ids, in the order asked for', async () => {
  const { body } = await server.ask(`{
    claims(first: 1) { edges { node { id } } }
    links(first: 1) { edges { node { id } } }
    investments(first: 1) { edges { node { id } } }
    sources(first: 1) { edges { node { id } } }
  }`);
  const lists = Object.values(Object(body.data)) as { edges: { node: { id: string } }[] }[];
  const ids = lists.map(({ edges }) => edges[0]?.node.id);
  const again = await server.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', {
    ids: [...ids, 'Group:alibaba+tencent'],
  });
  expect(Object(again.body.data).nodes.map(({ id }: { id: string }) => id)).toEqual([...ids, 'Group:alibaba+tencent']);
});

test('a claim names the file and line that it stands in', async () => {
  const { body } = await server.ask(
    '{ company(slug: "bytedance") { figure(property: CASH) { text claim { text definedIn { file line } speaker { name } published sources { name publisher } } } } }',
  );
  expect(body.data).toMatchObject({
    company: {
      figure: {
        text: '> 50bn USD',
        claim: { definedIn: { file: 'data/companies/bytedance.yaml', line: 16 }, published: '2024-08-26' },
      },
    },
  });
});
