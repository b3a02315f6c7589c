import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { smallData } from '../smallData.ts';

function lot(slug: string, of: string, units: string): string {
  return `- { slug: ${slug}, ${of}, claims: { units: [${units}] } }\n`;
}
const sold = (stated: string, more = '') => `{ stated: ${stated}, definition: sold, source: early${more} }`;

const small = smallData({
  'places/us.yaml': 'name: United States\nkind: country\n',
  'places/asia.yaml': 'name: Asia\nkind: region\n',
  'companies/maker.yaml': `name: Maker
fiscalYearEnds: 01-31
claims:
  revenue:
    - { stated: exactly 40bn USD, definition: total, period: 2024-H1, source: early }
    - { stated: exactly 60bn USD, definition: total, period: 2024-H2, source: early }
    - { stated: 9bn..11bn USD, definition: china, period: 2024, source: early }
  revenue-share:
    - { stated: 13 %, definition: china, period: 2023, source: early }
`,
  'companies/rival.yaml': 'name: Rival\n',
  'companies/near.yaml': 'name: Near\nhome: cn\n',
  'companies/far.yaml': `name: Far
home: us
claims:
  processors-held:
    - { stated: exactly 70 count, maker: maker, asOf: 2023-12-31, source: early }
    - { stated: exactly 100 count, maker: maker, asOf: 2024-12-31, source: early }
`,
  'groups/both.yaml': 'name: Both\nmembers: [near, far]\n',
  'groups/some.yaml': 'name: Some firms\nclosed: false\n',
  'processors/series.yaml': 'name: Series\nkind: family\nmaker: maker\n',
  'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: maker\nfamily: series\n',
  'processors/other.yaml': 'name: Other\nkind: data-centre-gpu\nmaker: maker\n',
  'shipments/maker.yaml': [
    lot('q1', 'processor: chip, period: 2024-Q1', sold('exactly 10 count')),
    lot('q2', 'processor: chip, period: 2024-Q2', sold('exactly 20 count')),
    lot('near-2024', 'processor: chip, buyers: [near], period: 2024', sold('exactly 12 count')),
    lot('far-2024', 'processor: chip, buyers: [far], period: 2024', sold('exactly 30 count')),
    lot(
      'ordered',
      'processor: chip, buyers: [near], period: 2025',
      '{ stated: exactly 99 count, definition: ordered, source: early }',
    ),
    lot('weak', 'processor: chip, period: 2023', sold('exactly 5 count', ', rank: tentative, reason: hearsay')),
    lot('other-2024', 'processor: other, buyers: [near], period: 2024', sold('exactly 3 count')),
    lot('series-2024', 'processor: series, period: 2024', sold('exactly 90 count')),
  ].join(''),
  'shipments/rival.yaml': lot('resold', 'processor: chip, buyers: [near], period: 2022', sold('exactly 500 count')),
});

let server: Serving;
beforeAll(async () => {
  server = await serving(await small.open());
});
afterAll(async () => {
  await server.stop();
  small.remove();
});

const fields = 'text evidence derivation { formula warnings { code } inputs { name } }';
async function units(of: string, args: string) {
  const { body } = await server.ask(`{ ${of} { units${args} { ${fields} } } }`);
  expect(body.errors).toBeUndefined();
  return Object.values(Object(body.data))[0];
}

