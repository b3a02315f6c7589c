import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { slugsIn } from '../slugsIn.ts';
import { smallData } from '../smallData.ts';

const spent = (period: string, amount: string) =>
  `- kind: capital-expenditure\n  period: ${period}\n  claims:\n    amount:\n      - { stated: ${amount}, source: early }\n`;

const sold = (buyer: string, units: string) =>
  `- processor: chip\n  buyers: [${buyer}]\n  period: 2024\n  claims:\n    units:\n      - { stated: ${units} count, source: late }\n`;

const server = standingServer(
  smallData({
    'companies/large.yaml': 'name: Large\nhome: cn\n',
    'companies/small.yaml': 'name: Small\nhome: cn\n',
    'companies/silent.yaml': 'name: Silent\n',
    'companies/start-up.yaml': 'name: Start-up\n',
    'companies/maker.yaml':
      'name: Maker\nlinks:\n  - { kind: supplies, to: large, start: 2020, end: 2022, source: early }\n  - { kind: supplies, to: small, start: 2024-03-01, source: late }\n',
    'investments/large.yaml':
      spent('2023', 'exactly 12bn USD') +
      spent('2024', 'exactly 20bn USD') +
      '- kind: stake\n  target: start-up\n  status: done\n',
    'investments/small.yaml':
      spent('2023', 'exactly 9bn USD') +
      spent('2024', 'exactly 11bn USD') +
      '- kind: stake\n  target: start-up\n  status: in-talks\n',
    'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: maker\n',
    'shipments/maker.yaml': sold('large', 'exactly 1000') + sold('small', 'exactly 10'),
  }),
);

const slugs = (list: string, where: string, lens?: string) => slugsIn(server, list, where, lens);

const moreThan = (amount: string) => `{ amount: { certainly: { moreThan: "${amount}" } } }`;
const years = '{ kinds: [CAPITAL_EXPENDITURE] }';

describe('conditions on a list', () => {
  test.each([
    ['some', '10bn USD', ['large', 'small']],
    ['every', '10bn USD', ['large']],
    ['none', '10bn USD', ['maker', 'silent', 'start-up']],
    ['some', '15bn USD', ['large']],
    ['every', '15bn USD', []],
  ])('%s of the years above %s', async (which, amount, expected) => {
    const where = `{ investments: { among: ${years}, ${which}: ${moreThan(amount)} } }`;
    expect(await slugs('companies', where)).toEqual(expected);
    // Through a lens for which nothing is prepared.
    expect(await slugs('companies', where, '{ sources: ["early"] }')).toEqual(expected);
  });

  test('look at all where `among` is left out, and every needs one to look at', async () => {
    expect(await slugs('companies', '{ investments: { every: { kinds: [CAPITAL_EXPENDITURE] } } }')).toEqual([]);
    expect(await slugs('companies', `{ investments: { among: ${years}, every: {} } }`)).toEqual(['large', 'small']);
    expect(await slugs('companies', '{ investments: { among: { kinds: [PLAN] }, every: {} } }')).toEqual([]);
    expect(await slugs('companies', '{ investments: { among: { kinds: [PLAN] }, none: {} } }')).toHaveLength(5);
  });

  test('with a row that has nothing to compare, which meets no condition on it', async () => {
    // The stakes have no period, so that not each lies within the years.
    expect(await slugs('companies', '{ investments: { every: { period: { within: "2023/2024" } } } }')).toEqual([]);
    expect(await slugs('companies', '{ investments: { some: { not: { period: { within: "2023/2024" } } } } }')).toEqual(
      ['large', 'small'],
    );
  });

  test('of the same row, and of rows of their own', async () => {
    const stake = (investor: string, status: string) =>
      `{ investmentsReceived: { some: { kinds: [STAKE], status: [${status}], investor: { slug: { equals: "${investor}" } } } } }`;
    const both = (status: string) =>
      slugs('companies', `{ and: [${stake('large', 'DONE')}, ${stake('small', status)}] }`);
    expect(await both('DONE')).toEqual([]);
    expect(await both('IN_TALKS')).toEqual(['start-up']);
  });

  test('on shipments, of their seller, their buyers and their processor', async () => {
    const many = '{ units: { certainly: { atLeast: "100 count" } } }';
    expect(await slugs('companies', `{ shipments: { some: ${many} } }`)).toEqual(['maker']);
    expect(await slugs('companies', '{ processors: { some: { kinds: [DATA_CENTRE_GPU] } } }')).toEqual(['maker']);
    expect(await slugs('companies', `{ purchases: { some: ${many} } }`)).toEqual(['large']);
    expect(await slugs('processors', `{ shipments: { every: ${many} } }`)).toEqual([]);
    expect(await slugs('processors', `{ shipments: { some: ${many} } }`)).toEqual(['chip']);
    expect(await slugs('companies', `{ purchases: { some: ${many} } }`, '{ sources: ["early"] }')).toEqual([]);
  });

  test('on links, of the day of the lens unless a period is named', async () => {
    const supplied = (list: string) => slugs('companies', `{ links: ${list}, slug: { in: ["large", "small"] } }`);
    expect(await supplied('{ some: { kinds: [SUPPLIES] } }')).toEqual(['small']);
    expect(await supplied('{ among: { during: "2021" }, some: { kinds: [SUPPLIES] } }')).toEqual(['large']);
    expect(await supplied('{ among: { kinds: [SUPPLIES] }, every: { start: { after: "2024-01-01" } } }')).toEqual([
      'small',
    ]);
    expect(
      await supplied('{ among: { kinds: [SUPPLIES], during: "../.." }, none: { end: { isUnknown: true } } }'),
    ).toEqual(['large']);
  });

  test('nested: who sold to somebody that spent much', async () => {
    const spender = `{ company: { investments: { some: ${moreThan('15bn USD')} } } }`;
    expect(await slugs('companies', `{ shipments: { some: { buyer: ${spender} } } }`)).toEqual(['maker']);
    expect(await slugs('companies', `{ shipments: { none: { buyer: ${spender} } } }`)).not.toContain('maker');
  });

  test.each([
    ['{ investments: { among: { kinds: [STAKE] } } }', /some.*every.*none/],
    ['{ investments: { some: null } }', /null for some/],
    ['{ investments: null }', /null for investments/],
    ['{ investments: { every: { amount: { certainly: null } } } }', /null for certainly/],
  ])('%s is an error', async (where, message) => {
    const { body } = await server.ask(`{ companies(where: ${where}) { totalCount } }`);
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_FILTER');
    expect(body.errors?.[0]?.message).toMatch(message);
  });
});
