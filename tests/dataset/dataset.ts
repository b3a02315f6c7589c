import { expect } from 'vitest';
import { printProblem } from '../../src/dataset/problem.ts';
import { type Found, readFacts } from '../../src/dataset/readFacts.ts';
import { rowsOf } from '../../src/dataset/rowsOf.ts';
import type { TextFile } from '../../src/dataset/sourceFile.ts';
import type { Batch } from '../../src/store/batch.ts';
import { type Rows, rowsIn } from '../compiled.ts';

/** Files of a folder of facts: their texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What most cases need: a horizon, a source with a date, two places, a company with a calendar. */
export const someFiles: Files = {
  'revision.yaml': 'horizon: 2026-11-25\n',
  'sources/paper.yaml': 'name: A paper\npublished: 2024-08-26\n',
  'places/cn.yaml': 'name: China\nkind: country\n',
  'places/us.yaml': 'name: United States\nkind: country\n',
  'companies/nvidia.yaml': 'name: Nvidia\nfiscalYearEnds: last Sunday of January\n',
};

/** Reads some files, beside those that most cases need. */
export function read(files: Files) {
  return readAll({ ...someFiles, ...files });
}

/** Reads some files and no others. */
export function readAll(files: Files) {
  return readTexts(Object.entries(files).map(([path, text]) => ({ path, text })));
}

/** The rows that texts give, none where they have problems, and all that is wrong with them. */
export function readTexts(texts: readonly TextFile[]): { readonly rows: Rows } & Found {
  const { facts, found } = readFacts(texts, 'data');
  const batches: Batch[] = [];
  if (found().problems.length === 0)
    for (const { table, row } of rowsOf(facts)) batches.push({ table, rows: [row] } as Batch);
  else for (const _ of facts.claims);
  return { rows: rowsIn(batches), ...found() };
}

/** The problems of some files, a line each. */
export function problemsOf(files: Files): readonly string[] {
  return read(files).problems.map(printProblem);
}

/** A company with these lines under `claims:`. */
export function claiming(claims: string): Files {
  const indented = claims.replaceAll(/^/gm, '  ');
  return { 'companies/alibaba.yaml': `name: Alibaba\nclaims:\n${indented}\n` };
}

/** The rows of some files, which must have no problems. */
export function compile(files: Files) {
  const { rows, problems } = read(files);
  expect(problems).toEqual([]);
  return rows;
}

/** One investor with an amount in two currencies, its growth, and a plan of unknown amount. */
export const spending: Files = {
  'companies/alibaba.yaml':
    'name: Alibaba\naliases: [阿里巴巴]\nhome: cn\nidentifiers:\n  ticker: [NYSE:BABA, HKEX:9988]\n',
  'investments/alibaba.yaml': `- kind: capital-expenditure
  period: 2024-H1
  claims:
    amount:
      - { stated: 23bn CNY, source: paper }
      - { stated: exactly 3.2bn USD, source: paper, definition: cash-purchases }
    growth:
      - { stated: 123 %, source: paper }
- kind: plan
  slug: alibaba-plan
  claims:
    amount:
      - { stated: unknown, text: to go on, asOf: 2024-08, kind: plan, evidence: forecast, source: paper }
`,
};
