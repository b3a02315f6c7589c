import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

const people = Object.fromEntries(
  Array.from({ length: 7 }, (_, i) => [`people/li-${i}.yaml`, `name: Li Number ${i}\n`]),
);
const server = standingServer(
  smallData({
    ...people,
    'companies/nvidia.yaml': `name: Nvidia
aliases: [英伟达, NVIDIA Corporation]
mergedSlugs: [nv-corp]
identifiers: { ticker: ['NASDAQ:NVDA'], lei: [549300S4KLFTLO7GSQ80] }
description: Designs processors. Its Blackwell family follows Hopper.
claims:
  statement:
    - { text: supply of Blackwell is short, asOf: 2024-01-31, kind: opinion, source: early }
    - { text: supply of Blackwell is ample, asOf: 2025-01-31, kind: opinion, source: late, evidence: estimated }
    - { text: Hopper is at its end, asOf: 2025-01-31, kind: opinion, source: late, rank: deprecated, reason: made up }
`,
    'companies/tencent.yaml': 'name: Tencent\naliases: [騰訊]\ndescription: 社交与游戏公司，也做云。\n',
    'companies/nova.yaml': 'name: Nova\ndescription: Cools the processors of others.\n',
    'investments/nvidia.yaml': `- kind: capital-expenditure
  period: '2024'
  claims: { amount: [{ stated: 3bn USD, source: early }] }
- kind: capital-expenditure
  period: '2025'
  claims: { amount: [{ stated: 4bn USD, source: late }] }
`,
  }),
);

const hits =
  '{ totalCount counts { type count } edges { highlight cursor node { __typename slug } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } }';

async function search(text: string, more = '', lens = ''): Promise<Hits> {
  const field = `search(text: ${JSON.stringify(text)}${more}) ${hits}`;
  const { body } = await server.ask(lens === '' ? `{ ${field} }` : `{ view(lens: { ${lens} }) { ${field} } }`);
  expect(body.errors).toBeUndefined();
  const data = Object(body.data);
  return lens === '' ? data.search : data.view.search;
}

interface Hits {
  readonly totalCount: number;
  readonly counts: readonly { readonly type: string; readonly count: number }[];
  readonly edges: readonly {
    readonly highlight: string;
    readonly node: { readonly __typename: string; readonly slug: string };
  }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string;
    readonly startCursor: string;
  };
}

const found = ({ edges }: Hits) => edges.map(({ highlight, node }) => `${node.slug}: ${highlight}`);

describe('names', () => {
  test.each([
    ['nvidia', '**Nvidia**'],
    ['英伟达', '**英伟达**'],
    ['英偉達', '**英伟达**'],
    ['nvidia corp', '**NVIDIA Corp**oration'],
    ['nv-corp', '**nv-corp**'],
    ['NVDA', '**NVDA**'],
    ['nasdaq:nvda', '**NASDAQ:NVDA**'],
    ['549300s4klftlo7gsq80', '**549300S4KLFTLO7GSQ80**'],
    ['Nvdia', '**Nvidia**'],
  ])('%s finds its company first', async (text, highlight) => {
    const { edges } = await search(text);
    expect(edges[0]).toMatchObject({ highlight, node: { __typename: 'Company', slug: 'nvidia' } });
  });

  test('stand outside the lens', async () => {
    expect(found(await search('Nvidia', ', types: [COMPANY]', 'sources: ["undated"], knownOn: "2020-01-01"'))).toEqual([
      'nvidia: **Nvidia**',
    ]);
  });
});

