import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { smallData } from '../smallData.ts';

const small = smallData({
  'sources/rates.yaml': 'name: Rates\n',
  'exchange-rates.yaml': `rates:
  - { currency: CNY, kind: mean, period: 2024-01, rate: 7.0, source: rates }
  - { currency: CNY, kind: mean, period: 2024-02, rate: 7.1, source: rates }
  - { currency: CNY, kind: mean, period: 2024-03, rate: 7.2, source: rates }
  - { currency: CNY, kind: mean, period: 2024-Q2, rate: 7.5, source: rates }
  - { currency: CNY, kind: mean, period: 2024, rate: 8, source: rates }
`,
  'companies/spender.yaml': `name: Spender
claims:
  revenue:
${['2024-Q1', '2024-H1', '2024-02/2024-03', '2024', '2024-03/2024-05', '2024-02-15/2024-03-31', '2023-12/2024-01']
  .map((period) => `    - { stated: exactly 710 CNY, period: ${period}, definition: total, source: early }\n`)
  .join('')}`,
});

let server: Serving;
beforeAll(async () => {
  server = await serving(await small.open());
});
afterAll(async () => {
  await server.stop();
  small.remove();
});

async function inDollars(period: string, lens = '') {
  const { body } = await server.ask(
    `{ view(lens: { ${lens} }) { company(slug: "spender") { figure(property: REVENUE, period: "${period}", unit: "USD") {
      value derivation { formula warnings { code message } inputs { name figure { value unit evidence period { label } derivation { metric formula assumptions inputs { name figure { value } } } } } } } } } }`,
  );
  expect(body.errors).toBeUndefined();
  return Object(body.data).view.company.figure;
}

describe('a conversion over a period of which no rate is published', () => {
  test('takes the mean of its months, and names them', async () => {
    const figure = await inDollars('2024-Q1');
    expect(figure.value).toBeCloseTo(100, 12);
    expect(figure.derivation.inputs[1]).toEqual({
      name: 'rate',
      figure: {
        value: 7.1,
        unit: 'CNY/USD',
        evidence: 'DERIVED',
        period: { label: '2024-Q1' },
        derivation: {
          metric: 'meanRate',
          formula: 'Σ monthly means ÷ 3',
          assumptions: [
            'Each month counts alike, which differs from a mean over days by less than 0.1 %.',
            'The rate is that of Rates (source rates).',
          ],
          inputs: [
            { name: '2024-01', figure: { value: 7 } },
            { name: '2024-02', figure: { value: 7.1 } },
            { name: '2024-03', figure: { value: 7.2 } },
          ],
        },
      },
    });
  });

  test.each([
    ['2024-02/2024-03', 710 / 7.15],
    ['2024-H1', 710 / 7.3],
    // Published goes before computed.
    ['2024', 710 / 8],
  ])('%s', async (period, value) => {
    expect((await inDollars(period)).value).toBeCloseTo(value, 9);
  });

  test.each(['2024-03/2024-05', '2024-02-15/2024-03-31', '2023-12/2024-01'])('%s has none', async (period) => {
    expect(await inDollars(period)).toMatchObject({
      value: null,
      derivation: { warnings: expect.arrayContaining([expect.objectContaining({ code: 'NO_EXCHANGE_RATE' })]) },
    });
  });

  test('knows a month from the day after its end', async () => {
    expect((await inDollars('2024-Q1', 'knownOn: "2024-03-31"')).value).toBeNull();
    expect((await inDollars('2024-Q1', 'knownOn: "2024-04-01"')).value).toBeCloseTo(100, 12);
  });
});
