import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { slugsIn } from '../slugsIn.ts';
import { smallData } from '../smallData.ts';

const capex = (...claims: string[]) =>
  `- kind: capital-expenditure\n  period: '2024'\n  claims:\n    amount:\n${claims.map((claim) => `      - { ${claim} }\n`).join('')}`;

const data = smallData({
  // 7.2 yuan for a dollar in 2024.
  'exchange-rates.yaml': 'rates:\n  - { currency: CNY, kind: mean, period: 2024, rate: 7.2, source: early }\n',
  'companies/large.yaml': 'name: Large\nhome: cn\n',
  'companies/middle.yaml': 'name: Middle\nhome: cn\n',
  'companies/vague.yaml': 'name: Vague\n',
  'companies/weak.yaml': 'name: Weak\nhome: cn\n',
  'companies/silent.yaml': 'name: Silent\nhome: cn\nfiscalYearEnds: 03-31\n',
  'investments/large.yaml': capex('stated: 23bn CNY, source: early', 'stated: 30.0bn CNY, source: late'),
  'investments/middle.yaml': capex('stated: 3bn USD, source: early, evidence: estimated'),
  'investments/vague.yaml': capex("stated: '>12bn USD', source: late"),
  'investments/weak.yaml': capex('stated: 40bn USD, source: early, rank: tentative, reason: weak'),
  'investments/silent.yaml': capex('stated: unknown, text: heavily, source: early'),
  'groups/both.yaml': 'name: Both\nmembers: [large, middle]\n',
  'processors/chip.yaml': `name: Chip
kind: data-centre-gpu
maker: large
claims:
  dense-performance:
    - { stated: 590 TFLOP/s, definition: fp8, source: early }
    - { stated: 100 TFLOP/s, definition: fp16, source: early }
  released:
    - { date: 2024-05, source: early }
`,
  'processors/faster.yaml': `name: Faster
kind: consumer-gpu
maker: middle
claims:
  dense-performance:
    - { stated: 4 PFLOP/s (3.5..4.5), definition: fp16, source: early }
  released:
    - { date: 2025-02-01, source: early }
`,
  'processors/unknown.yaml': 'name: Unknown\nkind: data-centre-gpu\nmaker: middle\n',
});

let server: Serving;
beforeAll(async () => {
  server = await serving(await data.open());
});
afterAll(async () => {
  await server.stop();
  data.remove();
});

const slugs = (list: string, where: string, lens?: string) => slugsIn(server, list, where, lens);

const spent = (is: string, more = '') =>
  slugs('companies', `{ figure: { property: CAPITAL_EXPENDITURE, period: "2024", is: ${is} } ${more} }`);

describe('conditions on a figure', () => {
  test('hold certainly for every value within the bounds, and possibly for one', async () => {
    // 29.95 to 30.05bn CNY; 2.5 to 3.5bn USD; more than 12bn USD.
    expect(await spent('{ certainly: { atLeast: "30bn CNY" } }')).toEqual(['vague']);
    expect(await spent('{ possibly: { atLeast: "30bn CNY" } }')).toEqual(['large', 'vague']);
    expect(await spent('{ certainly: { atLeast: "29.95bn CNY", lessThan: "31bn CNY" } }')).toEqual(['large']);
    expect(await spent('{ possibly: { lessThan: "13bn USD", moreThan: "12bn USD" } }')).toEqual(['vague']);
    expect(await spent('{ certainly: { atMost: "100bn USD" } }')).toEqual(['large', 'middle']);
  });

  test('take other currencies at the mean rate of the period', async () => {
    // 29.95 to 30.05 over 7.2 is 4.1597 to 4.1736bn USD.
    expect(await spent('{ certainly: { moreThan: "4.159bn USD", lessThan: "4.174bn USD" } }')).toEqual(['large']);
    expect(await spent('{ possibly: { equals: "4.16bn USD" } }')).toEqual(['large']);
  });

  test('leave out what is unknown, and what only weak claims say unless the lens takes it in', async () => {
    expect(await spent('{ isUnknown: true }')).toEqual(['silent', 'weak']);
    expect(await spent('{ isUnknown: false }')).toEqual(['large', 'middle', 'vague']);
    const inDollars =
      '{ figure: { property: CAPITAL_EXPENDITURE, period: "2024", is: { certainly: { atLeast: "20bn USD" } } } }';
    expect(await slugs('companies', inDollars)).toEqual([]);
    expect(await slugs('companies', inDollars, '{ includeTentative: true }')).toEqual(['weak']);
    expect(
      await slugs(
        'companies',
        '{ figure: { property: CAPITAL_EXPENDITURE, period: "2024", is: { isUnknown: true } } }',
        '{ sources: ["late"] }',
      ),
    ).toEqual(['middle', 'silent', 'weak']);
  });

  test('join with others by and, or, not', async () => {
    const rich =
      'figure: { property: CAPITAL_EXPENDITURE, period: "2024", is: { certainly: { moreThan: "4bn USD" } } }';
    expect(await slugs('companies', `{ home: { slug: { equals: "cn" } }, ${rich} }`)).toEqual(['large']);
    expect(await slugs('companies', `{ not: { ${rich} } }`)).toEqual(['middle', 'silent', 'weak']);
    expect(await slugs('companies', `{ or: [{ ${rich} }, { slug: { equals: "silent" } }] }`)).toEqual([
      'large',
      'silent',
      'vague',
    ]);
    expect(await slugs('companies', `{ and: [{ ${rich} }, { not: { slug: { equals: "large" } } }] }`)).toEqual([
      'vague',
    ]);
  });

  test('look at evidence, sources and disputes', async () => {
    expect(await spent('{ evidence: { atLeast: REPORTED } }')).toEqual(['large', 'vague']);
    expect(await spent('{ evidence: { in: [ESTIMATED] } }')).toEqual(['middle']);
    expect(await spent('{ sources: ["Source:early"] }')).toEqual(['middle']);
    expect(await spent('{ isDisputed: true }')).toEqual(['large']);
  });

  test('of a fiscal period hold of no company without such a calendar', async () => {
    expect(
      await slugs(
        'companies',
        '{ figure: { property: CAPITAL_EXPENDITURE, period: "FY2025", is: { isUnknown: false } } }',
      ),
    ).toEqual([]);
  });

  test('look at what a group has in one currency', async () => {
    // 29.95 to 30.05bn CNY and 2.5 to 3.5bn USD are 6.7 to 7.7bn USD.
    const of = (limit: string) =>
      slugs(
        'groups',
        `{ figure: { property: CAPITAL_EXPENDITURE, period: "2024", is: { certainly: { atLeast: "${limit}" } } } }`,
      );
    expect(await of('6.5bn USD')).toEqual(['both']);
    expect(await of('7bn USD')).toEqual([]);
  });
});

