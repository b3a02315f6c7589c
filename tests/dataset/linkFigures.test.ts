import { expect, test } from 'vitest';
import { printProblem } from '../../src/dataset/problem.ts';
import { readAll } from './dataset.ts';

function read(links: string) {
  const files = {
    'revision.yaml': 'horizon: 2026-11-25\n',
    'sources/paper.yaml': 'name: A paper\npublished: 2024-08-26\n',
    'companies/intel.yaml': 'name: Intel\n',
    'products/servers.yaml': 'name: Servers\nkind: goods\n',
    'companies/nvidia.yaml': `name: Nvidia\nlinks:\n${links}`,
  };
  return readAll(files);
}

test('a link holds its share and its number beside its own claim', () => {
  const { rows, problems } = read(`
  - { kind: owns-stake, to: intel, text: announced, share: about 4 %, source: paper, evidence: forecast }
  - { kind: buys, to: servers, count: '>100k', asOf: 2024-08, source: paper }
`);
  expect(problems).toEqual([]);
  const claims = rows.claim;
  expect(
    claims.map(({ property, text, low, high, unit, evidence, periodLabel }) => ({
      property,
      text,
      low,
      high,
      unit,
      evidence,
      periodLabel,
    })),
  ).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ property: 'link', text: 'announced', low: null, evidence: 'forecast' }),
      expect.objectContaining({ property: 'equity-share', text: null, low: '3.6', high: '4.4', unit: 'percent' }),
      expect.objectContaining({ property: 'link', text: null, periodLabel: '2024-08' }),
      expect.objectContaining({ property: 'units', low: '100000', high: null, unit: 'count', periodLabel: '2024-08' }),
    ]),
  );
  expect(claims).toHaveLength(4);
});

test('a share needs a source, as every number does', () => {
  const { problems } = read('  - { kind: owns-stake, to: intel, share: 4 % }\n');
  expect(problems.map(printProblem)).toEqual(
    expect.arrayContaining([expect.stringContaining('a number without a source: add `source:`')]),
  );
});
