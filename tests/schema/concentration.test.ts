import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { smallData } from '../smallData.ts';

const small = smallData({
  'companies/big.yaml':
    'name: Big\nhome: cn\nlinks:\n  - { kind: owns-stake, to: venture, start: 2024-03-01, claims: { link: [{ source: early }], equity-share: [{ stated: exactly 30 %, asOf: 2024-03, source: early }, { stated: exactly 20 %, asOf: 2025-02, source: late }] } }\n',
  'companies/middle.yaml':
    'name: Middle\nlinks:\n  - { kind: owns-stake, to: venture, start: 2024-06, claims: { link: [{ source: early }], equity-share: [{ stated: exactly 15 %, source: early, asOf: 2024-06 }] } }\n  - { kind: owns-stake, to: other, source: early, rank: tentative, reason: hearsay }\n',
  'companies/former.yaml':
    'name: Former\nlinks:\n  - { kind: owns-stake, to: venture, end: 2024-02-01, claims: { link: [{ source: early }], equity-share: [{ stated: 9 %, source: early, asOf: 2023 }] } }\n',
  'companies/silent.yaml':
    'name: Silent\nlinks:\n  - { kind: parent-of, to: venture, source: early, deniedBy: [venture] }\n',
  'companies/small.yaml': 'name: Small\n',
  'companies/venture.yaml': 'name: Venture\n',
  'companies/other.yaml': 'name: Other\n',
  'groups/locals.yaml': 'name: Locals\nclosed: true\nmembers: [middle, small]\n',
  'markets/goods.yaml': `
name: Goods
kind: products
claims:
  market-share:
    - { stated: 60 % (59.5..60.5), company: big, definition: by-units, period: '2023', evidence: estimated, source: early }
    - { stated: 25 %, company: locals, definition: by-units, period: '2023', evidence: estimated, source: early }
    - { stated: 40.5 %, company: big, definition: by-sales, period: '2024', evidence: estimated, source: early }
    - { stated: 20.5 %, company: middle, definition: by-sales, period: '2024', evidence: estimated, source: early }
    - { stated: 33.3 %, company: locals, definition: by-sales, period: '2024', evidence: estimated, source: early }
    - { stated: 7 %, company: small, definition: by-sales, period: '2024', evidence: estimated, rank: tentative, reason: hearsay, source: early }
    - { stated: 70 %, company: big, definition: by-units, period: '2024', evidence: estimated, source: early }
    - { stated: 99 %, company: big, scope: of the dear ones, definition: by-sales, period: '2024', evidence: estimated, source: early }
    - { stated: 90 %, company: venture, definition: by-sales, period: '2024', evidence: forecast, source: early }
    - { stated: 80.5 %, company: venture, definition: by-sales, period: '2027', evidence: forecast, source: early }
    - { stated: 30.5 %, company: big, definition: by-sales, period: '2027', evidence: forecast, source: early }
`,
  'markets/other.yaml':
    'name: Other goods\nkind: products\nclaims:\n  market-share:\n    - { stated: 5 %, company: other, period: 2024, source: early }\n',
});

let server: Serving;
beforeAll(async () => {
  server = await serving(await small.open());
});
afterAll(async () => {
  await server.stop();
  small.remove();
});

async function data(query: string) {
  const { body, statements } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return { ...Object(body.data), statements };
}

const figures =
  'fragment F on Figure { text value low high unit definition evidence derivation { warnings { code message } } }';
const asked =
  'period { label } shares { holder { slug } share { text value unit } since } named { ...F } rest { ...F } herfindahlOfNamed { ...F } herfindahl { ...F }';

