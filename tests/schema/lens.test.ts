import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

// One company whose claims differ in everything that a lens or the order of claims looks at.
const published = smallData({
  'companies/acme.yaml': `
name: Acme
home: cn
claims:
  cash:
    - { stated: 5bn USD, asOf: 2024-06-30, source: late }
    - { stated: 6bn USD, asOf: 2024-12-31, source: late }
  headcount:
    - { stated: 100 count, asOf: 2024-01-31, source: undated }
  ownership:
    - { text: private, asOf: 2024-01-31, source: early }
    - { text: public, asOf: 2025-01-31, source: late }
links:
  - { kind: parent-of, to: minor, start: 2020, end: 2024-07-01, source: early }
`,
  'companies/minor.yaml': 'name: Minor\nhome: cn\n',
  'investments/acme.yaml': `
- kind: capital-expenditure
  period: '2023'
  claims:
    amount:
      - { id: first, stated: 27266m USD, definition: cash-purchases, source: early, supersededBy: second }
      - { id: second, stated: 27045m USD, definition: cash-purchases, source: late }
      - { stated: 28.1bn USD, definition: with-finance-leases, source: late }
- kind: capital-expenditure
  period: '2024'
  claims:
    amount:
      - { stated: about 40bn USD, evidence: forecast, kind: guidance, source: early }
      - { stated: 50.3bn USD, source: early }
      - { stated: 50bn USD (49.5bn..50.5bn), source: late }
      - { stated: 99bn USD, rank: tentative, reason: a rumour, source: late }
      - { stated: 1bn USD, rank: deprecated, reason: wrong year, source: late }
- kind: capital-expenditure
  period: '2025'
  claims:
    amount:
      - { stated: 70bn USD (69.5bn..70.5bn), rank: tentative, reason: a rumour, source: late }
      - { stated: 80bn USD (79.5bn..80.5bn), rank: deprecated, reason: doubled, source: late }
`,
  'groups/all.yaml': 'name: All\nmembers: [acme, minor]\n',
});

const server = standingServer(published);

async function capex(lens: string, period: string, fields = 'value definition evidence tentative') {
  const { body } = await server.ask(`{ view(lens: { ${lens} }) { company(slug: "acme") {
    figure(property: CAPITAL_EXPENDITURE, period: "${period}") { ${fields} } } } }`);
  expect(body.errors).toBeUndefined();
  return Object(body.data).view.company.figure;
}

async function company(lens: string, fields: string) {
  const { body } = await server.ask(`{ view(lens: { ${lens} }) { company(slug: "acme") { ${fields} } } }`);
  expect(body.errors).toBeUndefined();
  return Object(body.data).view.company;
}

describe('of claims about one fact', () => {
  test('a result goes before a forecast, a later publication before a finer figure, and weak ones last', async () => {
    const figure = await capex('', '2024', 'value others { figure { value } evidence rank } disputed');
    expect(figure).toEqual({
      value: 50e9,
      others: [
        { figure: { value: 50.3e9 }, evidence: 'REPORTED', rank: 'NORMAL' },
        { figure: { value: 40e9 }, evidence: 'FORECAST', rank: 'NORMAL' },
        { figure: { value: 99e9 }, evidence: 'REPORTED', rank: 'TENTATIVE' },
      ],
      // 50.3 lies within 49.5 to 50.5; the forecast is of the other side, and the rumour is weak.
      disputed: false,
    });
  });

  test('only a trusted source answers', async () => {
    expect(await capex('sources: ["early"]', '2024')).toMatchObject({ value: 50.3e9 });
    expect(await capex('sources: ["undated"]', '2024')).toBeNull();
  });

  test('only trusted evidence answers', async () => {
    expect(await capex('evidence: [FORECAST]', '2024')).toMatchObject({ value: 40e9, evidence: 'FORECAST' });
  });

  test('a weak claim answers where nothing better does, and says so; a wrong one never does', async () => {
    expect(await capex('', '2025')).toMatchObject({ value: 70e9, tentative: true });
  });
});

describe('what was known on a day', () => {
  test('a restated claim counts until its successor is published', async () => {
    expect(await capex('knownOn: "2024-06-30"', '2023')).toMatchObject({ value: 27266e6 });
    expect(await capex('knownOn: "2025-02-01"', '2023')).toMatchObject({ value: 27045e6 });
  });

  test('its successor does not count where its source is not trusted', async () => {
    expect(await capex('sources: ["early"]', '2023')).toMatchObject({ value: 27266e6 });
  });

  test('the history shows both, in the order in which they became known', async () => {
    const { history } = await capex(
      '',
      '2023',
      'history { figure { value } counts supersededBy { figure { value } } }',
    );
    expect(history).toEqual([
      { figure: { value: 27266e6 }, counts: false, supersededBy: { figure: { value: 27045e6 } } },
      { figure: { value: 27045e6 }, counts: true, supersededBy: null },
    ]);
  });

  test('an undated claim counts only where nothing is cut off', async () => {
    const headcount = 'figure(property: HEADCOUNT) { value }';
    expect(await company('', headcount)).toEqual({ figure: { value: 100 } });
    expect(await company('knownOn: "2026-11-24"', headcount)).toEqual({ figure: null });
  });
});

