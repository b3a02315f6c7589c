import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { smallData } from '../smallData.ts';

function spent(period: string, ...claims: string[]): string {
  return `- kind: capital-expenditure\n  period: '${period}'\n  claims:\n    amount:\n${claims.map((claim) => `      - { ${claim}, source: early }\n`).join('')}`;
}

const small = smallData({
  'sources/rates.yaml': 'name: Rates\n',
  'exchange-rates.yaml': `rates:
  - { currency: CNY, kind: mean, period: 2022, rate: 7, source: rates }
  - { currency: CNY, kind: mean, period: 2024, rate: 7, source: rates }
`,
  'companies/spender.yaml': `name: Spender
fiscalYearEnds: 06-30
claims:
  cash:
    - { stated: exactly 3bn USD, asOf: 2023-06-30, source: early }
    - { stated: exactly 5bn USD, asOf: 2023-12-31, source: early }
    - { stated: exactly 20bn USD, asOf: 2025-12-31, source: early }
`,
  'investments/spender.yaml': [
    spent('2022', 'stated: exactly 1bn USD', 'stated: exactly 2bn USD, definition: with-finance-leases'),
    spent('2022-H1', 'stated: exactly 0.4bn USD, definition: with-finance-leases'),
    spent('2024', 'stated: exactly 4bn USD', 'stated: exactly 8bn USD, definition: with-finance-leases'),
    spent('2025', 'stated: 5bn..7bn USD, evidence: forecast'),
    spent('FY2024', 'stated: exactly 3bn USD'),
  ].join(''),
  'companies/other.yaml': 'name: Other\n',
  'investments/other.yaml': spent('2022', 'stated: exactly 3bn USD') + spent('2024', 'stated: exactly 12bn USD'),
  'companies/yuan.yaml': 'name: Yuan\n',
  'investments/yuan.yaml': spent('2022', 'stated: exactly 7bn CNY') + spent('2024', 'stated: exactly 4bn USD'),
  'companies/loser.yaml': `name: Loser
claims:
  free-cash-flow:
    - { stated: exactly -1bn USD, period: 2022, source: early }
    - { stated: exactly 1bn USD, period: 2024, source: early }
`,
  'groups/two.yaml': 'name: Two\nmembers: [spender, other]\n',
  'markets/chips.yaml': `name: Chips
kind: products
place: cn
claims:
  market-size:
    - { stated: exactly 10bn USD, definition: value, period: 2020, source: early }
    - { stated: exactly 40bn USD, definition: value, period: 2024, source: early }
`,
  'processors/chip.yaml': `name: Chip
kind: data-centre-gpu
claims:
  units:
    - { stated: 10k count, period: 2023-Q1, definition: sold, source: early }
    - { stated: 30k count, period: 2023-H1, definition: sold, source: early }
`,
});

let server: Serving;
beforeAll(async () => {
  server = await serving(await small.open());
});
afterAll(async () => {
  await server.stop();
  small.remove();
});

async function ask(query: string) {
  const { body, statements } = await server.ask(query);
  return { data: Object(body.data), error: body.errors?.[0], statements };
}

async function series(entity: string, args: string, fields = 'value period { label }') {
  const { data, error } = await ask(`{ ${entity} { series(${args}) { ${fields} } } }`);
  expect(error).toBeUndefined();
  return Object(Object.values(data)[0]).series;
}

/** The steps of a series in a line: `2022 1e9, 2023 ?`. */
async function line(entity: string, args: string) {
  const steps: { value: number | null; period: { label: string } }[] = await series(entity, args);
  return steps.map(({ value, period }) => `${period.label} ${value ?? '?'}`).join(', ');
}

const spender = 'company(slug: "spender")';
const capex = 'property: CAPITAL_EXPENDITURE';
const plain = `${capex}, definition: "unstated"`;

