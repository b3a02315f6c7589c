import { describe, expect, test } from 'vitest';
import { readAll } from './dataset.ts';

const files = {
  'revision.yaml': 'horizon: 2026-11-25\n',
  'sources/sheet.yaml': 'name: A data sheet\npublished: 2024-08-26\n',
  'companies/maker.yaml': 'name: Maker\n',
  'companies/studio.yaml': 'name: Studio\n',
  'processors/first.yaml': 'name: First\nkind: data-centre-gpu\nmaker: maker\nnonPlanar: false\n',
  'processors/second.yaml': 'name: Second\nkind: workstation-gpu\nmaker: maker\nsuccessorOf: first\n',
  'processors/cut.yaml': `name: Cut
kind: data-centre-asic
maker: maker
designer: studio
variantOf: second
successorOf: [first, second]
nonPlanar: true
forDataCentres: unknown
claims:
  dense-performance:
    - { stated: 148 TFLOP/s, definition: fp16, source: sheet }
    - { stated: 44 TFLOP/s, definition: fp16/vector, source: sheet }
`,
};

const { rows, problems } = readAll(files);
const { entity, link, claim } = rows;

describe('attributes of a processor', () => {
  test('give links that stand outside every lens', () => {
    expect(problems).toEqual([]);
    expect(link.filter(({ kind }) => kind !== 'makes').map(({ id, structural }) => [id, structural])).toEqual([
      ['cut-successor-of-first', 1],
      ['cut-successor-of-second', 1],
      ['cut-variant-of-second', 1],
      ['second-successor-of-first', 1],
      ['studio-designs-cut', 1],
    ]);
  });

  test('say whether it is for data centres, where neither its file nor its kind leaves that open', () => {
    const details = entity
      .filter(({ type }) => type === 'Processor')
      .map(({ slug, detailJson }) => [slug, JSON.parse(detailJson)]);
    expect(Object.fromEntries(details)).toEqual({
      first: { nonPlanar: false, forDataCentres: true },
      second: {},
      cut: { nonPlanar: true },
    });
  });

  test('definitions may have a finer word after a stroke', () => {
    expect(claim.map(({ definition }) => definition)).toEqual(['fp16', 'fp16/vector']);
  });
});
