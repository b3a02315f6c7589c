import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import type { Published } from '../publishedData.ts';
import { smallData } from '../smallData.ts';

function firm(stated: Readonly<Record<string, string>>): string {
  return Object.entries(stated)
    .map(
      ([period, claims]) =>
        `- { kind: capital-expenditure, period: '${period}', claims: { ${claims.includes('[') ? claims : `amount: [{ stated: ${claims}, source: early }]`} } }\n`,
    )
    .join('');
}

const files = {
  'companies/one.yaml': `name: One
aliases: [Uno]
sharesNameWith: [other]
home: cn
claims:
  headcount:
    - { stated: exactly 100 count, asOf: '2024', source: early }
    - { stated: exactly 150 count, asOf: '2024', source: late }
    - { stated: exactly 900 count, asOf: '2024', rank: tentative, reason: hearsay, source: undated }
    - { stated: about 100 count, asOf: '2025', source: late }
    - { stated: exactly 105 count, asOf: '2025', source: late }
  founded:
    - { date: '2015-12', source: early }
    - { date: '2015-12-08', source: late }
    - { date: '2016', source: late }
  revenue:
    - { stated: exactly 40bn USD, definition: total, period: 2024-H1, source: early }
    - { stated: exactly 61bn USD, definition: total, period: 2024-H2, source: early }
    - { stated: exactly 100bn USD, definition: total, period: '2024', source: late }
    - { stated: exactly 99bn USD, definition: total, period: '2024', evidence: forecast, source: early }
links:
  - { kind: supplies, to: two, source: early, deniedBy: [one, two] }
  - { kind: owns-stake, to: two, claims: { link: [{ source: early }], equity-share: [{ stated: exactly 10 %, asOf: '2024', source: early }, { stated: exactly 20 %, asOf: '2024', source: late }] } }
`,
  'companies/other.yaml': 'name: Other\naliases: [UNO]\nsharesNameWith: [one]\n',
  'companies/two.yaml': 'name: Two\n',
  'groups/both.yaml': 'name: Both\nmembers: [one, two]\n',
  'investments/one.yaml': firm({
    '2023': 'exactly 10bn USD',
    '2024': 'amount: [{ stated: exactly 12bn USD, source: early }], growth: [{ stated: 50 %, source: late }]',
  }),
  'investments/two.yaml': firm({ '2024': 'exactly 5bn USD' }),
  'investments/both.yaml': firm({ '2024': 'exactly 20bn USD', '2023': 'exactly 50bn USD' }),
  'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: one\n',
  'shipments/one.yaml': `
- { slug: world, processor: chip, period: 2024-Q1, claims: { units: [{ stated: 300k..400k count, source: early }] } }
- { slug: there, processor: chip, buyers: [cn], period: 2024-Q1, claims: { units: [{ stated: '>=1m count', source: late }] } }
`,
};

let small: Published;
let server: Serving;
beforeAll(async () => {
  small = smallData(files);
  server = await serving(await small.open());
});
afterAll(async () => {
  await server.stop();
  small.remove();
});

const fields = `kind property period { label } text subject { slug } others { slug } link { kind }
  comparison { left { text } right { text } difference { value low high } order } claims { id }`;

async function found(of: string, lens = '{}') {
  const { body } = await server.ask(`{ view(lens: ${lens}) { ${of} } }`);
  expect(body.errors).toBeUndefined();
  const { discrepancies } = Object(Object.values(Object(body.data).view)[0] ?? {});
  const list = discrepancies ?? Object(body.data).view.discrepancies;
  return list.edges.map(({ node }: { node: object }) => node);
}

const all = (kinds: string) => `discrepancies(kinds: [${kinds}]) { edges { node { ${fields} } } }`;

