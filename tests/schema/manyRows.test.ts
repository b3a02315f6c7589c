import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BucketShape } from '../../schema/bucket.ts';
import { entitiesTogether } from '../../schema/entitiesTogether.ts';
import { type GroupKeyId, periodKeys } from '../../schema/groupKeys.ts';
import { groupsOf } from '../../schema/groupsOf.ts';
import { manyBuckets } from '../../schema/manyBuckets.ts';
import type { RowFigureShape, RowsTogether } from '../../schema/rowsGathered.ts';
import type { TotalShape } from '../../schema/total.ts';
import { type Figure, isDerived } from '../../src/quantity/figure.ts';
import type { Revision } from '../../src/store/revision.ts';
import { View } from '../../src/store/view.ts';
import type { EntityWhere } from '../../src/store/where.ts';
import { standingServer } from '../ask.ts';
import type { Published } from '../publishedData.ts';
import { smallData } from '../smallData.ts';

// Rows added up in columns, against the same added up one by one as the interface does where they are few.

const number = fc.integer({ min: 1, max: 9 }).map((n) => n * 10);
const units = fc.oneof(
  { weight: 3, arbitrary: number.map((n) => `exactly ${n} count`) },
  fc.tuple(number, number).map(([a, b]) => `${a}..${a + b} count`),
  number.map((n) => `about ${n} count`),
  number.map((n) => `>${n} count`),
  number.map((n) => `<${n} count`),
  fc.constant('exactly 2.5 count'),
  fc.constant('unknown'),
);

const shipment: fc.Arbitrary<Shipment> = fc.record({
  units,
  more: fc.constantFrom(
    '',
    '',
    '',
    ', evidence: estimated',
    ', evidence: forecast',
    ', rank: tentative, reason: hearsay',
  ),
  other: fc.option(units, { freq: 4 }),
  seller: fc.constantFrom('alpha', 'alpha', 'delta', 'both', 'gamma'),
  processor: fc.constantFrom('chip', 'chip', 'family', 'other'),
  buyers: fc.constantFrom('', 'buyers: [alpha], ', 'buyers: [yuan], ', 'buyers: [yuan], ', 'buyers: [beta], '),
  period: fc.constantFrom('2023', '2024', '2024-Q1', '2024-Q2', '2024-Q3', '2024-H1', '2024-H2', '2024-05', '2025-Q1'),
});
interface Shipment {
  readonly units: string;
  readonly more: string;
  readonly other: string | null;
  readonly seller: string;
  readonly processor: string;
  readonly buyers: string;
  readonly period: string;
}

/** One shipment of many, each of its own. */
const lot = (place: number): Shipment => ({
  units: `exactly ${place % 10} count`,
  more: '',
  other: null,
  seller: place % 2 === 0 ? 'alpha' : 'gamma',
  processor: place < 2 ? 'other' : 'chip',
  buyers: 'buyers: [yuan], ',
  period: new Date(Date.UTC(2010, 0, 1 + (place >> 1))).toISOString().slice(0, 10),
});

const fileOf = (rows: readonly Shipment[]) =>
  rows
    .map((row, place) => {
      const second = row.other === null ? '' : `, { stated: "${row.other}", source: late }`;
      const claims = `units: [{ stated: "${row.units}", source: early${row.more} }${second}]`;
      return `- { slug: lot-${place}, seller: ${row.seller}, processor: ${row.processor}, ${row.buyers}period: '${row.period}', claims: { ${claims} } }\n`;
    })
    .join('');

const amount = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(number, fc.constantFrom('USD', 'CNY')).map(([n, unit]) => `exactly ${n}m ${unit}`) },
  fc.tuple(number, number).map(([a, b]) => `${a}m..${a + b}m USD`),
  fc.tuple(number, fc.constantFrom('USD', 'CNY')).map(([n, unit]) => `about ${n}m ${unit}`),
  number.map((n) => `>${n}m CNY`),
  number.map((n) => `<${n}m USD`),
  fc.constant('exactly 2.5 USD'),
  fc.constant('unknown'),
);

