import { describe, expect, test } from 'vitest';
import { compile, spending } from './dataset.ts';

describe('entities', () => {
  const rows = compile(spending);

  test('are keyed in the order of their global ids', () => {
    expect(rows.entity.map(({ key, type, slug }) => `${key} ${type}:${slug}`)).toEqual([
      '1 Company:alibaba',
      '2 Company:nvidia',
      '3 Investment:alibaba-capital-expenditure-2024-h1',
      '4 Investment:alibaba-plan',
      '5 Place:cn',
      '6 Place:us',
      '7 Source:paper',
    ]);
  });

  test('have names, kinds, periods and details', () => {
    expect(rows.entity[0]).toEqual({
      key: 1,
      type: 'Company',
      slug: 'alibaba',
      name: 'Alibaba',
      sortName: 'alibaba',
      aliasesJson: '["阿里巴巴"]',
      description: null,
      kindsJson: '[]',
      status: null,
      periodLabel: null,
      periodFirst: null,
      periodLast: null,
      periodStep: null,
      publishedDay: null,
      publisherName: null,
      detailJson: '{"identifiers":[{"scheme":"ticker","value":"NYSE:BABA"},{"scheme":"ticker","value":"HKEX:9988"}]}',
    });
    expect(rows.entity[2]).toMatchObject({
      name: 'Alibaba, capital expenditure 2024-H1',
      kindsJson: '["capital-expenditure"]',
      status: 'done',
      periodLabel: '2024-H1',
      periodFirst: '2024-01-01',
      periodLast: '2024-06-30',
    });
  });

  test('refer to each other', () => {
    expect(rows.reference).toEqual([
      { fromKey: 1, role: 'home', position: 0, toKey: 5 },
      { fromKey: 3, role: 'investor', position: 0, toKey: 1 },
      { fromKey: 4, role: 'investor', position: 0, toKey: 1 },
    ]);
  });

  test('are found by slug, identifiers, name and aliases, each once as the best that it is', () => {
    expect(rows.name.filter(({ key }) => key === 1)).toEqual([
      { type: 'Company', name: 'alibaba', key: 1, rank: 0 },
      { type: 'Company', name: 'ticker-hkex-9988', key: 1, rank: 2 },
      { type: 'Company', name: 'ticker-nyse-baba', key: 1, rank: 2 },
      { type: 'Company', name: '阿里巴巴', key: 1, rank: 3 },
    ]);
  });

  test('are counted', () => {
    expect(Object.fromEntries(rows.meta.map(({ key, value }) => [key, value]))).toEqual({
      horizon: '2026-11-25',
      compiler: '7',
      'dimensions:amount': '["CNY","USD"]',
      'dimensions:capital-expenditure': '["CNY","USD"]',
      'dimensions:growth': '["ratio"]',
      claimCount: '4',
      'entityCount:Company': '2',
      'entityCount:Investment': '2',
      'entityCount:Place': '2',
      'entityCount:Source': '1',
    });
  });
});

describe('links', () => {
  test('follow from attributes, and written ones add their claims to those', () => {
    const { link, claim } = compile({
      'companies/nvidia.yaml':
        'name: Nvidia\nlinks:\n  - { kind: makes, to: h20, source: paper, start: 2023-11, asOf: 2024 }\n  - { kind: sells-to, to: buyers, what: h20, source: paper }\n',
      'processors/h20.yaml': 'name: H20\nkind: data-centre-gpu\nmaker: nvidia\nfamily: hopper\n',
      'processors/hopper.yaml': 'name: Hopper\nkind: family\n',
      'groups/buyers.yaml':
        'name: Buyers\nclosed: false\nmembers:\n  - nvidia\n  - { company: a, start: 2020-05, end: 2024, source: paper }\n',
      'companies/a.yaml': 'name: A\n',
    });
    expect(
      link.map(({ id, structural, start, startDay, endDay, trustJson }) => [
        id,
        structural,
        start,
        startDay,
        endDay,
        JSON.parse(trustJson).length,
      ]),
    ).toEqual([
      ['a-member-of-buyers-2020-05', 1, '2020-05', '2020-05-31', '2024-12-31', 1],
      ['h20-part-of-hopper', 1, null, null, null, 0],
      ['nvidia-makes-h20', 1, '2023-11', '2023-11-30', null, 1],
      ['nvidia-member-of-buyers', 1, null, null, null, 0],
      ['nvidia-sells-to-buyers-h20', 0, null, null, null, 1],
    ]);
    expect(link[2]?.trustJson).toBe(
      '[{"evidence":"reported","rank":"normal","sources":[{"slug":"paper","published":"2024-08-26","day":"2024-08-26"}]}]',
    );
    expect(claim.map(({ property, linkKey, line }) => [property, linkKey, line])).toEqual([
      ['link', 1, 5],
      ['link', 3, 3],
      ['link', 5, 4],
    ]);
  });

  test('have figures of their own', () => {
    const { claim, link } = compile({
      'companies/a.yaml':
        'name: A\nlinks:\n  - kind: owns-stake\n    to: nvidia\n    source: paper\n    claims:\n      equity-share: [{ stated: 4.5 %, asOf: 2024, source: paper }]\n',
    });
    expect(
      claim.map(({ property, linkKey, value, unit, definition }) => [property, linkKey, value, unit, definition]),
    ).toEqual([
      ['equity-share', 1, '4.5', 'percent', 'unstated'],
      ['link', 1, null, null, null],
    ]);
    expect(JSON.parse(link[0]?.trustJson ?? '')).toHaveLength(2);
  });
});

test('shipments are named after goods, buyers and period; rates are ordered', () => {
  const { entity, reference, rate } = compile({
    'processors/h20.yaml': 'name: H20\nkind: data-centre-gpu\n',
    'shipments/nvidia.yaml':
      "- processor: h20\n  buyers: [cn]\n  period: 2024-08-26/..\n  claims:\n    units: [{ stated: '>1m', evidence: forecast, source: paper }]\n",
    'exchange-rates.yaml':
      'rates:\n  - { currency: EUR, kind: mean, period: 2024, rate: 0.92, source: paper }\n  - { currency: CNY, kind: mean, period: 2024-H1, rate: 7.2150, source: paper, evidence: derived }\n',
  });
  expect(entity.find(({ type }) => type === 'Shipment')).toMatchObject({
    slug: 'h20-cn-from-2024-08-26',
    name: 'H20 to China, 2024-08-26/..',
    periodFirst: '2024-08-26',
    periodLast: null,
  });
  expect(reference.map(({ role }) => role)).toEqual(['seller', 'buyer', 'processor']);
  expect(rate).toEqual([
    {
      currency: 'CNY',
      kind: 'mean',
      periodLabel: '2024-H1',
      periodFirst: '2024-01-01',
      periodLast: '2024-06-30',
      rate: '7.2150',
      evidence: 'derived',
      sourceKey: 6,
    },
    {
      currency: 'EUR',
      kind: 'mean',
      periodLabel: '2024',
      periodFirst: '2024-01-01',
      periodLast: '2024-12-31',
      rate: '0.92',
      evidence: 'reported',
      sourceKey: 6,
    },
  ]);
});
