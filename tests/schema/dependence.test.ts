import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

const server = standingServer(
  smallData({
    'places/tw.yaml': 'name: Taiwan\nkind: country\n',
    'companies/fab.yaml': `name: Fab
home: tw
links:
  - { kind: foundry-for, to: designer, source: early }
  - { kind: foundry-for, to: rival, source: early }
  - { kind: invests-in, to: tenant, source: early }
`,
    'companies/second-fab.yaml': `name: Second Fab
home: cn
links:
  - { kind: foundry-for, to: rival, source: late, end: 2025-06-01 }
  - { kind: operates-data-centre-in, to: tw, source: early }
`,
    'companies/memory.yaml': `name: Memory
home: cn
links:
  - { kind: supplies, to: designer, source: early }
  - { kind: supplies, to: designer, what: hall, source: late }
  - { kind: supplies, to: rival, source: early, rank: tentative, reason: a rumour }
`,
    'companies/nowhere.yaml':
      'name: Nowhere\nlinks:\n  - { kind: supplies, to: designer, source: early, evidence: estimated }\n',
    'companies/designer.yaml': 'name: Designer\n',
    'companies/rival.yaml': 'name: Rival\n',
    'companies/cloud.yaml': `name: Cloud
links:
  - { kind: buys, to: chip, source: early }
  - { kind: buys, to: other-chip, source: early }
`,
    'companies/landlord.yaml': 'name: Landlord\nlinks:\n  - { kind: owns-stake, to: tenant, source: early }\n',
    'companies/tenant.yaml': `name: Tenant
links:
  - { kind: rents-compute-from, to: cloud, source: early }
  - { kind: leases-data-centre-from, to: landlord, source: early }
  - { kind: leases-data-centre-from, to: fab, source: late, start: 2025-01-01 }
  - { kind: partners-with, to: fab, source: early }
`,
    'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: designer\n',
    'processors/other-chip.yaml': 'name: Other chip\nkind: data-centre-gpu\nmaker: rival\n',
    'products/hall.yaml': 'name: Hall\nkind: data-centre\n',
  }),
);