const investment: fc.Arbitrary<Investment> = fc.record({
  amount,
  more: fc.constantFrom('', '', '', ', evidence: estimated', ', rank: tentative, reason: hearsay'),
  what: fc.constantFrom(
    { kind: 'capital-expenditure', investors: 'alpha', target: '' },
    { kind: 'capital-expenditure', investors: 'alpha', target: '' },
    { kind: 'capital-expenditure', investors: 'delta', target: '' },
    { kind: 'capital-expenditure', investors: 'both', target: '' },
    { kind: 'plan', investors: 'alpha', target: 'gamma' },
    { kind: 'stake', investors: 'beta', target: 'gamma' },
    { kind: 'funding-round', investors: 'alpha, beta', target: 'gamma' },
    { kind: 'funding-round', investors: 'beta, yuan', target: 'alpha' },
  ),
  period: fc.constantFrom('2023', '2024', '2024-Q1', '2024-Q2', '2024-H1', '2025'),
  isStated: fc.boolean(),
});
interface Investment {
  readonly amount: string;
  readonly more: string;
  readonly what: { readonly kind: string; readonly investors: string; readonly target: string };
  readonly period: string;
  readonly isStated: boolean;
}

/** What somebody spent in a period stands in one place. */
const isFirstOfItsKind = ({ what, period }: Investment, place: number, rows: readonly Investment[]) =>
  what.kind !== 'capital-expenditure' ||
  rows.findIndex(
    (row) => row.what.kind === what.kind && row.what.investors === what.investors && row.period === period,
  ) === place;

const investmentsOf = (rows: readonly Investment[]) =>
  rows
    .filter(isFirstOfItsKind)
    .map(({ amount: stated, more, what: { kind, investors, target }, period, isStated }, place) => {
      const claims =
        isStated || place % 4 > 0 ? `, claims: { amount: [{ stated: "${stated}", source: early${more} }] }` : '';
      const to = target === '' ? '' : `, target: ${target}`;
      return `- { slug: deal-${place}, kind: ${kind}, investors: [${investors}]${to}, period: '${period}'${claims} }\n`;
    })
    .join('');

const smallWith = (rows: readonly Shipment[], deals: readonly Investment[] = []) =>
  smallData({
    'sources/rates.yaml': 'name: Rates\n',
    'exchange-rates.yaml':
      'rates:\n  - { currency: CNY, kind: mean, period: 2023, rate: 7, source: rates }\n  - { currency: CNY, kind: mean, period: 2024, rate: 7.1, source: rates }\n',
    'companies/alpha.yaml': 'name: Alpha\nhome: cn\nlinks:\n  - { kind: parent-of, to: delta, source: early }\n',
    'companies/beta.yaml': 'name: Beta\nhome: cn\n',
    'companies/delta.yaml': 'name: Delta\nhome: cn\n',
    'companies/gamma.yaml': 'name: Gamma\n',
    'companies/yuan.yaml': 'name: Yuan\nhome: cn\n',
    'groups/both.yaml': 'name: Both\nmembers: [alpha, beta]\n',
    'processors/family.yaml': 'name: Family\nkind: family\nmaker: gamma\n',
    'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: gamma\nfamily: family\n',
    'processors/other.yaml': 'name: Other\nkind: data-centre-gpu\nmaker: gamma\n',
    'shipments/gamma.yaml': fileOf(rows),
    ...(deals.length > 0 && { 'investments/deals.yaml': investmentsOf(deals) }),
  });

const keysOf: { readonly [Type in 'Shipment' | 'Investment']: readonly (readonly GroupKeyId[])[] } = {
  Shipment: [
    ['seller'],
    ['buyer'],
    ['processor'],
    ['country'],
    ['maker'],
    ['evidence'],
    ['year'],
    ['half-year'],
    ['quarter'],
    ['seller', 'quarter'],
    ['buyer', 'processor', 'year'],
  ],
  Investment: [
    ['investor'],
    ['target'],
    ['kind'],
    ['country'],
    ['evidence'],
    ['year'],
    ['quarter'],
    ['investor', 'year'],
  ],
};

