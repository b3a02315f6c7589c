import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { publishedData } from '../publishedData.ts';
import { smallData } from '../smallData.ts';

const story = publishedData();
const small = smallData({
  'companies/parent.yaml': 'name: Parent\nhome: cn\nlinks:\n  - { kind: parent-of, to: middle, source: early }\n',
  'companies/middle.yaml': 'name: Middle\nlinks:\n  - { kind: parent-of, to: child, source: early }\n',
  'companies/child.yaml': 'name: Child\n',
  'companies/other.yaml': 'name: Other\n',
  'groups/family.yaml': 'name: Family\nmembers: [parent, child, other]\n',
  'groups/open.yaml': 'name: Open\nclosed: false\nmembers: [parent]\n',
  'investments/parent.yaml': capex('exactly 10bn USD'),
  'investments/child.yaml': capex('exactly 4bn USD'),
  'investments/other.yaml': capex('exactly 6bn USD'),
  'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: parent\n',
  'shipments/parent.yaml': `
- { slug: whole, processor: chip, buyers: [family], period: '2024', claims: { units: [{ stated: exactly 100 count, source: early }], unit-price: [{ stated: exactly 10 USD, source: early }] } }
- { slug: part, processor: chip, buyers: [other], period: 2024-H1, claims: { units: [{ stated: exactly 30 count, source: early }], unit-price: [{ stated: exactly 10 USD, source: early }] } }
- { slug: next, processor: chip, buyers: [other], period: '2025', claims: { units: [{ stated: exactly 7 count, source: early }], unit-price: [{ stated: exactly 10 USD, source: early }] } }
- { slug: hoped, processor: chip, buyers: [other], period: '2026', claims: { units: [{ stated: exactly 9 count, evidence: forecast, source: early }], unit-price: [{ stated: exactly 10 USD, source: early }] } }
`,
});

function capex(stated: string): string {
  return `- kind: capital-expenditure\n  period: '2024'\n  claims:\n    amount:\n      - { stated: ${stated}, source: early }\n`;
}

let ofStory: Serving;
let ofSmall: Serving;
beforeAll(async () => {
  ofStory = await serving(await story.open());
  ofSmall = await serving(await small.open());
});
afterAll(async () => {
  await Promise.all([ofStory.stop(), ofSmall.stop()]);
  story.remove();
  small.remove();
});