async function ask(query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

interface Edge {
  readonly node: { readonly slug: string };
  readonly path: {
    readonly entities: readonly { readonly slug: string }[];
    readonly links: readonly { readonly kind: string }[];
  };
  readonly otherSuppliers: readonly { readonly slug: string }[];
}

const dependents = `totalCount truncated documentation { linkCount entityCount undocumentedCount }
  edges { cursor node { slug } path { length entities { slug } links { kind } } otherSuppliers { slug } }
  pageInfo { hasNextPage endCursor }`;

async function dependentsOf(args: string, lens = '') {
  const found = (await ask(`{ view(lens: { ${lens} }) { dependents(${args}) { ${dependents} } } }`)).view.dependents;
  const rows: readonly string[] = found.edges.map(
    ({ path, otherSuppliers }: Edge) =>
      `${path.entities.map(({ slug }) => slug).join(' ')}${otherSuppliers.map(({ slug }) => ` or ${slug}`).join('')}`,
  );
  return { rows, ...found };
}

describe('who depends on an entity', () => {
  test('are its customers, their chips and who buys those, by the shortest chain, with other suppliers', async () => {
    const { rows, totalCount, truncated, documentation } = await dependentsOf('of: "Company:fab", depth: 3');
    expect(rows).toEqual([
      'fab designer',
      'fab rival',
      'fab tenant or landlord',
      'fab designer chip',
      'fab rival other-chip',
      'fab designer chip cloud or other-chip',
    ]);
    expect(totalCount).toBe(6);
    expect(truncated).toBe(false);
    expect(documentation).toEqual({ linkCount: 7, entityCount: 6, undocumentedCount: 1 });
  });

  test('are those on the day, known by then, and over the kinds that are asked for', async () => {
    expect((await dependentsOf('of: "Company:fab", kinds: [FOUNDRY_FOR]', 'asOf: "2025-05-01"')).rows).toEqual([
      'fab designer',
      'fab rival or second-fab',
    ]);
    expect((await dependentsOf('of: "Company:fab", kinds: [FOUNDRY_FOR], during: "2025"')).rows[1]).toBe(
      'fab rival or second-fab',
    );
    expect((await dependentsOf('of: "Company:fab", depth: 1', 'knownOn: "2024-06-01"')).rows).toEqual([
      'fab designer',
      'fab rival',
    ]);
    expect((await dependentsOf('of: "Place:tw", depth: 1')).rows).toEqual(['tw second-fab']);
    expect((await dependentsOf('of: "Company:fab", kinds: [INVESTS_IN, OWNS_STAKE]')).rows).toEqual(['fab tenant']);
  });

  test('come page by page', async () => {
    const first = await dependentsOf('of: "Company:fab", depth: 3, first: 2');
    expect(first.rows).toEqual(['fab designer', 'fab rival']);
    const second = await dependentsOf(`of: "Company:fab", depth: 3, first: 2, after: "${first.pageInfo.endCursor}"`);
    expect(second.rows).toEqual(['fab tenant or landlord', 'fab designer chip']);
    expect(second.pageInfo.hasNextPage).toBe(true);
  });

  test('are none where nobody is documented, which is said', async () => {
    const { rows, documentation } = await dependentsOf('of: "Company:nowhere", kinds: [FOUNDRY_FOR]');
    expect(rows).toEqual([]);
    expect(documentation).toEqual({ linkCount: 0, entityCount: 1, undocumentedCount: 1 });
  });

  test('cost as many statements for many as for one', async () => {
    const query = (args: string) => `{ dependents(${args}) { ${dependents} } }`;
    const { statements } = await server.ask(query('of: "Company:memory", depth: 1'));
    expect((await server.ask(query('of: "Company:cloud", depth: 1'))).statements).toBeLessThanOrEqual(statements);
    expect((await server.ask(query('of: "Company:memory", depth: 1'))).statements).toBe(0);
  });
});

describe('what several entities share', () => {
  const fields =
    'totalCount documentation { linkCount entityCount undocumentedCount } edges { node { slug } links { kind from { slug } to { slug } } }';
  const common = async (args: string) => (await ask(`{ commonLinks(${args}) { ${fields} } }`)).commonLinks;

  test('is who is linked with all of them, with the links', async () => {
    const found = await common(
      'of: ["Company:designer", "Company:rival"], kinds: [FOUNDRY_FOR, SUPPLIES], direction: IN',
    );
    expect(found.edges).toEqual([
      {
        node: { slug: 'fab' },
        links: [
          { kind: 'FOUNDRY_FOR', from: { slug: 'fab' }, to: { slug: 'designer' } },
          { kind: 'FOUNDRY_FOR', from: { slug: 'fab' }, to: { slug: 'rival' } },
        ],
      },
      {
        node: { slug: 'memory' },
        links: [
          { kind: 'SUPPLIES', from: { slug: 'memory' }, to: { slug: 'designer' } },
          { kind: 'SUPPLIES', from: { slug: 'memory' }, to: { slug: 'designer' } },
          { kind: 'SUPPLIES', from: { slug: 'memory' }, to: { slug: 'rival' } },
        ],
      },
    ]);
    expect(found.documentation).toEqual({ linkCount: 6, entityCount: 2, undocumentedCount: 0 });
  });

  test('is seen the way it is asked for, and says who has no link at all', async () => {
    expect((await common('of: ["Company:designer", "Company:rival"], direction: OUT')).edges).toEqual([]);
    const three = 'of: ["Company:designer", "Company:rival", "Company:nowhere"], kinds: [FOUNDRY_FOR]';
    const all = await common(three);
    expect(all).toMatchObject({ totalCount: 0, documentation: { entityCount: 3, undocumentedCount: 1 } });
    expect((await common(`${three}, atLeast: 2`)).edges.map(({ node }: Edge) => node.slug)).toEqual(['fab']);
  });
});

describe('links that depend on other links', () => {
  const links = async (where: string, during = '') =>
    (
      await ask(`{ links(where: ${where} ${during}) { edges { node { kind from { slug } to { slug } } } } }`)
    ).links.edges.map(
      ({ node }: { node: { from: { slug: string }; to: { slug: string } } }) => `${node.from.slug} ${node.to.slug}`,
    );

  test('are returned by others, on the same days', async () => {
    const where = '{ kinds: [LEASES_DATA_CENTRE_FROM], returnedBy: [INVESTS_IN, OWNS_STAKE] }';
    expect(await links(where)).toEqual(['tenant fab', 'tenant landlord']);
    expect(await links(where.replace('OWNS_STAKE', 'SUPPLIES'))).toEqual(['tenant fab']);
    expect(await links(`{ kinds: [LEASES_DATA_CENTRE_FROM], not: ${where} }`)).toEqual([]);
    const lens = await ask(
      `{ view(lens: { evidence: [ESTIMATED] }) { links(where: ${where}) { totalCount } } company(slug: "tenant") { links(where: ${where}) { totalCount } } }`,
    );
    expect(lens).toEqual({ view: { links: { totalCount: 0 } }, company: { links: { totalCount: 2 } } });
  });

  test('are the only source of the end that depends', async () => {
    expect(await links('{ kinds: [FOUNDRY_FOR], singleSource: true }')).toEqual(['fab designer', 'fab rival']);
    expect(await links('{ kinds: [FOUNDRY_FOR], singleSource: true }', ', during: "2025-01"')).toEqual([
      'fab designer',
    ]);
    expect((await links('{ kinds: [FOUNDRY_FOR], singleSource: false, during: "2025-01" }')).sort()).toEqual([
      'fab rival',
      'second-fab rival',
    ]);
    expect(await links('{ kinds: [RENTS_COMPUTE_FROM], singleSource: true }')).toEqual(['tenant cloud']);
    expect(await links('{ kinds: [LEASES_DATA_CENTRE_FROM], singleSource: true }')).toEqual([]);
    expect(await links('{ kinds: [PARTNERS_WITH], singleSource: true }')).toEqual([]);
    expect(await links('{ kinds: [PARTNERS_WITH], singleSource: false }')).toEqual([]);
  });

  test('say how much is documented under them', async () => {
    const documentation = 'documentation { linkCount entityCount undocumentedCount }';
    const {
      company,
      rival,
      links: all,
    } = await ask(`{
      company(slug: "designer") { links(kinds: [SUPPLIES], direction: IN, first: 1) { ${documentation} } }
      rival: company(slug: "rival") { links(kinds: [LEADS]) { ${documentation} } }
      links(where: { kinds: [SUPPLIES] }) { ${documentation} }
    }`);
    expect(company.links.documentation).toEqual({ linkCount: 3, entityCount: 3, undocumentedCount: 0 });
    expect(rival.links.documentation).toEqual({ linkCount: 0, entityCount: 1, undocumentedCount: 1 });
    expect(all.documentation).toEqual({ linkCount: 4, entityCount: 4, undocumentedCount: 0 });
  });
});

describe('the concentration of suppliers', () => {
  const fields = `shares { holder { slug } share { value evidence derivation { formula } } } named { value }
    rest { value warnings: derivation { warnings { code message } } } herfindahl { value low high }
    documentation { linkCount entityCount undocumentedCount }`;
  const suppliers = async (slug: string, by: string, lens = '') =>
    (
      await ask(
        `{ view(lens: { ${lens} }) { company(slug: "${slug}") { supplierConcentration(by: ${by}) { ${fields} } } } }`,
      )
    ).view.company.supplierConcentration;
  const shares = (found: { shares: { holder: { slug: string }; share: { value: number } }[] }) =>
    found.shares.map(({ holder, share }) => [holder.slug, share.value]);

  test('counts links by firm', async () => {
    const found = await suppliers('designer', 'FIRM');
    expect(shares(found)).toEqual([
      ['memory', 0.5],
      ['fab', 0.25],
      ['nowhere', 0.25],
    ]);
    expect(found.shares[0].share.evidence).toBe('ESTIMATED');
    expect(found.rest.value).toBe(0);
    expect(found.herfindahl.value).toBeCloseTo(0.375);
    expect(found.documentation).toEqual({ linkCount: 4, entityCount: 4, undocumentedCount: 0 });
  });

  test('counts links by the home of the firms, and leaves to the rest those whose home is not known', async () => {
    const found = await suppliers('designer', 'PLACE');
    expect(shares(found)).toEqual([
      ['cn', 0.5],
      ['tw', 0.25],
    ]);
    expect(found.rest.value).toBe(0.25);
    expect(found.rest.warnings.warnings[0].code).toBe('UNKNOWN_LEFT_OUT');
    // The rest is one place or very many: 0.25 + 0.0625, and as much again for one.
    expect(found.herfindahl.low).toBeCloseTo(0.3125);
    expect(found.herfindahl.high).toBeCloseTo(0.375);
  });

  test('leaves out links of weak confidence unless the lens takes them in', async () => {
    const found = await suppliers('rival', 'FIRM');
    expect(shares(found)).toEqual([['fab', 1]]);
    expect(found.documentation.linkCount).toBe(2);
    expect(found.rest.warnings.warnings[0].code).toBe('LOW_CONFIDENCE');
    expect(shares(await suppliers('rival', 'FIRM', 'includeTentative: true'))).toEqual([
      ['fab', 0.5],
      ['memory', 0.5],
    ]);
  });

  test('is null where no supplier is documented', async () => {
    expect(await suppliers('fab', 'FIRM')).toBeNull();
  });
});

describe('questions that make no sense', () => {
  test.each([
    ['dependents(of: "Company:nobody") { totalCount }', 'NOT_FOUND', 'of'],
    ['dependents(of: "Company:fab", depth: 0) { totalCount }', 'BAD_ARGUMENT', 'depth'],
    ['dependents(of: "Company:fab", depth: 7) { totalCount }', 'BAD_ARGUMENT', 'depth'],
    ['dependents(of: "Company:fab", kinds: [PARTNERS_WITH]) { totalCount }', 'BAD_ARGUMENT', 'kinds'],
    ['dependents(of: "Company:fab", first: 0) { totalCount }', 'BAD_PAGE', 'first'],
    ['commonLinks(of: ["Company:fab"]) { totalCount }', 'BAD_ARGUMENT', 'of'],
    ['commonLinks(of: []) { totalCount }', 'BAD_ARGUMENT', 'of'],
    ['commonLinks(of: ["Company:fab", "Company:fab"]) { totalCount }', 'BAD_ARGUMENT', 'of'],
    [`commonLinks(of: ${JSON.stringify(Array(21).fill('Company:fab'))}) { totalCount }`, 'BAD_ARGUMENT', 'of'],
    ['commonLinks(of: ["Company:fab", "Company:nobody"]) { totalCount }', 'NOT_FOUND', 'of'],
    ['commonLinks(of: ["Company:fab", "Company:rival"], atLeast: 3) { totalCount }', 'BAD_ARGUMENT', 'atLeast'],
    ['links(where: { returnedBy: [] }) { totalCount }', 'BAD_FILTER', 'where'],
    ['links(where: { singleSource: null }) { totalCount }', 'BAD_FILTER', 'where'],
    [
      'company(slug: "fab") { supplierConcentration(by: FIRM, kinds: [LEADS]) { named { value } } }',
      'BAD_ARGUMENT',
      'kinds',
    ],
  ])('are refused: %s', async (field, code, argument) => {
    const { body } = await server.ask(`{ ${field} }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code, argument });
  });
});
