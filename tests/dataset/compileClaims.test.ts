import { describe, expect, test } from 'vitest';
import { compile, spending } from './dataset.ts';

describe('claims', () => {
  const rows = compile(spending);
  const [exact, rounded, growth, plan] = rows.claim;

  test('of capital expenditure hang on the investment, and are found at the investor', () => {
    expect(rounded).toEqual({
      key: 2,
      id: expect.stringMatching(/^alibaba-capital-expenditure-2024-h1-amount-[0-9a-f]{8}$/),
      factKey: 2,
      place: 0,
      subjectKey: 3,
      linkKey: null,
      property: 'amount',
      holderKey: 1,
      door: 'capital-expenditure',
      qualifiersJson: '{}',
      definition: 'unstated',
      periodLabel: '2024-H1',
      periodFirst: '2024-01-01',
      periodLast: '2024-06-30',
      periodStep: 'half-year',
      asOf: 0,
      value: '23000000000',
      low: '22500000000',
      high: '23500000000',
      lowOpen: 0,
      highOpen: 0,
      bounds: 'rounding',
      unit: 'CNY',
      text: null,
      foldedText: null,
      date: null,
      dateDay: null,
      entityKey: null,
      evidence: 'reported',
      rank: 'normal',
      kind: null,
      reason: null,
      speakerName: null,
      speakerRole: null,
      speakerKey: null,
      sourcesJson: '[{"slug":"paper","published":"2024-08-26","day":"2024-08-26"}]',
      publishedDay: '2024-08-26',
      supersededByKey: null,
      deniedByJson: '[]',
      inferred: 0,
      file: 'data/investments/alibaba.yaml',
      line: 5,
    });
    expect(exact).toMatchObject({
      definition: 'cash-purchases',
      value: '3200000000',
      bounds: 'exact',
      unit: 'USD',
      line: 6,
    });
  });

  test('of growth are ratios over a base period', () => {
    expect(growth).toMatchObject({
      property: 'growth',
      holderKey: 1,
      door: 'capital-expenditure',
      qualifiersJson: '{"over":"2023-H1"}',
      definition: 'unstated',
      value: '1.23',
      low: '1.225',
      high: '1.235',
      unit: 'ratio',
    });
  });

  test('of unknown amounts are there, without a number', () => {
    expect(plan).toMatchObject({
      property: 'amount',
      holderKey: 4,
      door: 'amount',
      definition: null,
      periodLabel: '2024-08',
      periodLast: '2024-08-31',
      asOf: 1,
      value: null,
      low: null,
      high: null,
      bounds: null,
      unit: null,
      text: 'to go on',
      kind: 'plan',
      evidence: 'forecast',
    });
  });

  test('about one thing are ordered by rank, evidence, publication, bounds, source and id', () => {
    const claim = (id: string, keys: string) => `    - { id: ${id}, asOf: 2024, ${keys} }\n`;
    const { claim: claims } = compile({
      'sources/old.yaml': 'name: Old\npublished: 2023\n',
      'sources/undated.yaml': 'name: Undated\n',
      'companies/a.yaml': `name: A\nclaims:\n  cash:\n${[
        claim('undated', 'stated: 20.00bn USD, source: undated'),
        claim('old', 'stated: 20.000bn USD, source: old'),
        claim('tentative', 'stated: 20.00bn USD, source: paper, rank: tentative, reason: a guess'),
        claim('estimated', 'stated: 20.00bn USD, source: paper, evidence: estimated'),
        claim('wide', 'stated: 20bn USD, source: paper'),
        claim('narrow', 'stated: 20.0bn USD, source: paper'),
        claim('open', "stated: '>20bn USD', source: paper"),
        claim('yuan', 'stated: 140.0bn CNY, source: paper'),
        claim('wrong', 'stated: 1bn USD, source: paper, rank: deprecated, reason: another firm'),
        claim('preferred', 'stated: 20bn USD, source: old, rank: preferred, reason: the filing'),
      ].join('')}`,
    });
    expect(claims.map(({ factKey, place, id }) => `${factKey} ${place} ${id}`)).toEqual([
      '1 0 preferred',
      '1 1 yuan', // 0.1 of 140 is narrower than 0.1 of 20
      '1 2 narrow',
      '1 3 wide',
      '1 4 open',
      '1 5 old',
      '1 6 undated',
      '1 7 estimated',
      '1 8 tentative',
      '1 9 wrong',
    ]);
  });

  test('are about one thing where the days of their periods agree, whatever these are called', () => {
    const { claim: claims } = compile({
      'companies/nvidia.yaml': `name: Nvidia
fiscalYearEnds: last Sunday of January
claims:
  free-cash-flow:
    - { stated: 1.0bn USD, period: FY2025-Q1, source: paper }
    - { stated: 1bn USD, period: 2024-01-29/2024-04-28, source: paper }
    - { stated: 3bn USD, period: 2024-Q1, source: paper }
    - { stated: 3bn USD, asOf: 2024, source: paper }
    - { stated: 3bn USD, period: 2024, source: paper }
`,
    });
    expect(claims.map(({ factKey, place, periodLabel, asOf }) => [factKey, place, periodLabel, asOf])).toEqual([
      [1, 0, '2024-Q1', 0],
      [2, 0, '2024', 0],
      [3, 0, '2024', 1],
      [4, 0, 'FY2025-Q1', 0],
      [4, 1, '2024-01-29/2024-04-28', 0],
    ]);
  });

  test('are told apart by qualifiers, and of a share of a market the firm is the entity', () => {
    const { claim: claims } = compile({
      'markets/ai.yaml': `name: AI
kind: products
claims:
  market-share:
    - { stated: 60 %, company: nvidia, definition: by-sales, period: 2024, source: paper }
    - { stated: 20 %, company: nvidia, scope: China, definition: by-sales, period: 2024, source: paper }
`,
    });
    expect(
      claims.map(({ factKey, qualifiersJson, entityKey, value, unit }) => [
        factKey,
        qualifiersJson,
        entityKey,
        value,
        unit,
      ]),
    ).toEqual([
      [1, '{"company":"Company:nvidia","scope":"China"}', 1, '20', 'percent'],
      [2, '{"company":"Company:nvidia"}', 1, '60', 'percent'],
    ]);
  });

  test('keep who said them, who denies them, and what restates them', () => {
    const { claim: claims, entity } = compile({
      'people/jane.yaml': 'name: Jane Doe\n',
      'sources/other.yaml': 'name: Other\npublished: 2024\n',
      'companies/a.yaml': `name: A
claims:
  cash:
    - stated: 2bn USD
      speaker: jane
      speakerRole: treasurer
      deniedBy: [nvidia, us]
      sources: [paper, other]
      published: 2026
      inferred: true
      supersededBy: newer
    - { id: newer, stated: 3bn USD, speakerWords: two people, source: paper }
`,
    });
    const keyOf = (slug: string) => entity.find((row) => row.slug === slug)?.key;
    const [older, newer] = [claims.find(({ id }) => id !== 'newer'), claims.find(({ id }) => id === 'newer')];
    expect(older).toMatchObject({
      speakerKey: keyOf('jane'),
      speakerName: 'Jane Doe',
      speakerRole: 'treasurer',
      deniedByJson: JSON.stringify([keyOf('nvidia'), keyOf('us')]),
      inferred: 1,
      supersededByKey: newer?.key,
      // The last day that 2026 may mean is beyond the horizon.
      sourcesJson:
        '[{"slug":"paper","published":"2026","day":"2026-11-25"},{"slug":"other","published":"2026","day":"2026-11-25"}]',
    });
    expect(newer).toMatchObject({ speakerKey: null, speakerName: 'two people', supersededByKey: null });
  });
});
