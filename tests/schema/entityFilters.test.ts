import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { slugsIn } from '../slugsIn.ts';
import { smallData } from '../smallData.ts';

const server = standingServer(
  smallData({
    'sources/paper.yaml': 'name: A paper\npublisher: Café Press\npublished: 2024-05\n',
    'places/cn-gd.yaml': 'name: Guangdong\nkind: region\nwithin: cn\n',
    'places/cn-sz.yaml': 'name: Shenzhen\nkind: region\nwithin: cn-gd\n',
    'places/us.yaml': 'name: United States\nkind: country\n',
    'companies/parent.yaml':
      'name: Parent\nhome: cn-sz\nclaims:\n  ownership:\n    - { text: private, asOf: 2020-01-01, source: early }\n    - { text: public, asOf: 2025-06-01, source: late }\nlinks:\n  - { kind: parent-of, to: child, start: 2020, source: early }\n  - { kind: parent-of, to: sold, start: 2020, end: 2023, source: early }\n',
    'companies/child.yaml': 'name: Child\nhome: cn\nclaims:\n  ownership: [{ text: subsidiary, source: early }]\n',
    'companies/sold.yaml':
      'name: Sold\nhome: us\nclaims:\n  ownership:\n    - { text: state, source: early, rank: deprecated, reason: wrong }\n    - { text: private, source: late, rank: tentative, reason: weak }\n    - { text: public, source: early }\n',
    'companies/nowhere.yaml': 'name: Nowhere\n',
    'groups/family.yaml': 'name: Family\nmembers: [parent, child]\n',
    'groups/mixed.yaml': 'name: Mixed\nmembers: [child, sold]\n',
    'groups/vague.yaml': 'name: Vague\nmembers: [child, nowhere]\n',
    'groups/empty.yaml': 'name: Empty\nclosed: false\n',
    'processors/old.yaml':
      'name: Old\nkind: data-centre-gpu\nmaker: parent\nclaims:\n  announced:\n    - { date: 2023-03, source: early }\n    - { date: 2023-05-01, source: late, rank: tentative, reason: weak }\n',
    'processors/new.yaml':
      'name: New\nkind: data-centre-gpu\nclaims:\n  announced: [{ date: 2025-01-10, source: late }]\n',
    'investments/parent.yaml':
      '- { kind: stake, target: child, status: done, period: 2024-02-03 }\n- { kind: plan, slug: plan, name: Plan, place: cn }\n',
    'export-controls/rule.yaml':
      'name: Rule\nkind: rule\nimposedBy: us\nclaims:\n  announced: [{ date: 2023-10-17, source: early }]\n  effective:\n    - { date: 2023-11-17, source: early, rank: preferred, reason: as printed }\n    - { date: 2023-11-16, source: late }\n',
    'export-controls/draft.yaml':
      'name: Draft\nkind: rule\nimposedBy: us\nclaims:\n  announced: [{ date: 2025, source: late }]\n',
    'shipments/unknown.yaml': '- { processor: old, buyers: [child], slug: lot, name: Lot }\n',
  }),
);

const slugs = async (list: string, where: string, lens?: string) =>
  [...(await slugsIn(server, list, where, lens))].sort();

describe('companies', () => {
  test('by their ownership on the day of the lens, by the best claim', async () => {
    expect(await slugs('companies', '{ ownership: [PUBLIC] }')).toEqual(['parent', 'sold']);
    expect(await slugs('companies', '{ ownership: [PRIVATE, STATE] }')).toEqual([]);
    expect(await slugs('companies', '{ ownership: [SUBSIDIARY, PUBLIC] }')).toEqual(['child', 'parent', 'sold']);
    // Before the listing, and for those who trust one paper only.
    expect(await slugs('companies', '{ ownership: [PRIVATE] }', '{ asOf: "2024-01-01" }')).toEqual(['parent']);
    expect(await slugs('companies', '{ ownership: [PRIVATE] }', '{ sources: ["late"] }')).toEqual(['sold']);
    expect(await slugs('companies', '{ ownership: [PUBLIC] }', '{ knownOn: "2024-06-30" }')).toEqual(['sold']);
  });

  test('filter as the field answers, through every lens', async () => {
    for (const lens of ['{ sources: ["early"] }', '{ sources: ["late"] }', '{ asOf: "2022-01-01" }', '{}']) {
      const { body } = await server.ask(
        `{ view(lens: ${lens}) { companies { edges { node { slug ownership } } } public: companies(where: { ownership: [PUBLIC] }) { edges { node { slug ownership } } } } }`,
      );
      const { companies, public: found } = Object(body.data).view;
      expect(found.edges).toEqual(
        companies.edges.filter(({ node }: { node: { ownership: string } }) => node.ownership === 'PUBLIC'),
      );
    }
  });

  test('by the company that controls them, or by having none', async () => {
    expect(await slugs('companies', '{ parent: { slug: { equals: "parent" } } }')).toEqual(['child']);
    expect(await slugs('companies', '{ parent: { isUnknown: true } }')).toEqual(['nowhere', 'parent', 'sold']);
    expect(await slugs('companies', '{ parent: { isUnknown: false } }')).toEqual(['child']);
    expect(
      await slugs(
        'companies',
        '{ parent: { home: { within: { slug: { equals: "cn" } } } } }',
        '{ asOf: "2022-01-01" }',
      ),
    ).toEqual(['child', 'sold']);
  });

  test('by a home that is known or not; what is not there is neither this nor other than this', async () => {
    expect(await slugs('companies', '{ home: { isUnknown: true } }')).toEqual(['nowhere']);
    expect(await slugs('companies', '{ home: { or: [{ isUnknown: true }, { slug: { equals: "us" } }] } }')).toEqual([
      'nowhere',
      'sold',
    ]);
    expect(await slugs('companies', '{ home: { not: { isUnknown: true } } }')).toEqual(['child', 'parent', 'sold']);
    expect(await slugs('companies', '{ home: { not: { slug: { equals: "us" } } } }')).toEqual(['child', 'parent']);
    expect(await slugs('companies', '{ not: { home: { slug: { equals: "us" } } } }')).toEqual([
      'child',
      'nowhere',
      'parent',
    ]);
    expect(await slugs('companies', '{ isUnknown: true }')).toEqual([]);
    expect(await slugs('companies', '{ isUnknown: false }')).toHaveLength(4);
  });
});