interface Asked {
  readonly type: 'Shipment' | 'Investment';
  readonly of: RowFigureShape | null;
  readonly where: EntityWhere;
  readonly keys: readonly GroupKeyId[];
}

/** What is asked of groups, with and without columns. */
async function groupsBoth(revision: Revision, { type, of, where, keys }: Asked) {
  const view = View.of(revision, { pinned: true });
  const list = { all: type } as const;
  const rows = entitiesTogether(view, null, list, where, () => view.countEntities(null, { list, where }));
  const { many: _, countsBy: __, ...gathered } = rows;
  const told = of === null ? ({ property: type === 'Shipment' ? 'units' : 'amount' } as const) : null;
  const inColumns = await manyBuckets({ view, parent: null, type, list, where }, of, keys, told);
  expect(inColumns).not.toBeNull();
  const orderBy = of === null ? [] : [{ by: 'sum', direction: 'descending' } as const];
  const tell = async (together: RowsTogether) => {
    const { nodes, totalCount } = await groupsOf(together, { keys, of, first: 100, orderBy });
    return { groups: await Promise.all(nodes.map(tellGroup)), count: await totalCount() };
  };
  return { told: await tell({ ...gathered, many: () => inColumns }), expected: await tell(gathered) };
}

async function tellGroup({ keys, aggregate, share }: BucketShape) {
  const inTime = keys.some(({ key }) => key in periodKeys);
  return {
    totals: inTime ? [] : (await aggregate.totals()).map(tellTotal),
    keys: keys.map(({ value }) => value?.text ?? null),
    count: aggregate.count,
    counted: aggregate.countedCount,
    unknown: aggregate.unknownCount,
    reported: aggregate.reportedCount(),
    disputed: await aggregate.disputedCount(),
    missing: (await aggregate.unknown()).map(({ row }) => row.slug).sort(),
    sum: shown(await aggregate.measured('sum')),
    minimum: shown(await aggregate.measured('minimum')),
    maximum: shown(await aggregate.measured('maximum')),
    mean: shown(await aggregate.measured('mean')),
    median: shown(await aggregate.measured('median')),
    share: shown(await share()),
  };
}

function tellTotal({ whole, total }: TotalShape) {
  const { stated, sum, difference, agreement, counted, missing } = total;
  const names = { counted: counted.map(({ name }) => name), missing: missing.map(({ name }) => name) };
  return { whole: whole.row.slug, figures: [stated, sum, difference].map(shown), agreement, ...names };
}

function shown(figure: Figure | null) {
  if (figure === null) return null;
  const { quantity, evidence, tentative, period, definition, origin } = figure;
  const { value, low, high, bounds, ...rest } = quantity;
  // What is converted is rounded in its fortieth digit, once for each row or once for all: that may leave it exact, or not.
  const numbers = [value, low, high].map((one) => one?.toSignificantDigits(30).toFixed() ?? null);
  const isPoint = new Set(numbers).size === 1;
  const from = isDerived(origin) ? [origin.metric, origin.formula] : origin.claimIds;
  return {
    numbers,
    bounds: isPoint ? 'a point' : bounds,
    ...rest,
    evidence,
    tentative,
    days: period && [period.first, period.last],
    definition,
    from,
  };
}

/** Two amounts by which rows are ordered alike, of which one is worked out by itself and one stands in columns. */
const equalWhenConverted: Investment[] = [
  { amount: '>30m CNY', kind: 'funding-round', investors: 'alpha, beta', target: 'gamma', period: '2024' },
  { amount: 'about 30m CNY', kind: 'capital-expenditure', investors: 'alpha', target: '', period: '2024' },
  { amount: 'exactly 10m CNY', kind: 'capital-expenditure', investors: 'alpha', target: '', period: '2024-H1' },
  { amount: '>10m CNY', kind: 'stake', investors: 'beta', target: 'gamma', period: '2024' },
].map(({ amount, period, ...what }) => ({ amount, more: '', what, period, isStated: true }));

