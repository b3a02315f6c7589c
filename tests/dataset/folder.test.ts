import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDataset } from '../../src/dataset/checkDataset.ts';
import { contentHash } from '../../src/dataset/contentHash.ts';
import { compiled } from '../compiled.ts';
import { someFiles } from './dataset.ts';

let folder = '';

const write = (path: string, text: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

const problems = () =>
  checkDataset(folder).problems.map(
    ({ file, line, column, message }) => `${relative(folder, file)}:${line}:${column}: ${message}`,
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  for (const [path, text] of Object.entries(someFiles)) write(path, text);
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a folder of facts compiles', () => {
  const { revision, problems, warnings } = compiled(folder);
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
  expect(revision?.rows.meta).toContainEqual({ key: 'horizon', value: '2026-11-25' });
  expect(revision?.id).toMatch(/^[0-9a-f]{16}$/);
});

test('files that lie where no facts are read are problems, but read-me and hidden files', () => {
  write('README.md', '# Facts\n');
  write('companies/.draft.yaml', 'nonsense');
  write('revisions.yaml', '');
  write('compaines/a.yaml', 'name: A\n');
  write('companies/a.yml', 'name: A\n');
  write('companies/Big Firm.yaml', 'name: A\n');
  write('companies/us/a.yaml', 'name: A\n');
  const advice =
    'the name of the file is the id of what it is about: write lower-case letters, digits and single hyphens, and .yaml, for example `nvidia-h20.yaml`';
  expect(problems()).toEqual([
    'compaines/a.yaml:1:1: unknown folder `compaines`: did you mean `companies`?',
    `companies/Big Firm.yaml:1:1: ${advice}`,
    `companies/a.yml:1:1: ${advice}`,
    'companies/us/a.yaml:1:1: too deep: facts lie in data/companies/ itself',
    'revisions.yaml:1:1: unknown file: did you mean `revision.yaml`? Entities lie in folders',
  ]);
});

test('files that are no text, or too much of it, are problems', () => {
  write('companies/a.yaml', Uint8Array.of(0x6e, 0xff, 0xfe));
  write('companies/b.yaml', `# ${'x'.repeat(5_000_000)}\n`);
  expect(problems()).toEqual([
    'companies/a.yaml:1:1: this is no UTF-8: save it in that encoding',
    'companies/b.yaml:1:1: too large, with 5000003 bytes: split it, a file may have 4194304',
  ]);
});

test('a folder without a horizon, or none at all, is a problem', () => {
  rmSync(join(folder, 'revision.yaml'));
  expect(problems()).toEqual([
    'revision.yaml:1:1: missing: add it, with the day up to which you have looked: `horizon: 2026-11-25`',
  ]);
  expect(compiled('no/such/folder/')).toEqual({
    revision: null,
    problems: [{ file: 'no/such/folder', line: 1, column: 1, message: 'there is no such folder of facts' }],
    warnings: [],
  });
});

test('other words than those the program was built with are a problem, and so are wrong ones', () => {
  write(
    'properties.yaml',
    `properties:
  size: { datatype: quantity, unit: furlongs, of: [company], means: How large it is. }
  wealth: { datatype: quantity, of: [compny], means: How rich it is. }
linkKinds: {}
`,
  );
  expect(problems()).toEqual(['properties.yaml:3:38: `compny` is none of the words for it: did you mean `company`?']);
  write(
    'properties.yaml',
    `properties:
  size: { datatype: quantity, unit: furlongs, of: [company], means: How large it is. }
  wealth:
    datatype: quantity
    of: [company]
    qualifiers: { source: { datatype: text, means: From where. } }
    means: How rich it is.
linkKinds: {}
`,
  );
  write('companies/a.yaml', 'name: A\nclaims:\n  size: [{ stated: 3 MW, source: paper }]\n  cash: []\n');
  expect(problems()).toEqual([
    'companies/a.yaml:3:20: "3 MW" is in MW, but `size` is measured in furlongs: write the figure in that',
    'companies/a.yaml:4:3: unknown property `cash`: write one of `size`, `wealth`',
    'properties.yaml:1:1: the program was built with other words than these: run `npx tsx bin/generate.ts`, and build again',
    'properties.yaml:2:37: `furlongs` is no unit: write money, count, ratio, percent, or a code such as GB/s',
    'properties.yaml:4:5: a quantity without a unit: add `unit`',
    'properties.yaml:6:27: every claim has a key `source`: give the qualifier another name',
  ]);
});

test('the hash of the contents changes with every file, and with nothing else', () => {
  const before = contentHash(folder);
  expect(contentHash(`${folder}/`)).toBe(before);
  write('companies/.draft.yaml', 'nonsense');
  expect(contentHash(folder)).toBe(before);
  write('companies/a.yaml', 'name: A\n');
  const after = contentHash(folder);
  expect(after).not.toBe(before);
  write('companies/a.yaml', 'name: B\n');
  expect(contentHash(folder)).not.toBe(after);
});