describe('units', () => {
  test('of a processor in a period are quarters added up, or bounds from parts, buyers and its family', async () => {
    expect(await units('processor(slug: "chip")', '(period: "2024-H1")')).toMatchObject({
      units: { text: '30 count', derivation: { formula: '2024-Q1 + 2024-Q2' } },
    });
    expect(await units('processor(slug: "chip")', '(period: "2024")')).toMatchObject({
      units: { text: '42 to 90 count', derivation: { formula: 'at least Σ parts, at most the whole' } },
    });
    expect(await units('processor(slug: "series")', '(period: "2024")')).toMatchObject({ units: { text: '90 count' } });
  });

  test('to buyers: one, several, a group of which all members are known, those at home in a place', async () => {
    for (const [buyers, text] of [
      ['["Company:near"]', '12 count'],
      ['["Company:near", "Company:far"]', '42 count'],
      ['["Group:both"]', '42 count'],
      ['["Place:us"]', '30 to 90 count'],
    ] as const) {
      const { units: figure } = Object(await units('processor(slug: "chip")', `(period: "2024", buyers: ${buyers})`));
      expect(figure.text).toBe(text);
    }
  });

  test('of a company are those of its processors, and what buyers got by one day less what they had by another', async () => {
    expect(await units('company(slug: "maker")', '(period: "2024", buyers: ["Company:far"])')).toMatchObject({
      units: { text: '30 count', derivation: { formula: '2024-12-31 − 2023-12-31' } },
    });
    expect(await units('company(slug: "maker")', '(period: "2024", buyers: ["Company:near"])')).toMatchObject({
      units: { text: '>= 15 count' },
    });
    expect(await units('company(slug: "maker")', '(period: "2024")')).toMatchObject({ units: { text: '>= 93 count' } });
  });

  test('leave out orders, what others resell, and what only weak claims tell of', async () => {
    expect(await units('processor(slug: "chip")', '(period: "2025")')).toEqual({ units: null });
    expect(await units('processor(slug: "chip")', '(period: "2022")')).toEqual({ units: null });
    expect(await units('processor(slug: "chip")', '(period: "2023")')).toEqual({ units: null });
    expect(await units('company(slug: "rival")', '(period: "2022")')).toMatchObject({
      units: { text: '>= 500 count' },
    });
  });

  test('of all that is known are shipments that do not overlap', async () => {
    const { units: figure } = Object(await units('processor(slug: "chip")', ''));
    expect(figure).toMatchObject({ text: '30 count' });
    expect(figure.derivation.inputs).toEqual([{ name: 'Chip, 2024-Q1' }, { name: 'Chip, 2024-Q2' }]);
  });

  test('stand behind the door to numbers, and name what cannot be found', async () => {
    const { body } = await server.ask(
      '{ processor(slug: "chip") { figure(property: UNITS, period: "2024-H1") { text } units(buyers: ["Company:nobody"]) { text } } }',
    );
    expect(body.data).toEqual({ processor: { figure: { text: '30 count' }, units: null } });
    expect(body.errors?.[0]?.message).toBe('Nothing has the id "Company:nobody".');
  });

  test('cost as many statements for three processors as for one', async () => {
    const ask = async (where: string) => {
      const other = await serving(await small.open());
      const { statements } = await other.ask(
        `{ processors(where: ${where}) { edges { node { units(period: "2024") { text } } } } }`,
      );
      await other.stop();
      return statements;
    };
    expect(await ask('{}')).toBeLessThanOrEqual((await ask('{ slug: { equals: "series" } }')) + 2);
  });
});

describe('exposure', () => {
  const exposure = async (of: string, args: string) => {
    const { body } = await server.ask(
      `{ company(slug: "${of}") { exposure${args} { value low high unit derivation { formula assumptions inputs { name figure { text } } } } } }`,
    );
    expect(body.errors).toBeUndefined();
    return Object(body.data).company.exposure;
  };

  test('is the revenue from a place over all revenue, summed up over halves where need be', async () => {
    expect(await exposure('maker', '(destination: "cn", period: "2024")')).toMatchObject({
      value: null,
      low: 0.09,
      high: 0.11,
      unit: 'ratio',
      derivation: { assumptions: ['What is counted as the part: China including Hong Kong, all products.'] },
    });
  });

  test('is what a source states where the amounts are not known', async () => {
    expect(await exposure('maker', '(destination: "Place:cn", period: "2023")')).toMatchObject({
      value: 0.13,
      low: 0.125,
      high: 0.135,
    });
  });

  test('is that of shipments where nothing is said of revenue, and null where nothing is known', async () => {
    expect(await exposure('maker', '(destination: "us", period: "2024")')).toMatchObject({
      low: 0,
      derivation: {
        inputs: [
          { name: 'part', figure: { text: '>= 30 count' } },
          { name: 'whole', figure: { text: '>= 93 count' } },
        ],
      },
    });
    expect(await exposure('rival', '(destination: "us", period: "2024")')).toBeNull();
  });
});
