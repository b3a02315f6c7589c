import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

const amount = (stated: string, more = '') => `    amount:\n      - { stated: ${stated}, source: early${more} }\n`;
const spent = (period: string, claims: string) =>
  `- kind: capital-expenditure\n  period: '${period}'\n  claims:\n${claims}`;
const round = (slug: string, investors: string, day: string, stated: string) =>
  `- kind: funding-round\n  slug: ${slug}\n  investors: [${investors}]\n  target: start-up\n  closed: ${day}\n  claims:\n${amount(stated)}`;
const lot = (slug: string, of: string, units: string, more = '') =>
  `- { slug: ${slug}, ${of}, claims: { units: [{ stated: ${units}, source: early${more} }] } }\n`;

const server = standingServer(
  smallData({
    'sources/rates.yaml': 'name: Rates\n',
    'exchange-rates.yaml': 'rates:\n  - { currency: CNY, kind: mean, period: 2024, rate: 7.1, source: rates }\n',
    'places/us.yaml': 'name: United States\nkind: country\n',
    'places/town.yaml': 'name: Town\nkind: region\nwithin: us\n',
    'companies/alpha.yaml':
      'name: Alpha\nhome: cn\nlinks:\n  - { kind: parent-of, to: delta, source: early }\nclaims:\n  headcount:\n    - { stated: exactly 100 count, asOf: 2024-01-01, source: early }\n',
    'companies/beta.yaml': 'name: Beta\nhome: town\n',
    'companies/delta.yaml':
      'name: Delta\nhome: cn\nclaims:\n  headcount:\n    - { stated: exactly 40 count, asOf: 2024-01-01, source: early }\n',
    'companies/gamma.yaml':
      'name: Gamma\nhome: us\nclaims:\n  headcount:\n    - { stated: exactly 7 count, asOf: 2024-01-01, source: early }\n',
    'companies/yuan.yaml': 'name: Yuan\nhome: cn\n',
    'companies/start-up.yaml': 'name: Start-up\n',
    'groups/both.yaml': 'name: Both\nmembers: [alpha, beta]\n',
    'groups/wide.yaml': 'name: Wide\nmembers: [alpha, yuan]\n',
    'investments/alpha.yaml': [
      spent('2024-Q1', amount('exactly 10m USD')),
      spent('2024-H1', amount('exactly 30m USD')),
      spent('2024-Q3', amount('exactly 25m USD')),
      spent('2024', amount('exactly 100m USD')),
    ].join(''),
    'investments/delta.yaml': spent('2024', amount('exactly 20m USD')),
    'investments/beta.yaml': spent(
      '2024',
      `    amount:\n      - { stated: exactly 50m USD, source: early }\n      - { stated: exactly 60m USD, evidence: estimated, source: late }\n`,
    ),
    'investments/gamma.yaml': [
      spent('2024', amount('unknown')),
      spent('2025', amount('exactly 5m USD', ', rank: tentative, reason: hearsay')),
    ].join(''),
    'investments/both.yaml': spent('2024', amount('149m..151m USD')),
    'investments/wide.yaml': spent('2022', amount('exactly 8m USD')),
    'investments/yuan.yaml': spent('2024', amount('exactly 710m CNY')),
    'investments/rounds.yaml': [
      round('one', 'alpha', '2023-03-01', 'exactly 4m USD'),
      round('two', 'alpha, gamma', '2023-06-01', 'exactly 10m USD'),
      round('three', 'gamma', '2023-09-01', '1m..3m USD'),
    ].join(''),
    'processors/family.yaml': 'name: Family\nkind: family\nmaker: gamma\n',
    'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: gamma\nfamily: family\n',
    'processors/other.yaml': 'name: Other\nkind: data-centre-gpu\nmaker: gamma\n',
    'shipments/gamma.yaml': [
      lot('chips', 'processor: chip, period: 2024', 'exactly 10 count'),
      lot('others', 'processor: other, period: 2024', 'exactly 20 count'),
      lot('families', 'processor: family, period: 2024', 'exactly 15 count'),
      lot('to-alpha', 'processor: chip, buyers: [alpha], period: 2023', 'exactly 3 count'),
      lot('guessed', 'processor: chip, period: 2025', '100..120 count', ', evidence: forecast'),
    ].join(''),
  }),
);