describe('a series', () => {
  test.each([
    [spender, `${plain}, interval: YEAR`, '2022 1000000000, 2023 ?, 2024 4000000000, 2025 ?'],
    [spender, `${plain}, interval: YEAR, within: "2021/2023"`, '2021 ?, 2022 1000000000, 2023 ?'],
    [spender, `${plain}, interval: YEAR, within: "2024/.."`, '2024 4000000000, 2025 ?'],
    [spender, `${plain}, interval: YEAR, fiscal: true`, 'FY2024 3000000000'],
    [spender, `${plain}, interval: YEAR, within: "2022-02-01/2024"`, '2023 ?, 2024 4000000000'],
    // The definition that gives a step at all, and not one for each step.
    [spender, `${capex}, interval: HALF_YEAR`, '2022-H1 400000000, 2022-H2 1600000000'],
    [
      spender,
      `${capex}, interval: YEAR, definition: "with-finance-leases"`,
      '2022 2000000000, 2023 ?, 2024 8000000000',
    ],
    ['group(slug: "two")', `${plain}, interval: YEAR, within: "2022/2023"`, '2022 4000000000, 2023 ?'],
    ['market(slug: "chips")', 'property: MARKET_SIZE, interval: YEAR, within: "2023/2024"', '2023 ?, 2024 40000000000'],
    ['processor(slug: "chip")', 'property: UNITS, interval: QUARTER', '2023-Q1 10000, 2023-Q2 20000'],
    // Of what is held on days, the last in the step, with its day.
    [spender, 'property: CASH, interval: YEAR', '2023-12-31 5000000000, 2024 ?, 2025-12-31 20000000000'],
    [spender, 'property: CASH, interval: HALF_YEAR, within: "2023"', '2023-06-30 3000000000, 2023-12-31 5000000000'],
    [spender, 'property: HEADCOUNT, interval: YEAR', ''],
  ])('of %s by %s: %s', async (entity, args, expected) => {
    expect(await line(entity, args)).toBe(expected);
  });

  test('shows forecasts beside results, and gaps with what is missing', async () => {
    const [, , gap, , forecast] = await series(
      spender,
      `${capex}, interval: YEAR, within: "2021/2025", definition: "unstated"`,
      'text low high unit evidence bounds definition derivation { warnings { code message } }',
    );
    expect(gap).toEqual({
      text: 'unknown',
      low: null,
      high: null,
      unit: 'USD',
      evidence: 'DERIVED',
      bounds: 'UNKNOWN',
      definition: null,
      derivation: {
        warnings: [
          {
            code: 'INPUT_UNKNOWN',
            message:
              'Spender: capital-expenditure of 2023 is not known; nobody states it, and other figures do not give it',
          },
        ],
      },
    });
    expect(forecast).toMatchObject({ low: 5e9, high: 7e9, evidence: 'FORECAST' });
  });

  test('in another currency', async () => {
    expect(await line('company(slug: "yuan")', `${capex}, interval: YEAR, unit: "USD"`)).toBe(
      '2022 1000000000, 2023 ?, 2024 4000000000',
    );
  });

  test.each([
    [spender, `${capex}, interval: MONTH, within: "1950/2000"`, 'BUDGET_EXCEEDED', '612 steps; at most 400'],
    [spender, `${capex}, interval: MONTH, fiscal: true`, 'BAD_ARGUMENT', 'has no months'],
    ['company(slug: "other")', `${capex}, interval: YEAR, fiscal: true`, 'BAD_ARGUMENT', 'No fiscal calendar of Other'],
    [spender, 'property: SHIPMENT_VALUE, interval: YEAR', 'BAD_ARGUMENT', 'say from when to when'],
    [spender, `${capex}, interval: YEAR, within: "soon"`, 'BAD_PERIOD', 'not a period'],
    [spender, `${capex}, interval: YEAR, unit: "doughnuts"`, 'BAD_UNIT', 'no unit'],
    [spender, `${capex}, interval: YEAR, definition: "best"`, 'BAD_ARGUMENT', 'no definition "best"'],
  ])('of %s by %s is refused: %s', async (entity, args, code, message) => {
    const { error } = await ask(`{ ${entity} { series(${args}) { value } } }`);
    expect(error?.extensions).toMatchObject({ code });
    expect(error?.message).toContain(message);
  });

  test('costs as many statements for hundreds of steps as for one', async () => {
    const costOf = async (within: string) => {
      const cold = await serving(await small.open());
      try {
        const query = `{ ${spender} { series(${capex}, interval: QUARTER, within: "${within}") { value } }
          group(slug: "two") { series(${capex}, interval: QUARTER, within: "${within}") { value } } }`;
        const { statements, body } = await cold.ask(query);
        expect(body.errors).toBeUndefined();
        return statements;
      } finally {
        await cold.stop();
      }
    };
    expect(await costOf('1930/2025')).toBe(await costOf('2024-Q1'));
  });

  test('is priced by its steps', async () => {
    const deep =
      'derivation { inputs { figure { derivation { inputs { figure { derivation { inputs { name figure { value } } } } } } } } }';
    const { error } = await ask(
      `{ companies(first: 100) { edges { node { series(${capex}, interval: MONTH, within: "2000/2025") { value ${deep} } } } } }`,
    );
    expect(error?.extensions).toMatchObject({ code: 'TOO_COMPLEX' });
  });
});

