import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';

import { readFolder } from '../../src/dataset/readFolder.ts';
import { compiledFolder } from '../compiled.ts';
import { type Files, read, readTexts, someFiles } from './dataset.ts';

// All of data/ is compiled several times.
vi.setConfig({ testTimeout: 120_000 });

/** All rows of some files, without the lines on which claims stand. */
const rowsWithoutLines = (files: Files) => {
  const { rows, problems } = read(files);
  expect(problems).toEqual([]);
  return { ...rows, claim: rows.claim.map((row) => ({ ...row, line: 0 })) };
};

test('the rows do not depend on the order in which files are read', () => {
  const { texts } = readFolder('data');
  // As text: to compare tens of thousands of rows one by one takes longer than to read them.
  const rowsFrom = (some: typeof texts) => JSON.stringify(readTexts(some).rows);
  const rows = rowsFrom(texts);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...texts], { minLength: texts.length }),
      (shuffled) => rowsFrom(shuffled) === rows,
    ),
    { numRuns: 3 },
  );
});

test('the id does not depend on where the folder lies, but on what it says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  try {
    cpSync('data', join(folder, 'facts'), { recursive: true });
    const [here, there] = [compiledFolder('data'), compiledFolder(`${join(folder, 'facts')}/`)];
    expect(there.id).toBe(here.id);
    appendFileSync(join(folder, 'facts', 'places', 'cn.yaml'), 'within: us\n');
    expect(compiledFolder(join(folder, 'facts')).id).not.toBe(here.id);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('facts and the order of their claims do not depend on the order of entries', () => {
  const claim = fc.record({
    stated: fc.constantFrom('20bn USD', '20.0bn USD', '140bn CNY', "'>19bn USD'", 'about 20bn USD', 'unknown'),
    source: fc.constantFrom('paper', 'old', 'undated'),
    evidence: fc.constantFrom('reported', 'estimated'),
    rank: fc.constantFrom('normal', 'preferred', 'tentative', 'deprecated'),
    time: fc.constantFrom('period: 2024', 'period: 2024-01-01/2024-12-31', 'period: 2024-H1', 'asOf: 2024'),
  });
  // Two claims that say the same differ in nothing that their id is made of: evidence and rank are not part of it.
  const identity = ({ stated, source, time }: { stated: string; source: string; time: string }) =>
    `${stated} ${source} ${time.replace('2024-01-01/2024-12-31', '2024')}`;
  const claims = fc.uniqueArray(claim, { selector: identity, minLength: 1, maxLength: 12 });
  const files = (entries: readonly string[]): Files => ({
    ...someFiles,
    'sources/old.yaml': 'name: Old\npublished: 2023\n',
    'sources/undated.yaml': 'name: Undated\n',
    'companies/a.yaml': `name: A\nclaims:\n  free-cash-flow:\n${entries.join('')}`,
  });
  const shuffled = claims.chain((some) => {
    const entries = some.map(
      ({ stated, source, evidence, rank, time }) =>
        `    - { stated: ${stated}, source: ${source}, evidence: ${evidence}, rank: ${rank}, ${time} }\n`,
    );
    return fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }));
  });
  fc.assert(
    fc.property(shuffled, ([entries, others]) => {
      expect(rowsWithoutLines(files(others))).toEqual(rowsWithoutLines(files(entries)));
    }),
    { numRuns: 60 },
  );
});

test('keys and links do not depend on the order of entries', () => {
  const investments = ['2023-H1', '2024-H1', '2024', 'FY2025-Q1'].map(
    (period) =>
      `- { kind: capital-expenditure, period: ${period}, claims: { amount: [{ stated: 1bn USD, source: paper }] } }\n`,
  );
  const links = [
    '  - { kind: makes, to: h20, source: paper, start: 2023 }\n',
    '  - { kind: makes, to: h20, source: paper, start: 2024 }\n',
    '  - { kind: partners-with, to: a, source: paper }\n',
  ];
  const files = (someInvestments: readonly string[], someLinks: readonly string[]): Files => ({
    'companies/a.yaml': 'name: A\n',
    'companies/nvidia.yaml': `${someFiles['companies/nvidia.yaml']}links:\n${someLinks.join('')}`,
    'processors/h20.yaml': 'name: H20\nkind: data-centre-gpu\nmaker: nvidia\n',
    'investments/nvidia.yaml': someInvestments.join(''),
  });
  const rows = rowsWithoutLines(files(investments, links));
  expect(rows.link.map(({ id }) => id)).toEqual([
    'nvidia-makes-h20',
    'nvidia-makes-h20-2024',
    'nvidia-partners-with-a',
  ]);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(investments, { minLength: investments.length }),
      fc.shuffledSubarray(links, { minLength: links.length }),
      (someInvestments, someLinks) => {
        expect(rowsWithoutLines(files(someInvestments, someLinks))).toEqual(rows);
      },
    ),
    { numRuns: 20 },
  );
});