async function ask(query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

const usd = 'of: { property: AMOUNT, unit: "USD" }';
const capex = (more: string) => `investments(where: { kinds: [CAPITAL_EXPENDITURE], ${more} })`;
const among = (...slugs: string[]) => `investor: { slug: { in: ${JSON.stringify(slugs)} } }`;
const figure = '{ value low high unit evidence derivation { warnings { code entities { slug } } inputs { name } } }';

describe('a sum', () => {
  test.each([
    ['a year and its parts', among('alpha'), 'period: { within: "2024" }', 100, 1],
    [
      'halves and quarters without their year',
      among('alpha'),
      'period: { in: ["2024-Q1", "2024-H1", "2024-Q3"] }',
      55,
      2,
    ],
    ['a parent and its subsidiary', among('alpha', 'delta'), 'period: { equals: "2024" }', 100, 1],
    ['a group and all of its members', among('alpha', 'beta', 'both'), 'period: { equals: "2024" }', 150, 2],
    ['a subsidiary and the group of its parent', among('both', 'delta'), 'period: { equals: "2024" }', 149, 1],
    ['a group of which one member is there', among('alpha', 'both'), 'period: { equals: "2024" }', 149, 1],
  ])('of %s counts nothing twice', async (_what, investor, period, low, counted) => {
    const { investments } = await ask(
      `{ ${capex(`${investor}, ${period}`)} { aggregate(${usd}) { sum { low } countedCount unknownCount } } }`,
    );
    expect(investments.aggregate).toEqual({ sum: { low: low * 1e6 }, countedCount: counted, unknownCount: 0 });
  });

  test('keeps its low end where something is unknown, and says what it left out', async () => {
    const { investments } = await ask(
      `{ ${capex(among('beta', 'gamma'))} { aggregate(${usd}) { count countedCount unknownCount disputedCount reportedCount sum ${figure} unknown { slug } } } }`,
    );
    expect(investments.aggregate).toEqual({
      count: 3,
      countedCount: 1,
      unknownCount: 1,
      disputedCount: 1,
      reportedCount: 1,
      unknown: [{ slug: 'gamma-capital-expenditure-2024' }],
      sum: {
        value: null,
        low: 50e6,
        high: null,
        unit: 'USD',
        evidence: 'DERIVED',
        derivation: {
          inputs: [{ name: 'Beta, capital expenditure 2024' }],
          warnings: [
            { code: 'LOW_CONFIDENCE', entities: [{ slug: 'gamma-capital-expenditure-2025' }] },
            { code: 'UNKNOWN_LEFT_OUT', entities: [{ slug: 'gamma-capital-expenditure-2024' }] },
          ],
        },
      },
    });
  });

  test('takes in what is weak where the lens does', async () => {
    const { view } = await ask(
      `{ view(lens: { includeTentative: true }) { ${capex(`${among('gamma')}, period: { equals: "2025" }`)} { aggregate(${usd}) { sum { value tentative } } } } }`,
    );
    expect(view.investments.aggregate.sum).toEqual({ value: 5e6, tentative: true });
  });

  test('of one row is its figure', async () => {
    const { investments } = await ask(
      `{ ${capex(`${among('alpha')}, period: { equals: "2024-Q1" }`)} { aggregate(${usd}) { sum { exact evidence claim { id } } } } }`,
    );
    expect(investments.aggregate.sum).toMatchObject({ exact: '10000000', evidence: 'REPORTED', claim: {} });
  });

  test('converts on request, naming the rate, and refuses to mix currencies', async () => {
    const of = `${among('beta', 'yuan')}, period: { equals: "2024" }`;
    const { investments } = await ask(
      `{ ${capex(of)} { aggregate(${usd}) { sum { value derivation { inputs { figure { derivation { formula inputs { name figure { value } } } } } } } } } }`,
    );
    expect(investments.aggregate.sum.value).toBe(150e6);
    expect(JSON.stringify(investments.aggregate.sum.derivation)).toContain('7.1');
    const { body } = await server.ask(`{ ${capex(of)} { totalCount aggregate(of: { property: AMOUNT }) { count } } }`);
    expect(body.data).toEqual({ investments: { totalCount: 2, aggregate: null } });
    expect(body.errors).toMatchObject([
      { message: expect.stringMatching(/CNY \(1\).*USD|USD \(1\).*CNY/), extensions: { code: 'UNIT_MISMATCH' } },
    ]);
  });

  test('is none of what does not add up, whose mean and median are', async () => {
    const { companies } = await ask(
      '{ companies { aggregate(of: { property: HEADCOUNT }) { sum { low } } equity: aggregate(of: { property: VALUATION }) { sum { low } } } investments { aggregate(of: { property: EQUITY_SHARE }) { sum { value } mean { value } } } }',
    );
    expect(companies).toEqual({ aggregate: { sum: { low: 107 } }, equity: { sum: null } });
  });

  test('leaves out facts of which the lens sees no claim', async () => {
    const { view } = await ask(
      `{ view(lens: { sources: ["late"] }) { ${capex('')} { totalCount aggregate(${usd}) { count unknownCount sum { value } } all: aggregate { count } groupBy(keys: [INVESTOR]) { totalCount } } } }`,
    );
    expect(view.investments).toMatchObject({
      totalCount: 11,
      aggregate: { count: 1, unknownCount: 0, sum: { value: 60e6 } },
      all: { count: 1 },
      groupBy: { totalCount: 1 },
    });
  });
});

describe('other measures', () => {
  test('are of the rows counted; the least and the greatest name theirs', async () => {
    const { investments } = await ask(
      `{ investments(where: { kinds: [FUNDING_ROUND] }) { aggregate(${usd}) {
        minimum { low high claim { subject { slug } } } maximum { value claim { subject { slug } } } mean { value low high } median { value low high } } } }`,
    );
    expect(investments.aggregate).toEqual({
      minimum: { low: 1e6, high: 3e6, claim: { subject: { slug: 'three' } } },
      maximum: { value: 10e6, claim: { subject: { slug: 'two' } } },
      mean: { value: null, low: 5e6, high: 17e6 / 3 },
      median: { value: null, low: 4e6, high: 4e6 },
    });
  });

  test('a family and its members are counted once, results and forecasts both', async () => {
    const { shipments } = await ask(
      '{ shipments { aggregate(of: { property: UNITS }) { sum { low high evidence derivation { warnings { entities { slug } } } } countedCount } } }',
    );
    expect(shipments.aggregate).toMatchObject({
      countedCount: 4,
      sum: {
        low: 138,
        high: 158,
        evidence: 'FORECAST',
        derivation: { warnings: [{ entities: [{ slug: 'chips' }] }] },
      },
    });
  });
});

describe('totals', () => {
  test('show stated wholes beside their parts', async () => {
    const { investments } = await ask(
      `{ ${capex(`${among('alpha', 'beta', 'both')}, period: { within: "2024" }`)} { aggregate(${usd}) { totals {
        whole { slug } stated { low high } sum { low high } countedCount agreement difference { low high } } } } }`,
    );
    expect(investments.aggregate.totals).toEqual([
      {
        whole: { slug: 'alpha-capital-expenditure-2024' },
        stated: { low: 100e6, high: 100e6 },
        sum: { low: 55e6, high: 55e6 },
        countedCount: 2,
        agreement: 'UNKNOWN',
        difference: { low: 45e6, high: 45e6 },
      },
      {
        whole: { slug: 'both-capital-expenditure-2024' },
        stated: { low: 149e6, high: 151e6 },
        sum: { low: 150e6, high: 150e6 },
        countedCount: 2,
        agreement: 'AGREE',
        difference: { low: -1e6, high: 1e6 },
      },
    ]);
  });
});

interface Bucket {
  readonly keys: readonly { readonly text: string | null }[];
  readonly aggregate: { readonly count: number; readonly sum: { readonly low: number; readonly high: number } | null };
  readonly share: { readonly low: number; readonly high: number } | null;
}

async function groups(list: string, args: string, fields = 'sum { low high }'): Promise<readonly string[]> {
  const data = await ask(
    `{ ${list} { groupBy(${args}) { edges { node { keys { text } aggregate { count ${fields} } } } } } }`,
  );
  const { edges }: { edges: readonly { readonly node: Bucket }[] } = Object(Object.values(data)[0]).groupBy;
  return edges.map(({ node: { keys, aggregate } }) => {
    const million = (number: number | null) => (number === null ? '..' : String(number / 1e6));
    const { sum } = aggregate;
    return `${keys.map(({ text }) => text ?? '?').join(' ')}: ${aggregate.count}${sum ? ` ${million(sum.low)} to ${million(sum.high)}` : ''}`;
  });
}

describe('groups', () => {
  test('are of the rows that the filter left, each by itself', async () => {
    const in2024 = capex('period: { equals: "2024" }');
    expect(await groups(in2024, `keys: [INVESTOR], ${usd}`)).toEqual([
      'Alpha: 1 100 to 100',
      'Beta: 1 50 to 50',
      'Both: 1 149 to 151',
      'Delta: 1 20 to 20',
      'Gamma: 1 .. to ..',
      'Yuan: 1 100 to 100',
    ]);
    expect(await groups(in2024, `keys: [COUNTRY], ${usd}, orderBy: [{ by: COUNT, direction: DESCENDING }]`)).toEqual([
      'China: 4 200 to 200',
      'United States: 3 50 to ..',
    ]);
  });

  test('by calendar period hold what follows from other periods', async () => {
    const alpha = capex(`${among('alpha')}, period: { within: "2024" }`);
    expect(await groups(alpha, `keys: [QUARTER], ${usd}`)).toEqual([
      '2024-Q1: 1 10 to 10',
      '2024-Q2: 1 20 to 20',
      '2024-Q3: 1 25 to 25',
      '2024-Q4: 1 45 to 45',
    ]);
    expect(await groups(alpha, `keys: [YEAR, INVESTOR], ${usd}`)).toEqual(['2024 Alpha: 4 100 to 100']);
    expect(
      await groups(capex(`${among('alpha')}, period: { in: ["2024-Q1", "2024"] }`), `keys: [QUARTER], ${usd}`),
    ).toEqual(['2024-Q1: 1 10 to 10', '?: 1 100 to 100']);
  });

  test.each([
    ['investments', 'INVESTOR'],
    ['investments(where: { kinds: [FUNDING_ROUND] })', 'TARGET'],
    ['shipments', 'BUYER'],
    ['shipments', 'MAKER'],
    ['processors', 'MAKER'],
    ['company(slug: "gamma") { shipments', 'PROCESSOR'],
  ])('of %s by %s are counted by the store as one by one', async (list, key) => {
    const end = list.includes('{ ') && list.startsWith('company') ? ' }' : '';
    const query = (more: string) =>
      `${list} { groupBy(keys: [${key}${more}], orderBy: [{ by: COUNT, direction: DESCENDING }]) { totalCount edges { node { keys { text entity { slug } } aggregate { count countedCount unknownCount } } } } }${end}`;
    const { view, ...counted } = await ask(`{ ${query('')} view(lens: { includeTentative: true }) { ${query('')} } }`);
    expect(counted).toEqual(view);
    expect(JSON.stringify(counted)).not.toContain('"edges":[]');
  });

  test('hold a row with several values each, up to all of its figure', async () => {
    expect(await groups('investments(where: { kinds: [FUNDING_ROUND] })', `keys: [INVESTOR], ${usd}`)).toEqual([
      'Alpha: 2 4 to 14',
      'Gamma: 2 1 to 13',
    ]);
  });

  test('have shares of the sum of all rows, which is in itself their sum', async () => {
    const { investments } = await ask(
      `{ investments(where: { slug: { in: ["one", "three"] } }) { groupBy(keys: [INVESTOR], ${usd}) { edges { node { share { low high } } } } } }`,
    );
    expect(investments.groupBy.edges.map(({ node }: { node: Bucket }) => node.share)).toEqual([
      { low: 4 / 7, high: 0.8 },
      { low: 0.2, high: 3 / 7 },
    ]);
  });

  test.each(['first', 'last'])('are paged from the %s, each once, under ties and unknowns', async (end) => {
    const list = capex('period: { equals: "2024" }');
    const seen: string[][] = [];
    let cursor = '';
    for (let pages = 0; pages < 10; pages++) {
      const { investments } = await ask(
        `{ ${list} { groupBy(keys: [INVESTOR], ${usd}, orderBy: [{ by: SUM, direction: DESCENDING }], ${end}: 2${cursor}) {
          totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { keys { text } } } } } }`,
      );
      const { edges, pageInfo, totalCount } = investments.groupBy;
      expect(totalCount).toBe(6);
      const names = edges.map(({ node }: { node: Bucket }) => node.keys[0]?.text);
      if (end === 'first') seen.push(names);
      else seen.unshift(names);
      if (!(end === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
      cursor = end === 'first' ? `, after: "${pageInfo.endCursor}"` : `, before: "${pageInfo.startCursor}"`;
    }
    expect(seen.flat()).toEqual(['Both', 'Alpha', 'Yuan', 'Beta', 'Delta', 'Gamma']);
  });

  test.each([
    ['keys: [BUYER]', 'BAD_ARGUMENT', /they have COUNTRY, KIND, STATUS, INVESTOR/],
    ['keys: []', 'BAD_ARGUMENT', /1 to 4/],
    ['keys: [YEAR], orderBy: [{ by: SUM }]', 'BAD_ORDER', /no figure is given/],
    ['keys: [YEAR], first: 101', 'BAD_PAGE', /1 to 100/],
    ['keys: [YEAR], after: "WzEsImFhYWFhYSIsMV0"', 'BAD_CURSOR', /cannot be read/],
    ['keys: [YEAR], of: { property: AMOUNT }', 'UNIT_MISMATCH', /CNY/],
    ['keys: [YEAR], of: { property: AMOUNT, unit: "MW" }', 'UNIT_MISMATCH', /MW/],
    ['keys: [YEAR], of: { property: AMOUNT, definition: "x" }', 'BAD_ARGUMENT', /no definition "x"/],
  ])('%s is %s', async (args, code, message) => {
    const { body } = await server.ask(`{ investments { groupBy(${args}) { totalCount } } }`);
    expect(body.errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
    expect(body.data).toEqual({ investments: { groupBy: null } });
  });

  test('are there of claims and links too, a fact told by several claims once', async () => {
    const { claims, links } = await ask(
      `{ claims(where: { properties: [AMOUNT], subject: { slug: { equals: "beta-capital-expenditure-2024" } } }) { aggregate(${usd}) { count sum { value } } all: aggregate { count } groupBy(keys: [EVIDENCE]) { edges { node { keys { text } aggregate { count } } } } }
        links { groupBy(keys: [KIND], orderBy: [{ by: COUNT, direction: DESCENDING }], first: 1) { edges { node { keys { text } aggregate { count } } } } aggregate { count } } }`,
    );
    expect(claims).toMatchObject({
      aggregate: { count: 2, sum: { value: 50e6 } },
      all: { count: 2 },
      groupBy: { edges: [{ node: { keys: [{ text: 'ESTIMATED' }] } }, { node: { keys: [{ text: 'REPORTED' }] } }] },
    });
    expect(links.aggregate.count).toBeGreaterThanOrEqual(links.groupBy.edges[0].node.aggregate.count);
  });
});