describe('texts', () => {
  test('find by the words of descriptions, then of what was said, the sentence where they stand', async () => {
    expect(found(await search('blackwell'))).toEqual(['nvidia: Its **Blackwell** family follows Hopper.']);
    expect(found(await search('processors'))).toEqual([
      'nova: Cools the **processors** of others.',
      'nvidia: Designs **processors**.',
    ]);
    expect(found(await search('blackwell supply'))).toEqual(['nvidia: **supply** of **Blackwell** is short']);
  });

  test('find unfinished words and Chinese ones', async () => {
    expect(found(await search('cools the proc'))).toEqual(['nova: **Cools the proc**essors of others.']);
    expect(found(await search('遊戲'))).toEqual(['tencent: 社交与**游戏**公司，也做云。']);
    expect(found(await search('云'))).toEqual(['tencent: 社交与游戏公司，也做**云**。']);
  });

  test('find investments by the words of their composed names', async () => {
    expect(found(await search('expenditure 2025 nvidia'))).toEqual([
      'nvidia-capital-expenditure-2025: **Nvidia**, capital **expenditure 2025**',
    ]);
    expect((await search('nvidia')).counts).toEqual([
      { type: 'COMPANY', count: 1 },
      { type: 'INVESTMENT', count: 2 },
    ]);
  });

  test('of claims are found through a lens only where they count in it', async () => {
    expect(found(await search('is ample'))).toEqual(['nvidia: supply of Blackwell **is ample**']);
    expect(found(await search('is ample', '', 'sources: ["early"]'))).toEqual([]);
    expect(found(await search('is ample', '', 'knownOn: "2024-12-31"'))).toEqual([]);
    expect(found(await search('is ample', '', 'evidence: [REPORTED]'))).toEqual([]);
    expect(found(await search('is short', '', 'asOf: "2024-01-30"'))).toEqual([]);
    expect(found(await search('is short', '', 'asOf: "2024-01-31"'))).toEqual([
      'nvidia: supply of Blackwell **is short**',
    ]);
    expect(found(await search('at its end'))).toEqual([]);
  });
});

describe('pages', () => {
  test('walked forward and backward give each once', async () => {
    const all = (await search('li')).edges.map(({ node }) => node.slug);
    expect(all).toHaveLength(7);
    const forward: string[] = [];
    let after = '';
    for (let pages = 0; pages < 4; pages++) {
      const { edges, pageInfo, totalCount } = await search('li', `, first: 2${after}`);
      expect(totalCount).toBe(7);
      expect(pageInfo).toMatchObject({ hasNextPage: pages < 3, hasPreviousPage: pages > 0 });
      forward.push(...edges.map(({ node }) => node.slug));
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(forward).toEqual(all);
    const last = await search('li', ', last: 3');
    expect(last.edges.map(({ node }) => node.slug)).toEqual(all.slice(-3));
    const before = await search('li', `, last: 3, before: "${last.pageInfo.startCursor}"`);
    expect(before.edges.map(({ node }) => node.slug)).toEqual(all.slice(1, 4));
  });

  test('are empty where nothing is found', async () => {
    expect(await search('xyzzy')).toMatchObject({ totalCount: 0, counts: [], edges: [] });
    expect(await search('?!')).toMatchObject({ totalCount: 0, counts: [], edges: [] });
    expect(await search('%"\'*() AND OR NOT')).toMatchObject({ edges: [] });
  });

  test('take no cursor of another text', async () => {
    const { pageInfo } = await search('li', ', first: 2');
    const { body } = await server.ask(`{ search(text: "number", after: "${pageInfo.endCursor}") { totalCount } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_CURSOR', argument: 'after' });
  });
});

test.each([
  ['text: ""', 'text', 'write a name or some words'],
  ['text: "  "', 'text', 'write a name or some words'],
  [`text: "${'a'.repeat(201)}"`, 'text', '201 characters'],
  ['text: "a", types: []', 'types', 'leave it out'],
])('%s is refused with advice', async (args, argument, advice) => {
  const { body } = await server.ask(`{ search(${args}) { totalCount } }`);
  expect(body.data).toEqual({ search: null });
  expect(body.errors?.[0]).toMatchObject({
    message: expect.stringContaining(advice),
    extensions: { code: 'BAD_ARGUMENT', argument },
  });
});

test('a text of 200 characters is looked for', async () => {
  expect(await search('li '.repeat(66).trim().padEnd(200, 'x'))).toMatchObject({ edges: [] });
});