describe('places', () => {
  test('within others at any depth', async () => {
    expect(await slugs('places', '{ within: { slug: { equals: "cn" } } }')).toEqual(['cn-gd', 'cn-sz']);
    expect(await slugs('places', '{ within: { kinds: [COUNTRY] } }')).toEqual(['cn-gd', 'cn-sz']);
    expect(await slugs('companies', '{ home: { within: { slug: { equals: "cn" } } } }')).toEqual(['parent']);
  });
});

describe('groups', () => {
  test('by one of their members', async () => {
    expect(await slugs('groups', '{ member: { slug: { equals: "parent" } } }')).toEqual(['family']);
    expect(await slugs('groups', '{ member: { home: { isUnknown: true } } }')).toEqual(['vague']);
    expect(await slugs('groups', '{ member: { isUnknown: true } }')).toEqual(['empty']);
  });

  test('have the home that all known members have', async () => {
    const buyersIn = (place: string) =>
      slugs('investments', `{ investor: { home: { slug: { equals: "${place}" } } } }`);
    expect(await buyersIn('cn-sz')).toEqual(['parent-stake-2024-02-03', 'plan']);
    expect(await buyersIn('us')).toEqual([]);
    const inChina =
      '{ home: { or: [{ slug: { equals: "cn" } }, { within: { slug: { equals: "cn" } } }] }, types: [GROUP, PLACE] }';
    const { body } = await server.ask(
      `{ links(during: "../..", where: { kinds: [MEMBER_OF], to: ${inChina} }) { edges { node { to { slug } } } } }`,
    );
    const groups = Object(body.data).links.edges.map(({ node }: { node: { to: { slug: string } } }) => node.to.slug);
    expect([...new Set(groups)]).toEqual(['family']);
  });
});

describe('dates', () => {
  test('of processors and controls, by the best claim; a month counts as its last day', async () => {
    expect(await slugs('processors', '{ announced: { equals: "2023-03-31" } }')).toEqual(['old']);
    expect(await slugs('processors', '{ announced: { within: "2023-04/2023-06" } }')).toEqual([]);
    expect(await slugs('processors', '{ announced: { within: "../.." } }')).toEqual(['new', 'old']);
    expect(await slugs('processors', '{ announced: { isUnknown: true } }', '{ knownOn: "2024-06-30" }')).toEqual([
      'new',
    ]);
    expect(await slugs('exportControls', '{ effective: { equals: "2023-11-17" } }')).toEqual(['rule']);
    expect(await slugs('exportControls', '{ effective: { equals: "2023-11-16" } }', '{ sources: ["late"] }')).toEqual([
      'rule',
    ]);
    expect(await slugs('exportControls', '{ effective: { isUnknown: true } }')).toEqual(['draft']);
    expect(await slugs('exportControls', '{ announced: { after: "2024-12-31" } }')).toEqual(['draft']);
  });

  test('of sources, and who published them', async () => {
    expect(await slugs('sources', '{ published: { within: "2024" } }')).toEqual(['early', 'paper']);
    expect(await slugs('sources', '{ published: { equals: "2024-05-31" } }')).toEqual(['paper']);
    expect(await slugs('sources', '{ published: { isUnknown: true } }')).toEqual(['undated']);
    expect(await slugs('sources', '{ publisher: { contains: "cafe" } }')).toEqual(['paper']);
    expect(await slugs('sources', '{ publisher: { isUnknown: true } }')).toEqual(['early', 'late', 'undated']);
    expect(await slugs('sources', '{ not: { publisher: { equals: "Cafe press" } } }')).toEqual([
      'early',
      'late',
      'undated',
    ]);
  });
});

describe('presence', () => {
  test('of what an investment or a shipment names', async () => {
    expect(await slugs('investments', '{ target: { isUnknown: true } }')).toEqual(['plan']);
    expect(await slugs('investments', '{ place: { isUnknown: true } }')).toEqual(['parent-stake-2024-02-03']);
    expect(await slugs('investments', '{ investor: { isUnknown: true } }')).toEqual([]);
    expect(await slugs('processors', '{ maker: { isUnknown: true } }')).toEqual(['new']);
    expect(await slugs('shipments', '{ seller: { isUnknown: true } }')).toEqual(['lot']);
    expect(await slugs('shipments', '{ period: { isUnknown: true } }')).toEqual(['lot']);
  });

  test('of periods: their length, or one of several', async () => {
    expect(await slugs('investments', '{ period: { in: ["2024-02-03", "2023"] } }')).toEqual([
      'parent-stake-2024-02-03',
    ]);
    expect(await slugs('investments', '{ period: { interval: YEAR } }')).toEqual([]);
  });
});

test('marks in a text mean themselves', async () => {
  expect(await slugs('companies', '{ name: { contains: "%" } }')).toEqual([]);
  expect(await slugs('companies', '{ name: { contains: "_" } }')).toEqual([]);
  expect(await slugs('companies', '{ name: { in: [] } }')).toEqual([]);
  expect(await slugs('companies', '{ slug: { contains: "ar" } }')).toEqual(['parent']);
});