describe('conditions on what is computed', () => {
  const range = '{ certainly: { atLeast: "4600 TOPS x bit", lessThan: "4800 TPP" } }';

  test('hold of processors, and through them of others', async () => {
    // 590 × 8 = 4,720.
    expect(await slugs('processors', `{ figure: { property: TOTAL_PROCESSING_PERFORMANCE, is: ${range} } }`)).toEqual([
      'chip',
    ]);
    const { body } = await server.ask(
      `{ links(where: { kinds: [MAKES], to: { processor: { figure: { property: TOTAL_PROCESSING_PERFORMANCE, is: ${range} } } } }) { edges { node { from { slug } } } } }`,
    );
    expect(body.data).toEqual({ links: { edges: [{ node: { from: { slug: 'large' } } }] } });
  });

  test('of a definition', async () => {
    const dense = (more: string) =>
      slugs(
        'processors',
        `{ figure: { property: DENSE_PERFORMANCE, is: { ${more} possibly: { atLeast: "200 TFLOP/s" } } } }`,
      );
    expect(await dense('')).toEqual(['faster']);
    expect(await dense('definition: "fp8",')).toEqual(['chip']);
  });

  test('on amounts and dates of what hangs below a company', async () => {
    const { body } = await server.ask(
      '{ companies(where: { slug: { in: ["large", "middle"] } }) { edges { node { slug investments(where: { amount: { certainly: { atLeast: "4bn USD" } } }) { totalCount } processors(where: { released: { after: "2024-12" } }) { edges { node { slug } } } } } } }',
    );
    expect(body).toEqual({
      data: {
        companies: {
          edges: [
            { node: { slug: 'large', investments: { totalCount: 1 }, processors: { edges: [] } } },
            {
              node: {
                slug: 'middle',
                investments: { totalCount: 0 },
                processors: { edges: [{ node: { slug: 'faster' } }] },
              },
            },
          ],
        },
      },
    });
  });

  test('on dates that are not known', async () => {
    expect(await slugs('processors', '{ released: { isUnknown: true } }')).toEqual(['unknown']);
    expect(await slugs('processors', '{ released: { within: "2024-05" } }')).toEqual(['chip']);
    expect(await slugs('processors', '{ released: { before: "2025-02-01" } }')).toEqual(['chip']);
  });
});

test('what they cost does not depend on how many rows there are', async () => {
  const where =
    '{ figure: { property: CAPITAL_EXPENDITURE, period: "2024", is: { possibly: { atLeast: "30bn CNY" } } } }';
  const cold = await serving(await data.open());
  try {
    // The candidates, their claims, the rates, the page.
    expect(
      (await cold.ask(`{ companies(where: ${where}) { edges { node { slug } } } }`)).statements,
    ).toBeLessThanOrEqual(6);
  } finally {
    await cold.stop();
  }
});

describe('refused', () => {
  test.each([
    ['{ certainly: { atLeast: "12000..13000 USD" } }', 'BAD_QUANTITY', /no single number/],
    [
      '{ certainly: { atLeast: "5 GB" } }',
      'UNIT_MISMATCH',
      /capital-expenditure is measured in money, and the range is in GB/,
    ],
    ['{ certainly: { atLeast: "5 USD", atMost: "40 CNY" } }', 'UNIT_MISMATCH', /in one unit/],
    ['{ certainly: null }', 'BAD_FILTER', /null for certainly/],
    ['{ evidence: { in: null } }', 'BAD_FILTER', /null for in/],
    ['{ definition: "gross", isUnknown: false }', 'BAD_ARGUMENT', /no definition "gross"/],
  ])('%s: %s', async (is, code, message) => {
    const { body } = await server.ask(
      `{ companies(where: { figure: { property: CAPITAL_EXPENDITURE, is: ${is} } }) { totalCount } }`,
    );
    expect(body.errors?.[0]?.extensions?.code).toBe(code);
    expect(body.errors?.[0]?.message).toMatch(message);
  });
});
