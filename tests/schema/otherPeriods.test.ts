import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { smallData } from '../smallData.ts';

/** An Investment of so much in a period; further words of its claim after the amount. */
function spent(period: string, ...claims: string[]): string {
  const list = claims.map((claim) => `      - { ${claim.includes('source') ? claim : `${claim}, source: early`} }\n`);
  return `- kind: capital-expenditure\n  period: '${period}'\n  claims:\n    amount:\n${list.join('')}`;
}

const cash = (million: number) => `stated: ${million}m USD (${million}m..${million}m), definition: cash-purchases`;

const small = smallData({
  'sources/august.yaml': 'name: A paper of August\npublished: 2024-08-26\n',
  'sources/october.yaml': 'name: A filing of October\npublished: 2024-10-31\n',
  'sources/rates.yaml': 'name: Rates\n',
  'exchange-rates.yaml': 'rates:\n  - { currency: CNY, kind: mean, period: 2024, rate: 7.1957, source: rates }\n',
  // As filed by Microsoft.
  'companies/microsoft.yaml': 'name: Microsoft\nfiscalYearEnds: 06-30\n',
  'investments/microsoft.yaml': [
    spent('FY2023', cash(28107)),
    spent('FY2023-9M', cash(19164)),
    spent('FY2023-Q3', cash(6607)),
    spent('FY2024-Q1', cash(9917)),
    spent('FY2024-Q2', cash(9735)),
    spent('FY2024', cash(44477), 'stated: 55.7bn USD, definition: with-finance-leases'),
    spent('FY2025-Q1', cash(14923)),
    spent('FY2025-H1', cash(30727)),
    spent('2022', 'stated: 28.1bn USD, rank: deprecated, reason: a fiscal year'),
  ].join(''),
  // In two currencies, and with one weak claim.
  'companies/tencent.yaml': `name: Tencent
claims:
  cash:
    - { stated: exactly 5bn CNY, asOf: 2024-06-30, source: early }
    - { stated: exactly 7bn CNY, asOf: 2024-12-31, source: early }
  revenue:
    - { stated: exactly 5bn CNY, period: 2023-H1, definition: total, source: early }
    - { stated: exactly 9bn CNY, period: 2023, definition: total, source: early }
    - { stated: exactly 1bn CNY, period: 2023, definition: china, source: early }
`,
  'investments/tencent.yaml': [
    spent('2024', 'stated: 10.7bn USD'),
    spent('2024-H1', 'stated: 23bn CNY'),
    spent('2024-Q4', 'stated: 36.578bn CNY'),
    spent('2023-H1', 'stated: exactly 8bn CNY'),
    spent('2023', 'stated: exactly 24bn CNY, rank: tentative, reason: hearsay'),
  ].join(''),
  // Restated as by Meta.
  'companies/meta.yaml': 'name: Meta\n',
  'investments/meta.yaml': [
    spent(
      '2023',
      `${cash(27266)}, source: early, supersededBy: restated-year`,
      `${cash(27045)}, id: restated-year, source: late`,
    ),
    spent(
      '2023-9M',
      `${cash(19601)}, published: 2023-10-26, source: early, supersededBy: restated-months`,
      `${cash(19453)}, id: restated-months, source: october`,
    ),
    spent('2024-H1', cash(14573)),
  ].join(''),
  'groups/both.yaml': 'name: Both\nmembers: [microsoft, meta]\n',
  'companies/maker.yaml': 'name: Maker\nfiscalYearEnds: last Sunday of January\n',
  'processors/chip.yaml': `name: Chip
kind: data-centre-gpu
maker: maker
claims:
  units:
    - { stated: '100 count (80..120, 5-95 %)', period: FY2025-Q1, definition: sold, evidence: estimated, source: early }
    - { stated: '300 count (240..360, 5-95 %)', period: FY2025-9M, definition: sold, evidence: estimated, source: early }
    - { stated: 10k count/year, period: FY2025-H1, definition: sold, source: early }
    - { stated: 1000 count, period: FY2025-Q2, definition: capacity, source: early }
    - { stated: 1000 count, period: FY2025-Q3, definition: capacity, source: early }
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

const parts = 'value low high unit evidence definition period { label } derivation { formula warnings { code } }';

/** A figure of an entity, through a lens. */
async function figure(entity: string, args: string, fields = parts, lens = '') {
  const { body } = await server.ask(
    `{ view${lens === '' ? '(lens: {})' : `(lens: { ${lens} })`} { ${entity} { figure(${args}) { ${fields} } } } }`,
  );
  expect(body.errors).toBeUndefined();
  return Object.values(Object(body.data).view)[0] as { figure: unknown };
}

const capex = (period: string, more = '') => `property: CAPITAL_EXPENDITURE, period: "${period}"${more}`;

describe('a period that nobody states', () => {
  test.each([
    ['2023-H1', 15550e6, 'FY2023 + FY2023-Q3 − FY2023-9M'],
    ['2023-H2', 19652e6, 'FY2024-Q1 + FY2024-Q2'],
    ['2024-H1', 24825e6, 'FY2024 − FY2024-Q1 − FY2024-Q2'],
    ['2024', 55552e6, 'FY2024 + FY2025-H1 − FY2024-Q1 − FY2024-Q2'],
    ['2024-Q4', 15804e6, 'FY2025-H1 − FY2025-Q1'],
    ['FY2025-Q2', 15804e6, 'FY2025-H1 − FY2025-Q1'],
  ])('%s of a fiscal year that ends in June', async (period, value, formula) => {
    expect(await figure('company(slug: "microsoft")', capex(period))).toEqual({
      figure: {
        value,
        low: value,
        high: value,
        unit: 'USD',
        evidence: 'DERIVED',
        definition: 'cash-purchases',
        period: { label: period },
        derivation: { formula, warnings: [] },
      },
    });
  });

  test('its inputs lead to the claims', async () => {
    expect(
      await figure(
        'company(slug: "microsoft")',
        capex('2024-Q4'),
        'derivation { metric inputs { name figure { value claim { sources { slug } } } } }',
      ),
    ).toEqual({
      figure: {
        derivation: {
          metric: 'fromOtherPeriods',
          inputs: [
            { name: 'FY2025-H1', figure: { value: 30727e6, claim: { sources: [{ slug: 'early' }] } } },
            { name: 'FY2025-Q1', figure: { value: 14923e6, claim: { sources: [{ slug: 'early' }] } } },
          ],
        },
      },
    });
  });

  test('what is deprecated, of another definition, or not there gives nothing', async () => {
    const microsoft = 'company(slug: "microsoft")';
    expect(await figure(microsoft, capex('2022'))).toEqual({ figure: null });
    expect(await figure(microsoft, capex('2024-H1', ', definition: "with-finance-leases"'))).toEqual({ figure: null });
    expect(await figure('company(slug: "meta")', capex('2024-H2'))).toEqual({ figure: null });
    expect(await figure('company(slug: "maker")', capex('2024'))).toEqual({ figure: null });
  });

  test('what is held on days does not add up, and definitions are not mixed', async () => {
    expect(await figure('company(slug: "tencent")', 'property: CASH, period: "2024-H2"')).toEqual({ figure: null });
    expect(
      await figure('company(slug: "tencent")', 'property: REVENUE, period: "2023-H2"', 'value definition'),
    ).toEqual({ figure: { value: 4e9, definition: 'total' } });
    expect(
      await figure('company(slug: "tencent")', 'property: REVENUE, period: "2023-H2", definition: "china"'),
    ).toEqual({ figure: null });
  });

  test('a weak claim makes it tentative', async () => {
    expect(await figure('company(slug: "tencent")', capex('2023-H2'), 'value tentative')).toEqual({
      figure: { value: 16e9, tentative: true },
    });
  });

  test('across currencies only where one is asked for, at the rate of each period', async () => {
    expect(await figure('company(slug: "tencent")', capex('2024-Q3'))).toEqual({ figure: null });
    const { figure: quarter } = await figure('company(slug: "tencent")', capex('2024-Q3', ', unit: "CNY"'));
    // 10.65 to 10.75 bn at 7.1957, less 22.5 to 23.5 and 36.5775 to 36.5785.
    expect(quarter).toMatchObject({
      value: expect.closeTo(17.41599e9, -4),
      low: expect.closeTo(16.555705e9, -4),
      high: expect.closeTo(18.276275e9, -4),
      unit: 'CNY',
      derivation: { formula: '2024 − 2024-H1 − 2024-Q4' },
    });
  });
});

describe('restatements', () => {
  test.each([
    ['knownOn: "2024-06-30"', 7665e6, []],
    ['knownOn: "2024-12-31"', 7813e6, [{ code: 'MIXED_RESTATEMENTS' }]],
    ['knownOn: "2025-12-31"', 7592e6, []],
  ])('the fourth quarter %s', async (lens, value, warnings) => {
    expect(
      await figure('company(slug: "meta")', capex('2023-Q4'), 'value derivation { warnings { code } }', lens),
    ).toEqual({ figure: { value, derivation: { warnings } } });
  });
});

describe('groups and processors', () => {
  test('a group adds up what its members give', async () => {
    expect(await figure('group(slug: "both")', capex('2024-H1'), 'value unit')).toEqual({
      figure: { value: 24825e6 + 14573e6, unit: 'USD' },
    });
  });

  test('units of a processor are in the calendar of its maker, and percentiles are ends added to ends', async () => {
    expect(
      await figure(
        'processor(slug: "chip")',
        'property: UNITS, period: "FY2025-Q2/FY2025-Q3", definition: "sold"',
        parts,
      ),
    ).toEqual({
      figure: {
        value: 200,
        low: 120,
        high: 280,
        unit: 'count',
        evidence: 'ESTIMATED',
        definition: 'sold',
        period: { label: 'FY2025-Q2/FY2025-Q3' },
        derivation: { formula: 'FY2025-9M − FY2025-Q1', warnings: [{ code: 'PERCENTILES_ADDED' }] },
      },
    });
    expect(
      await figure('processor(slug: "chip")', 'property: UNITS, period: "FY2025-Q2/FY2025-Q3", definition: "capacity"'),
    ).toEqual({ figure: null });
  });
});

test('growth is computed from such figures', async () => {
  const { body } = await server.ask(
    '{ company(slug: "microsoft") { growth(property: CAPITAL_EXPENDITURE, period: "2024-H1") { computed { value } } } }',
  );
  expect(Object(body.data).company.growth.computed.value).toBeCloseTo(24825 / 15550 - 1, 9);
});

test('a fiscal period of what has no calendar is the client’s error', async () => {
  const { body } = await server.ask(
    '{ company(slug: "meta") { figure(property: CAPITAL_EXPENDITURE, period: "FY2024") { value } } }',
  );
  expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_PERIOD' });
});