describe('concentration of a market', () => {
  test('takes the latest period, its first definition, results and the widest scope', async () => {
    const { market } = await data(`{ market(slug: "goods") { concentration { ${asked} } } } ${figures}`);
    const { shares, period, named, rest } = market.concentration;
    expect(period.label).toBe('2024');
    expect(shares).toEqual([
      { holder: { slug: 'big' }, share: { text: '40.5 %', value: 40.5, unit: 'percent' }, since: null },
      { holder: { slug: 'middle' }, share: { text: '20.5 %', value: 20.5, unit: 'percent' }, since: null },
    ]);
    expect(named).toMatchObject({ value: 61, unit: 'percent', definition: 'by-sales', evidence: 'ESTIMATED' });
    expect(rest).toMatchObject({ value: 39, low: 38.9, high: 39.1 });
    expect(named.derivation.warnings).toEqual([
      { code: 'LOW_CONFIDENCE', message: expect.stringMatching(/^The share of Small is left out/) },
      {
        code: 'OVERLAP_LEFT_OUT',
        message: expect.stringMatching(/^The share of Venture is left out: it is a forecast/),
      },
      {
        code: 'OVERLAP_LEFT_OUT',
        message: expect.stringMatching(/^The share of Locals is left out: the shares of its members/),
      },
    ]);
  });

  test('of the definition asked for', async () => {
    const { market } = await data(
      `{ market(slug: "goods") { concentration(period: "2023", definition: "by-units") { ${asked} } } } ${figures}`,
    );
    // 60 % and two locals of 12.5 % each at the least, one of 25 % at the most.
    expect(market.concentration.herfindahl.low).toBeCloseTo(0.595 ** 2 + 0.245 ** 2 / 2, 9);
    expect(market.concentration.herfindahl.high).toBeCloseTo(0.605 ** 2 + 0.255 ** 2 + 0.14 ** 2, 9);
    expect(market.concentration.herfindahlOfNamed.value).toBeNull();
  });

  test('of shares beyond the whole is unknown, and of no shares null', async () => {
    const { market, other } = await data(
      `{ market(slug: "goods") { concentration(period: "2027") { ${asked} } } other: market(slug: "goods") { concentration(period: "2019") { ${asked} } } } ${figures}`,
    );
    expect(market.concentration.herfindahl).toMatchObject({ value: null, low: null, high: null });
    expect(market.concentration.herfindahl.derivation.warnings).toEqual([
      { code: 'SHARES_EXCEED_WHOLE', message: 'the shares add up to at least 110.9 %, more than the whole' },
    ]);
    expect(other.concentration).toBeNull();
  });

  test('costs as many statements for two markets as for one', async () => {
    const query = (where: string) =>
      `{ markets(where: ${where}) { edges { node { concentration { shares { holder { name } } herfindahl { text } } } } } }`;
    const [one, two] = [await small.open(), await small.open()].map((revision) => serving(revision));
    const [first, second] = [await one, await two];
    const ofOne = await first?.ask(query('{ slug: { equals: "other" } }'));
    const ofTwo = await second?.ask(query('{}'));
    expect((ofTwo?.statements ?? 99) - (ofOne?.statements ?? 0)).toBeLessThanOrEqual(1);
    await first?.stop();
    await second?.stop();
  });
});

describe('shareholders', () => {
  test('are those of the day, with their shares of that day, largest first', async () => {
    const ask = (lens: string) => `view(lens: ${lens}) { company(slug: "venture") { shareholders { ${asked} } } }`;
    const { now, then, before } = await data(
      `{ now: ${ask('{}')} then: ${ask('{ asOf: "2024-07-01" }')} before: ${ask('{ asOf: "2024-01-15" }')} } ${figures}`,
    );
    expect(now.company.shareholders.shares).toEqual([
      { holder: { slug: 'big' }, share: { text: '20 %', value: 20, unit: 'percent' }, since: '2024-03-01' },
      { holder: { slug: 'middle' }, share: { text: '15 %', value: 15, unit: 'percent' }, since: '2024-06' },
      { holder: { slug: 'silent' }, share: { text: 'unknown', value: null, unit: 'percent' }, since: null },
    ]);
    expect(now.company.shareholders.named).toMatchObject({ value: null, low: 35, high: null });
    expect(now.company.shareholders.rest).toMatchObject({ value: null, low: 0, high: 65 });
    expect(then.company.shareholders.shares[0].share.value).toBe(30);
    expect(before.company.shareholders.shares.map((one: { holder: { slug: string } }) => one.holder.slug)).toEqual([
      'former',
      'silent',
    ]);
  });

  test('of weak confidence are left out, unless the lens takes them in', async () => {
    const { company, view } = await data(
      `{ company(slug: "other") { shareholders { ${asked} } } view(lens: { includeTentative: true }) { company(slug: "other") { shareholders { ${asked} } } } } ${figures}`,
    );
    expect(company.shareholders).toBeNull();
    expect(view.company.shareholders.shares).toHaveLength(1);
  });
});

describe('links', () => {
  test('have a share and a number where sources give them, and say whether somebody denies them', async () => {
    const { company } = await data(
      '{ company(slug: "venture") { links(kinds: [OWNS_STAKE, PARENT_OF]) { edges { node { kind share { value definition claim { property } } count { value } disputed deniedBy { slug } } } } } }',
    );
    const nodes = company.links.edges.map(({ node }: { node: object }) => node);
    expect(nodes).toEqual([
      {
        kind: 'OWNS_STAKE',
        share: { value: 20, definition: 'unstated', claim: { property: 'EQUITY_SHARE' } },
        count: null,
        disputed: false,
        deniedBy: [],
      },
      {
        kind: 'OWNS_STAKE',
        share: { value: 15, definition: 'unstated', claim: { property: 'EQUITY_SHARE' } },
        count: null,
        disputed: false,
        deniedBy: [],
      },
      { kind: 'PARENT_OF', share: null, count: null, disputed: true, deniedBy: [{ slug: 'venture' }] },
    ]);
  });
});