describe('the day in the world', () => {
  test('of what holds on a day, the latest by then answers', async () => {
    const cash = 'figure(property: CASH) { value period { label } } ownership';
    expect(await company('asOf: "2024-09-30"', cash)).toEqual({
      figure: { value: 5e9, period: { label: '2024-06-30' } },
      ownership: 'PRIVATE',
    });
    expect(await company('asOf: "2024-05-31"', cash)).toEqual({ figure: null, ownership: 'PRIVATE' });
    expect(await company('', cash)).toMatchObject({ figure: { value: 6e9 }, ownership: 'PUBLIC' });
  });

  test('it hides no period', async () => {
    expect(await capex('asOf: "2020-01-01"', '2024')).toMatchObject({ value: 50e9 });
  });

  test('a link holds from its first day until the day of its end; a year counts as its last day', async () => {
    const owns = 'links(kinds: [PARENT_OF]) { totalCount edges { node { to { slug } } } }';
    const held = { links: { totalCount: 1, edges: [{ node: { to: { slug: 'minor' } } }] } };
    const none = { links: { totalCount: 0, edges: [] } };
    expect(await company('asOf: "2020-12-30"', owns)).toEqual(none);
    expect(await company('asOf: "2020-12-31"', owns)).toEqual(held);
    expect(await company('asOf: "2024-06-30"', owns)).toEqual(held);
    expect(await company('asOf: "2024-07-01"', owns)).toEqual(none);
    expect(await company('', owns)).toEqual(none);
    expect(await company('', 'links(kinds: [PARENT_OF], during: "2022") { totalCount }')).toEqual({
      links: { totalCount: 1 },
    });
  });
});

describe('definitions', () => {
  test('the first that has a counting claim answers, or the one asked for', async () => {
    expect(await capex('', '2023')).toMatchObject({ value: 27045e6, definition: 'cash-purchases' });
    const asked =
      'figure(property: CAPITAL_EXPENDITURE, period: "2023", definition: "with-finance-leases") { value definition disputed }';
    expect(await company('', asked)).toEqual({
      figure: { value: 28.1e9, definition: 'with-finance-leases', disputed: false },
    });
  });
});

describe('weak claims in sums', () => {
  const total =
    'total(property: CAPITAL_EXPENDITURE, period: "2025") { countedCount missingCount sum { value derivation { warnings { code entities { slug } } } } }';
  const ask = async (lens: string) => {
    const { body } = await server.ask(`{ view(lens: { ${lens} }) { group(slug: "all") { ${total} } } }`);
    return Object(body.data).view.group.total;
  };

  test('are left out, and named', async () => {
    expect(await ask('')).toEqual({
      countedCount: 0,
      missingCount: 2,
      sum: {
        value: null,
        derivation: {
          warnings: expect.arrayContaining([{ code: 'LOW_CONFIDENCE', entities: [{ slug: 'acme' }] }]),
        },
      },
    });
  });

  test('are taken in by a lens that says so', async () => {
    expect(await ask('includeTentative: true')).toMatchObject({ countedCount: 1, missingCount: 1 });
  });
});

describe('ids', () => {
  test('name the lens, which node honours', async () => {
    const { id } = await company('knownOn: "2024-06-30"', 'id');
    expect(id).toMatch(/^Company:acme~/);
    const { body } = await server.ask(
      `query ($id: ID!) { node(id: $id) { id ... on Company { figure(property: CAPITAL_EXPENDITURE, period: "2023") { value } } } }`,
      { id },
    );
    expect(body.data).toEqual({ node: { id, figure: { value: 27266e6 } } });
  });

  test('are the plain ones where the lens is the default one in other words', async () => {
    expect(
      await company('asOf: "2026-11-25", evidence: [REPORTED, SCENARIO, DERIVED, ESTIMATED, FORECAST]', 'id'),
    ).toEqual({
      id: 'Company:acme',
    });
  });

  test('of claims and sources name no lens', async () => {
    const fields = 'claims(first: 1) { edges { node { id sources { id } } } }';
    const { claims } = await company('knownOn: "2025-06-30"', fields);
    expect(claims.edges[0].node).toEqual({
      id: expect.stringMatching(/^Claim:acme-cash-[0-9a-f]+$/),
      sources: [{ id: 'Source:late' }],
    });
  });
});

test('two views in one request are two pictures', async () => {
  const { body } = await server.ask(`{
    before: view(lens: { knownOn: "2024-06-30" }) { ...Spent }
    after: view(lens: {}) { ...Spent }
  }
  fragment Spent on View { company(slug: "acme") { id figure(property: CAPITAL_EXPENDITURE, period: "2023") { exact } } }`);
  expect(body.data).toEqual({
    before: { company: { id: expect.stringContaining('~'), figure: { exact: '27266000000' } } },
    after: { company: { id: 'Company:acme', figure: { exact: '27045000000' } } },
  });
});
