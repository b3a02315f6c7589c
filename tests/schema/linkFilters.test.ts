import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { smallData } from '../smallData.ts';

const data = smallData({
  'people/ann.yaml':
    'name: Ann\nlinks:\n  - { kind: leads, to: firm, role: Chief Executive Officer, start: 2020, source: early }\n',
  'people/ben.yaml':
    'name: Ben\nlinks:\n  - { kind: leads, to: firm, role: co-founder, start: 2019-04-01, end: 2023-06, source: early }\n  - { kind: leads, to: other, start: 2024-01-01, evidence: estimated, source: late }\n',
  'companies/firm.yaml':
    'name: Firm\nhome: cn\nlinks:\n  - { kind: buys, to: chip, evidence: forecast, source: early }\n',
  'companies/other.yaml':
    'name: Other\nlinks:\n  - { kind: buys, to: chip, claims: [{ source: early, evidence: estimated }, { source: late, evidence: forecast }] }\n',
  'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: other\n',
});

let server: Serving;
beforeAll(async () => {
  server = await serving(await data.open());
});
afterAll(async () => {
  await server.stop();
  data.remove();
});

async function ask(query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

async function ends(where: string, during = '"../.."'): Promise<readonly string[]> {
  const { links } = await ask(
    `{ links(during: ${during}, where: ${where}) { edges { node { from { slug } to { slug } } } } }`,
  );
  return links.edges
    .map(({ node }: { node: { from: { slug: string }; to: { slug: string } } }) => `${node.from.slug} ${node.to.slug}`)
    .sort();
}

describe('conditions on links', () => {
  test('by the role, whatever its case and punctuation', async () => {
    expect(await ends('{ role: { contains: "executive" } }')).toEqual(['ann firm']);
    expect(await ends('{ role: { in: ["Co founder", "chief executive officer"] } }')).toEqual(['ann firm', 'ben firm']);
    expect(await ends('{ kinds: [LEADS], role: { isUnknown: true } }')).toEqual(['ben other']);
    expect(await ends('{ role: { startsWith: "x" } }')).toEqual([]);
  });

  test('by their first and their last day; a year counts as its last day', async () => {
    expect(await ends('{ start: { before: "2020-12-31" } }')).toEqual(['ben firm']);
    expect(await ends('{ start: { equals: "2020" } }')).toEqual(['ann firm']);
    expect(await ends('{ start: { after: "2019" } }')).toEqual(['ann firm', 'ben other']);
    expect(await ends('{ end: { within: "2023-Q2" } }')).toEqual(['ben firm']);
    expect(await ends('{ kinds: [LEADS], end: { isUnknown: true } }')).toEqual(['ann firm', 'ben other']);
  });

  test('by the best evidence among their claims', async () => {
    expect(await ends('{ evidence: { atLeast: REPORTED } }')).toEqual(['ann firm', 'ben firm', 'other chip']);
    expect(await ends('{ kinds: [BUYS], evidence: { atLeast: ESTIMATED } }')).toEqual(['other chip']);
    expect(await ends('{ evidence: { in: [FORECAST] } }')).toEqual(['firm chip']);
    expect(await ends('{ evidence: { in: [FORECAST], atLeast: REPORTED } }')).toEqual([]);
  });

  test('by the period in which they held, instead of the day of the lens', async () => {
    const { person } = await ask(
      '{ person(slug: "ben") { today: links { edges { node { to { slug } } } } before: links(where: { during: "2022" }) { edges { node { to { slug } } } } } }',
    );
    expect(person).toEqual({
      today: { edges: [{ node: { to: { slug: 'other' } } }] },
      before: { edges: [{ node: { to: { slug: 'firm' } } }] },
    });
    expect(await ends('{ kinds: [LEADS], during: "2022" }', 'null')).toEqual(['ann firm', 'ben firm']);
  });

  test('by the other end, whichever way they run', async () => {
    const { company, people } = await ask(`{
      company(slug: "other") { links(where: { other: { types: [PROCESSOR] } }) { edges { node { kind } } } }
      people(where: { links: { some: { other: { company: { home: { slug: { equals: "cn" } } } } } } }) { edges { node { slug } } }
    }`);
    expect(company.links.edges.map(({ node }: { node: { kind: string } }) => node.kind).sort()).toEqual([
      'BUYS',
      'MAKES',
    ]);
    expect(people.edges).toEqual([{ node: { slug: 'ann' } }]);
    expect(await ends('{ kinds: [LEADS], other: { slug: { equals: "other" } } }')).toEqual(['ben other']);
  });

  test('by what an end is, as a company or a processor', async () => {
    expect(await ends('{ to: { processor: { kinds: [DATA_CENTRE_GPU] } } }')).toEqual([
      'firm chip',
      'other chip',
      'other chip',
    ]);
    expect(await ends('{ to: { company: { name: { equals: "firm" } } } }')).toEqual(['ann firm', 'ben firm']);
    expect(await ends('{ to: { not: { company: {} } }, kinds: [BUYS] }')).toEqual(['firm chip', 'other chip']);
  });
});
