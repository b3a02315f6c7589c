import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measured } from '../../schema/aggregate.ts';
import type { BucketShape } from '../../schema/bucket.ts';
import { claimBehind, factBehind } from '../../schema/claimBehind.ts';
import { disputedOf } from '../../schema/disputed.ts';
import { entitiesTogether } from '../../schema/entitiesTogether.ts';
import type { GroupKeyId } from '../../schema/groupKeys.ts';
import { groupsOf } from '../../schema/groupsOf.ts';
import { manyBuckets } from '../../schema/manyBuckets.ts';
import type { RowsTogether } from '../../schema/rowsGathered.ts';
import { type Figure, isDerived } from '../../src/quantity/figure.ts';
import type { Revision } from '../../src/store/revision.ts';
import { View } from '../../src/store/view.ts';
import type { EntityWhere } from '../../src/store/where.ts';
import { standingServer } from '../ask.ts';
import type { Published } from '../publishedData.ts';
import { smallData } from '../smallData.ts';

// Shipments added up in columns, against the same added up one by one as the interface does where they are few.

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

const shipment = fc.record({
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

const fileOf = (rows: readonly Shipment[]) =>
  rows
    .map((row, place) => {
      const second = row.other === null ? '' : `, { stated: "${row.other}", source: late }`;
      const claims = `units: [{ stated: "${row.units}", source: early${row.more} }${second}]`;
      return `- { slug: lot-${place}, seller: ${row.seller}, processor: ${row.processor}, ${row.buyers}period: '${row.period}', claims: { ${claims} } }\n`;
    })
    .join('');

const smallWith = (rows: readonly Shipment[]) =>
  smallData({
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
  });

const keysAsked: readonly (readonly GroupKeyId[])[] = [
  ['seller'],
  ['buyer'],
  ['processor'],
  ['year'],
  ['half-year'],
  ['quarter'],
  ['seller', 'quarter'],
  ['buyer', 'processor', 'year'],
];

/** What is asked of groups, with and without columns. */
async function groupsBoth(revision: Revision, where: EntityWhere, keys: readonly GroupKeyId[]) {
  const view = View.of(revision, { pinned: true });
  const list = { all: 'Shipment' } as const;
  const rows = entitiesTogether(view, null, list, where, () => view.countEntities(null, { list, where }));
  const { many: _, ...gathered } = rows;
  const of = { property: 'units' } as const;
  const count = await rows.count();
  const inColumns = await manyBuckets({ view, list, where, count }, of, keys);
  expect(inColumns).not.toBeNull();
  const bySum = { keys, of, first: 100, orderBy: [{ by: 'sum', direction: 'descending' }] } as const;
  const tell = async (together: RowsTogether) => {
    const { nodes, totalCount } = await groupsOf(together, bySum);
    return { groups: await Promise.all(nodes.map(tellGroup)), count: await totalCount() };
  };
  return { told: await tell({ ...rows, many: () => inColumns }), expected: await tell(gathered) };
}

async function tellGroup({ keys, aggregate }: BucketShape) {
  const { taken, many } = aggregate;
  const figures = (taken?.counted ?? []).flatMap(({ figure }) => figure ?? []);
  const facts = figures.flatMap((figure) => factBehind(figure) ?? []);
  const disputed = await Promise.all(facts.map(disputedOf));
  return {
    keys: keys.map(({ value }) => value?.text ?? null),
    count: aggregate.count,
    counted: many?.countedCount ?? taken?.counted.length,
    unknown: many?.unknownCount ?? taken?.unknown.length,
    reported: many?.reportedCount ?? figures.filter((one) => claimBehind(one)?.evidence === 'reported').length,
    disputed: many?.disputedCount ?? disputed.filter((one) => one).length,
    sum: shown(measured(aggregate, 'sum')),
  };
}

function shown(figure: Figure | null) {
  if (figure === null) return null;
  const { quantity, evidence, tentative, period, definition, origin } = figure;
  const { value, low, high, ...rest } = quantity;
  const numbers = [value, low, high].map((one) => one?.toFixed() ?? null);
  const from = isDerived(origin) ? [origin.metric, origin.formula] : origin.claimIds;
  return { numbers, ...rest, evidence, tentative, days: period && [period.first, period.last], definition, from };
}

const wheres: readonly EntityWhere[] = [{}, { references: { processor: { kinds: ['data-centre-gpu'] } } }];

test.each([
  ['SQLite', 40, (published: Published) => published.open()],
  ['PostgreSQL', 3, (published: Published) => published.openInPostgres()],
] as const)(
  'shipments in columns add up to what they do one by one, in every group, in %s',
  async (_store, numRuns, open) => {
    await fc.assert(
      fc.asyncProperty(fc.array(shipment, { minLength: 6, maxLength: 30 }), async (rows) => {
        const published = smallWith(rows);
        const revision = await open(published);
        try {
          for (const keys of keysAsked) {
            for (const where of wheres) {
              const { told, expected } = await groupsBoth(revision, where, keys);
              expect(told).toEqual(expected);
            }
          }
        } finally {
          await revision.close();
          published.remove();
        }
      }),
      { numRuns },
    );
  },
  120_000,
);

describe('more shipments than are looked at one by one', () => {
  const lot = (place: number): Shipment => ({
    units: `exactly ${place % 10} count`,
    more: '',
    other: null,
    seller: place % 2 === 0 ? 'alpha' : 'gamma',
    processor: place < 2 ? 'other' : 'chip',
    buyers: 'buyers: [yuan], ',
    period: new Date(Date.UTC(2010, 0, 1 + (place >> 1))).toISOString().slice(0, 10),
  });
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
    ['the least', 'aggregate(of: { property: UNITS }) { minimum { value } }'],
    ['what was added up', 'aggregate(of: { property: UNITS }) { sum { derivation { inputs { name } } } }'],
    ['a share', 'groupBy(keys: [SELLER], of: { property: UNITS }) { edges { node { share { value } } } }'],
    ['groups by country', 'groupBy(keys: [COUNTRY], of: { property: UNITS }) { totalCount }'],
  ])('do not tell %s, and say how to ask', async (_name, field) => {
    const { body } = await server.ask(`{ shipments { ${field} } }`);
    expect(body.errors?.[0]?.extensions?.code).toBe('BUDGET_EXCEEDED');
    expect(body.errors?.[0]?.message).toMatch(/narrow the list with where/);
  });
});