const wheres: { readonly [Type in Asked['type']]: readonly EntityWhere[] } = {
  Shipment: [{}, { references: { processor: { kinds: ['data-centre-gpu'] } } }],
  Investment: [{}, { kinds: ['capital-expenditure'] }],
};
const figures: { readonly [Type in Asked['type']]: readonly (RowFigureShape | null)[] } = {
  Shipment: [{ property: 'units' }, null],
  Investment: [{ property: 'amount', unit: 'USD' }, { property: 'amount', unit: 'CNY' }, null],
};

test.each([
  ['SQLite', 20, (published: Published) => published.open()],
  ['PostgreSQL', 2, (published: Published) => published.openInPostgres()],
] as const)(
  'rows in columns add up to what they do one by one, in every group, in %s',
  async (_store, numRuns, open) => {
    const shipments = fc.array(shipment, { minLength: 6, maxLength: 30 });
    const investments = fc.array(investment, { minLength: 4, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(shipments, investments, async (rows, deals) => {
        const published = smallWith(rows, deals);
        const revision = await open(published);
        try {
          for (const type of ['Shipment', 'Investment'] as const) {
            for (const of of figures[type]) {
              for (const keys of keysOf[type]) {
                for (const where of wheres[type]) {
                  const { told, expected } = await groupsBoth(revision, { type, of, where, keys });
                  expect(told, JSON.stringify({ type, of, where, keys })).toEqual(expected);
                }
              }
            }
          }
        } finally {
          await revision.close();
          published.remove();
        }
      }),
      { numRuns, endOnFailure: true, examples: [[[lot(0)], equalWhenConverted]] },
    );
  },
  120_000,
);

describe('more shipments than are looked at one by one', () => {
  const server = standingServer(smallWith(Array.from({ length: 5_002 }, (_, place) => lot(place))));
  const of = 'of: { property: UNITS }';

  test('are counted and added up, all and in groups, with one statement or none once they are known', async () => {
    const query = `{ shipments { aggregate(${of}) { count countedCount unknownCount reportedCount disputedCount sum { value evidence } }
      groupBy(keys: [SELLER], ${of}) { edges { node { keys { text } aggregate { count sum { value } } } } } } }`;
    await server.ask(query);
    const { body, statements } = await server.ask(query);
    const sum = { value: 22_501, evidence: 'DERIVED' };
    expect(body).toEqual({
      data: {
        shipments: {
          aggregate: {
            count: 5_002,
            countedCount: 5_002,
            unknownCount: 0,
            reportedCount: 5_002,
            disputedCount: 0,
            sum,
          },
          groupBy: {
            edges: [
              { node: { keys: [{ text: 'Alpha' }], aggregate: { count: 2_501, sum: { value: 10_000 } } } },
              { node: { keys: [{ text: 'Gamma' }], aggregate: { count: 2_501, sum: { value: 12_501 } } } },
            ],
          },
        },
      },
    });
    expect(statements).toBeLessThan(2);
  });

  test('have their claims where the sum is the figure of one of them', async () => {
    const { body } =
      await server.ask(`{ shipments { groupBy(keys: [PROCESSOR, SELLER], ${of}, first: 1, orderBy: [{ by: COUNT }]) { edges { node {
      aggregate { sum { exact claim { subject { slug } } derivation { metric } } } } } } } }`);
    const sum = { exact: '0', claim: { subject: { slug: 'lot-0' } }, derivation: null };
    expect(body).toEqual({ data: { shipments: { groupBy: { edges: [{ node: { aggregate: { sum } } }] } } } });
  });

  test.each([
    ['what was added up', 'aggregate(of: { property: UNITS }) { sum { derivation { inputs { name } } } }'],
    ['groups by source', 'groupBy(keys: [SOURCE], of: { property: UNITS }) { totalCount }'],
  ])('do not tell %s, and say how to ask', async (_name, field) => {
    const { body } = await server.ask(`{ shipments { ${field} } }`);
    expect(body.errors?.[0]?.extensions?.code).toBe('BUDGET_EXCEEDED');
    expect(body.errors?.[0]?.message).toMatch(/narrow the list with where/);
  });
});