describe('discrepancies', () => {
  test('of claims are those of one fact that share no value, weak ones and forecasts apart', async () => {
    const claims = await found(all('CLAIMS'));
    expect(claims.map(({ text }: { text: string }) => text)).toEqual([
      'One, equity share (in Two, unstated), 2024: 20 % (late) and 10 % (early) share no value; 20 % − 10 % = 10 %, +100 %.',
      'One, founded: 2015-12-08 (late), 2016 (late) and 2015-12 (early) share no value.',
      'One, headcount, 2024: 150 count (late) and 100 count (early) share no value; 150 count − 100 count = 50 count, +50 %.',
    ]);
    expect(claims[2]).toMatchObject({
      subject: { slug: 'one' },
      property: 'HEADCOUNT',
      comparison: { left: { text: '150 count' }, difference: { value: 50 }, order: 'GREATER' },
      claims: [{}, {}],
    });
    expect(claims[0]).toMatchObject({ link: { kind: 'OWNS_STAKE' }, others: [{ slug: 'two' }] });
    const weak = await found(all('CLAIMS'), '{ includeTentative: true }');
    expect(weak[2].text).toMatch(/and 900 count \(undated\)/);
    expect(await found(all('CLAIMS'), '{ sources: ["early"] }')).toEqual([]);
  });

  test('of totals are periods that do not add up, groups against members, and shipments within shipments', async () => {
    const totals = await found(all('TOTAL'));
    expect(totals.map(({ text }: { text: string }) => text)).toEqual([
      'One, revenue (total), 2024: stated as 100,000,000,000 USD, but the parts are 2024-H1 40,000,000,000 USD + 2024-H2 61,000,000,000 USD = 101,000,000,000 USD; 100,000,000,000 USD − 101,000,000,000 USD = -1,000,000,000 USD, -0.9901 %.',
      'Both, capital expenditure (unstated), 2024: stated as 20,000,000,000 USD, but the parts are One 12,000,000,000 USD + Two 5,000,000,000 USD = 17,000,000,000 USD; 20,000,000,000 USD − 17,000,000,000 USD = 3,000,000,000 USD, +17.65 %.',
      'Chip, units (unstated), 2024-Q1: stated as 300,000 to 400,000 count, but the parts are Chip to China, 2024-Q1 >= 1m count; 300,000 to 400,000 count − >= 1m count = <= -600,000 count, >-100 to -60 %.',
    ]);
    expect(totals[1]).toMatchObject({
      comparison: { left: { text: '20,000,000,000 USD' }, difference: { value: 3e9 } },
    });
  });

  test('of growth are amounts that contradict what is reported', async () => {
    const [growth, ...others] = await found(all('GROWTH'));
    expect(others).toEqual([]);
    expect(growth).toMatchObject({
      subject: { slug: 'one' },
      property: 'CAPITAL_EXPENDITURE',
      period: { label: '2024' },
      text: 'One, capital expenditure (unstated), 2024: growth over 2023 is reported as +50 %, but the amounts give 12,000,000,000 USD ÷ 10,000,000,000 USD − 1 = +20 %.',
      claims: [{}, {}, {}],
    });
  });

  test('are denials of links, and names that several bear', async () => {
    expect(await found(all('DISPUTE, NAME'))).toMatchObject([
      {
        kind: 'DISPUTE',
        subject: { slug: 'one' },
        link: { kind: 'SUPPLIES' },
        others: [{ slug: 'two' }, { slug: 'one' }, { slug: 'two' }],
        text: 'The link “supplies” from One to Two is denied by One and Two, and claimed by early.',
      },
      {
        kind: 'NAME',
        property: null,
        subject: { slug: 'one' },
        others: [{ slug: 'other' }],
        text: '“Uno” is a name of One (one) and Other (other).',
      },
    ]);
  });

  test('of an entity are those about it and at its door', async () => {
    const of = (look: string) => `${look} { discrepancies { edges { node { kind property subject { slug } } } } }`;
    const one = await found(of('company(slug: "one")'));
    expect(one.map(({ kind }: { kind: string }) => kind)).toEqual([
      'CLAIMS',
      'CLAIMS',
      'CLAIMS',
      'TOTAL',
      'GROWTH',
      'DISPUTE',
      'NAME',
    ]);
    expect(await found(of('investment(slug: "one-capital-expenditure-2024")'))).toEqual([
      { kind: 'GROWTH', property: 'CAPITAL_EXPENDITURE', subject: { slug: 'one' } },
    ]);
    expect(await found(of('processor(slug: "chip")'))).toHaveLength(1);
    expect(await found(of('company(slug: "two")'))).toEqual([]);
    expect(await found(of('company(slug: "other")'))).toHaveLength(1);
  });

  test('of some subjects, a page at a time, forwards and backwards', async () => {
    const subject = 'subject: { types: [GROUP, PROCESSOR] }';
    expect(await found(`discrepancies(${subject}) { edges { node { subject { slug } } } }`)).toEqual([
      { subject: { slug: 'both' } },
      { subject: { slug: 'chip' } },
    ]);
    const page = async (args: string) => {
      const { body } = await server.ask(
        `{ discrepancies(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage endCursor startCursor } edges { node { text } } } }`,
      );
      expect(body.errors).toBeUndefined();
      return Object(body.data).discrepancies;
    };
    const first = await page('first: 4');
    const second = await page(`first: 4, after: "${first.pageInfo.endCursor}"`);
    const rest = await page(`first: 4, after: "${second.pageInfo.endCursor}"`);
    expect(first).toMatchObject({ totalCount: 9, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect([first, second, rest].map(({ edges }) => edges.length)).toEqual([4, 4, 1]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(await page(`last: 4, before: "${second.pageInfo.startCursor}"`)).toMatchObject({ edges: first.edges });
  });

  test('cost as many statements for a page of thirty companies as for one of three', async () => {
    const ask = async (count: number) => {
      const many: Record<string, string> = {};
      for (let i = 0; i < count; i++) {
        many[`companies/firm-${i}.yaml`] = files['companies/one.yaml']
          .replaceAll('deniedBy: [one, two]', 'deniedBy: [two]')
          .replace('name: One', `name: Firm ${i}`)
          .replace(/aliases.*\nsharesNameWith.*\n/, '');
        many[`investments/firm-${i}.yaml`] = files['investments/one.yaml'];
      }
      const published = smallData({ ...many, 'companies/two.yaml': files['companies/two.yaml'] });
      const other = await serving(await published.open());
      const list = `{ edges { node { text subject { name } claims { sources { name } } } } totalCount }`;
      const { body, statements } = await other.ask(
        `{ companies(first: 100) { edges { node { discrepancies(first: 5) ${list} } } } discrepancies(first: 5) ${list} }`,
      );
      expect(body.errors).toBeUndefined();
      expect(Object(body.data).discrepancies.totalCount).toBe(6 * count);
      await other.stop();
      published.remove();
      return statements;
    };
    expect(await ask(30)).toBe(await ask(3));
  });
});