describe('compound growth', () => {
  const growth = async (entity: string, args: string) => {
    const { data, error } = await ask(
      `{ ${entity} { compoundGrowth(property: ${args}) { value text unit period { label first last } derivation { formula inputs { name figure { value } } warnings { code } } } } }`,
    );
    return { growth: Object(Object.values(data)[0]).compoundGrowth, error };
  };

  test('of a company, group and market', async () => {
    const ofCompany = await growth(
      spender,
      'CAPITAL_EXPENDITURE, from: "2022", to: "2024", definition: "with-finance-leases"',
    );
    expect(ofCompany.growth).toMatchObject({
      value: 1,
      text: expect.stringContaining('+100 %'),
      unit: 'ratio',
      period: { label: '2022/2024', first: '2022-01-01', last: '2024-12-31' },
      derivation: {
        formula: '(last ÷ first) ^ (1 ÷ 2) − 1',
        inputs: [
          { name: 'first', figure: { value: 2e9 } },
          { name: 'last', figure: { value: 8e9 } },
        ],
        warnings: [],
      },
    });
    const ofGroup = await growth(
      'group(slug: "two")',
      'CAPITAL_EXPENDITURE, from: "2022", to: "2024", definition: "unstated"',
    );
    expect(ofGroup.growth.value).toBeCloseTo(1, 12);
    const ofMarket = await growth('market(slug: "chips")', 'MARKET_SIZE, from: "2020", to: "2024"');
    expect(ofMarket.growth.value).toBeCloseTo(Math.SQRT2 - 1, 12);
  });

  test('across currencies at the rates of the periods', async () => {
    expect(
      (await growth('company(slug: "yuan")', 'CAPITAL_EXPENDITURE, from: "2022", to: "2024"')).growth.value,
    ).toBeCloseTo(1, 12);
  });

  test('plain growth too is computed across currencies', async () => {
    const { data, error } = await ask(
      '{ company(slug: "yuan") { growth(property: CAPITAL_EXPENDITURE, period: "2024", over: "2022") { computed { value } } } }',
    );
    expect(error).toBeUndefined();
    expect(data.company.growth.computed.value).toBeCloseTo(3, 12);
  });

  test('is null where an end is not known, and unknown from a loss', async () => {
    expect(await growth(spender, 'CAPITAL_EXPENDITURE, from: "2020", to: "2024"')).toEqual({ growth: null });
    const fromLoss = await growth('company(slug: "loser")', 'FREE_CASH_FLOW, from: "2022", to: "2024"');
    expect(fromLoss.growth).toMatchObject({ value: null, derivation: { warnings: [{ code: 'NOT_DEFINED' }] } });
  });

  test.each([
    ['from: "2022", to: "2024-H1"', '2022 and 2024-H1 are not'],
    ['from: "2022", to: "FY2024"', '2022 and FY2024 are not'],
    ['from: "2024", to: "2022"', '2022 must come after 2024'],
    ['from: "2024", to: "2024"', '2024 must come after 2024'],
    ['from: "2022-06-30", to: "2024-06-30"', 'use growthFrom'],
  ])('%s is refused', async (args, message) => {
    const { error, growth: none } = await growth(spender, `CAPITAL_EXPENDITURE, ${args}`);
    expect(error?.extensions).toMatchObject({ code: 'BAD_PERIOD' });
    expect(error?.message).toContain(message);
    expect(none).toBeNull();
  });

  test('a year, of any two periods or days, as a side of a comparison', async () => {
    const { data, error } = await ask(
      `{ compare(
        left: { of: "Company:spender", property: CASH, growthFrom: "2023-06-30", period: "2025-12-31" }
        right: { of: "Market:chips", property: MARKET_SIZE, growthFrom: "2020", period: "2024" }
      ) { left { value derivation { formula } } right { value } order } }`,
    );
    expect(error).toBeUndefined();
    // Thirty months.
    expect(data.compare.left.value).toBeCloseTo((20 / 3) ** (2 / 5) - 1, 9);
    expect(data.compare.left.derivation.formula).toBe('(last ÷ first) ^ (2 ÷ 5) − 1');
    expect(data.compare).toMatchObject({ right: { value: expect.closeTo(Math.SQRT2 - 1, 9) }, order: 'GREATER' });
    const without = await ask(
      '{ compare(left: { of: "Company:spender", property: CASH, growthFrom: "2023" }, right: { quantity: "50 %" }) { order } }',
    );
    expect(without.error?.extensions).toMatchObject({ code: 'BAD_ARGUMENT' });
  });
});
