import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

const published = publishedData();
const server = standingServer(published);

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

test('a claim names the file and the line that it stands in', async () => {
  const { body } = await server.ask(
    '{ company(slug: "bytedance") { figure(property: CASH, period: "2024-08-26") { text claim { definedIn { file line } published sources { slug } } } } }',
  );
  const { text, claim } = Object(body.data).company.figure;
  expect(text).toBe('> 50bn USD');
  expect(claim).toMatchObject({ published: '2024-08-26', sources: [{ slug: 'article-winbuzzer' }] });
  const lines = readFileSync(claim.definedIn.file, 'utf8').split('\n');
  expect(lines[claim.definedIn.line - 1]).toContain('50bn USD');
});