async function data(server: Serving, query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

describe('totals', () => {
  test('a parent and what it controls are never both counted', async () => {
    const { group } = await data(
      ofSmall,
      '{ group(slug: "family") { total(property: CAPITAL_EXPENDITURE, period: "2024") { sum { value derivation { warnings { code message entities { slug } } } } counted { slug } } } }',
    );
    expect(group.total).toEqual({
      sum: {
        value: 16e9,
        derivation: {
          warnings: [
            {
              code: 'OVERLAP_LEFT_OUT',
              message: 'Child is left out: it belongs to Parent, whose figure holds its own.',
              entities: [{ slug: 'child' }],
            },
          ],
        },
      },
      counted: [{ slug: 'other' }, { slug: 'parent' }],
    });
  });

  test('an open group has members that nobody names', async () => {
    const { group } = await data(
      ofSmall,
      '{ group(slug: "open") { total(property: CAPITAL_EXPENDITURE, period: "2024") { sum { value low high } missingCount } } }',
    );
    expect(group.total).toEqual({ sum: { value: null, low: 10e9, high: null }, missingCount: 0 });
  });

  test('members of several currencies are added in the one asked for, by named rates', async () => {
    const { groupOf } = await data(
      ofStory,
      '{ groupOf(companies: ["alibaba", "meta"]) { total(property: CAPITAL_EXPENDITURE, period: "2024-H1", unit: "USD") { sum { value unit derivation { inputs { figure { derivation { inputs { name figure { text unit derivation { assumptions } } } } } } } } } } }',
    );
    const { sum } = groupOf.total;
    expect(sum.unit).toBe('USD');
    // 23bn CNY at the mean of 2024-H1, 7.2150 or so, and 14,573m USD.
    expect(sum.value).toBeCloseTo(23e9 / 7.215 + 14573e6, -8);
    expect(JSON.stringify(sum)).toMatch(/CNY\/USD.*fed-g5/);
  });

  test('shares of the stated total', async () => {
    const { view } = await data(
      ofStory,
      '{ view(lens: { sources: ["article-winbuzzer"] }) { group(slug: "alibaba-tencent-baidu") { total(property: CAPITAL_EXPENDITURE, period: "2024-H1") { shares { holder { slug } share { value low high } } } } } }',
    );
    const shares = Object.fromEntries(
      view.group.total.shares.map(
        (one: { holder: { slug: string }; share: { value: number; low: number; high: number } }) => [
          one.holder.slug,
          one.share,
        ],
      ),
    );
    expect(shares.alibaba.value).toBeCloseTo(0.46, 6);
    expect(shares.alibaba.low).toBeCloseTo(0.4455, 4);
    expect(shares.alibaba.high).toBeCloseTo(0.4747, 4);
    expect(shares.baidu.value).toBeCloseTo(0.084, 6);
  });
});

describe('shipments of a processor', () => {
  const ask = async (args: string) => {
    const { processor } = await data(
      ofSmall,
      `{ processor(slug: "chip") { shipmentValue${args} { value evidence derivation { formula warnings { code entities { slug } } } } } }`,
    );
    return processor.shipmentValue;
  };

  test('those that overlap in buyer and period, or are forecasts beside results, are left out and named', async () => {
    const value = await ask('');
    expect(value.value).toBe(1070);
    expect(value.derivation.warnings).toEqual([
      { code: 'OVERLAP_LEFT_OUT', entities: [{ slug: 'part' }] },
      { code: 'OVERLAP_LEFT_OUT', entities: [{ slug: 'hoped' }] },
    ]);
  });

  test('of one buyer and period', async () => {
    expect(await ask('(buyers: ["Company:other"], period: "2024")')).toMatchObject({ value: 300, evidence: 'DERIVED' });
    expect(await ask('(buyers: ["Place:cn"])')).toBeNull();
  });
});

describe('comparisons', () => {
  test("cash over a half year's spending has no upper bound", async () => {
    const { view } = await data(
      ofStory,
      `{ view(lens: { sources: ["article-winbuzzer"] }) { compare(
        left: { of: "Company:bytedance", property: CASH }
        right: { of: "Group:alibaba-tencent-baidu", property: CAPITAL_EXPENDITURE, period: "2024-H1", unit: "USD" }
      ) { ratio { value low lowOpen high } order } } }`,
    );
    expect(view.compare.ratio).toEqual({ value: null, low: expect.closeTo(6.6667, 3), lowOpen: true, high: null });
    expect(view.compare.order).toBe('GREATER');
  });

  test('each side may have a lens of its own', async () => {
    const { compare } = await data(
      ofStory,
      `{ compare(
        left: { of: "Company:meta", property: CAPITAL_EXPENDITURE, period: "2023", lens: { knownOn: "2024-06-30" } }
        right: { of: "Company:meta", property: CAPITAL_EXPENDITURE, period: "2023" }
      ) { left { value claim { published } } right { value } difference { value } relativeDifference { value } } }`,
    );
    expect(compare).toMatchObject({
      left: { value: 27266e6 },
      right: { value: 27045e6 },
      difference: { value: 221e6 },
    });
    expect(compare.relativeDifference.value).toBeCloseTo(221 / 27045, 9);
  });

  test('a supposed figure is a scenario', async () => {
    const { compare } = await data(
      ofStory,
      '{ compare(left: { quantity: "exactly 25bn CNY" }, right: { of: "Company:alibaba", property: CAPITAL_EXPENDITURE, period: "2024-H1" }) { order difference { value evidence } } }',
    );
    expect(compare).toEqual({ order: 'GREATER', difference: { value: 2e9, evidence: 'SCENARIO' } });
  });
});

describe('conversion', () => {
  test('by the mean of the period, by its last day, and back out of a stated equivalent', async () => {
    const { group } = await data(
      ofStory,
      `{ group(slug: "alibaba-tencent-baidu") { figure(property: CAPITAL_EXPENDITURE, period: "2024-H1") {
        stated: in(unit: "USD") { value evidence }
        mean: in(unit: "USD", rate: MEAN) { value low high evidence }
        lastDay: in(unit: "USD", rate: LAST_DAY) { value derivation { inputs { name figure { value period { label } } } } }
        toEuro: in(unit: "EUR", rate: MEAN) { unit value }
      } } }`,
    );
    expect(group.figure.stated).toEqual({ value: 7e9, evidence: 'REPORTED' });
    expect(group.figure.mean.low).toBeGreaterThan(6.85e9);
    expect(group.figure.mean.high).toBeLessThan(7.01e9);
    expect(group.figure.lastDay.derivation.inputs[1]).toMatchObject({
      name: 'rate',
      figure: { period: { label: '2024-06-28' } },
    });
    expect(group.figure.toEuro.unit).toBe('EUR');
    expect(group.figure.toEuro.value).toBeGreaterThan(6e9);
  });
});
