import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { foldName } from '../../src/quantity/foldName.ts';
import { type IndexedName, NameIndex } from '../../src/search/nameIndex.ts';
import { spellingOf } from '../../src/search/spelling.ts';

/** A typing error. */
const edit = fc.record({
  kind: fc.constantFrom('drop', 'add', 'change', 'exchange'),
  at: fc.nat(),
  letter: fc.constantFrom(...'abcxyz'.split('')),
});

describe('names of one kind each', () => {
  const index = indexOf({
    1: ['Alibaba', '阿里巴巴'],
    2: ['Tencent', '騰訊', '腾讯控股'],
    3: ['Moore Threads', '摩尔线程'],
    4: ['HongShan', 'Sequoia Capital China'],
    5: ['Groq'],
    6: ['Grok'],
    7: ['科大讯飞'],
    8: ['Société Générale'],
    9: ['Alibaba Cloud'],
  });
  const keys = (text: string) => index.find(text, null).map(({ key }) => key);

  test.each([
    ['as written', 'Alibaba', 1],
    ['in lower case', 'alibaba', 1],
    ['with a space', 'ali baba', 1],
    ['without a space', 'moorethreads', 3],
    ['without accents', 'societe generale', 8],
    ['in simplified letters', '腾讯', 2],
    ['in traditional letters', '摩爾線程', 3],
    ['by a former name', 'sequoia capital china', 4],
    ['by its beginning', 'seq', 4],
    ['by a later word', 'threads', 3],
    ['by words in another order', 'cloud alibaba', 9],
    ['by letters within', '讯飞', 7],
    ['with a letter missing', 'Tencet', 2],
    ['with a letter too much', 'Tenncent', 2],
    ['with a wrong letter', 'Tancent', 2],
    ['with two letters exchanged', 'Tenecnt', 2],
    ['with the first letter wrong', 'Rencent', 2],
    ['with a wrong Chinese letter', '腾迅控股', 2],
    ['with an error in each of two words', 'Mooer Thraeds', 3],
  ])('are found %s', (_, text, key) => {
    expect(keys(text)[0]).toBe(key);
  });

  test('are found whole before they are found in part or with errors', () => {
    expect(keys('alibaba')).toEqual([1, 9]);
    expect(keys('groq')).toEqual([5, 6]);
    expect(keys('grok')).toEqual([6, 5]);
  });

  test.each([['xyzzy'], ['---'], ['al zz']])('are not found by %s', (text) => {
    expect(keys(text)).toEqual([]);
  });

  test('are found of the kinds asked for only', () => {
    expect(index.find('alibaba', new Set(['even'])).map(({ key }) => key)).toEqual([]);
    expect(index.find('alibaba', new Set(['odd'])).map(({ key }) => key)).toEqual([1, 9]);
  });
});

describe('any names', () => {
  const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789 -é讯騰芯云'.split(''));
  const name = fc.array(letters, { minLength: 4, maxLength: 16 }).map((list) => list.join(''));
  const names = fc
    .uniqueArray(name, { minLength: 1, maxLength: 40, selector: (one) => spellingOf(one).compact })
    .filter((list) => list.every((one) => spellingOf(one).compact.length >= 4));

  test('are found first by themselves', () => {
    fc.assert(
      fc.property(names, fc.nat(), (list, which) => {
        const key = which % list.length;
        const [first] = indexOf(Object.fromEntries(list.entries())).find(list[key] ?? '', null);
        expect(first).toMatchObject({ key, match: 'name', likeness: 1000 });
      }),
    );
  });

  test('are found by themselves with one typing error', () => {
    fc.assert(
      fc.property(names, fc.nat(), edit, (list, which, change) => {
        const key = which % list.length;
        const asked = edited(spellingOf(list[key] ?? '').compact, change);
        const found = indexOf(Object.fromEntries(list.entries())).find(asked, null);
        expect(found.map((one) => one.key)).toContain(key);
      }),
      { numRuns: 500 },
    );
  });

  test('are found in the same order in whatever kinds they are divided', () => {
    fc.assert(
      fc.property(names, name, (list, asked) => {
        const index = indexOf(Object.fromEntries(list.entries()));
        const all = index.find(asked, null);
        for (const kind of ['odd', 'even']) {
          expect(index.find(asked, new Set([kind]))).toEqual(all.filter((one) => one.kind === kind));
        }
      }),
    );
  });
});

test('companies and people are among the first ten with one typing error in five letters or more', () => {
  const files = ['companies', 'people'].flatMap((folder) =>
    readdirSync(`data/${folder}`).map((file) => `data/${folder}/${file}`),
  );
  const names = files.map((file): readonly string[] => {
    const { name, aliases = [] } = parse(readFileSync(file, 'utf8'));
    return [name, ...aliases];
  });
  const index = indexOf(Object.fromEntries(names.entries()));
  const written = names.flatMap((all, key) => all.map((one) => ({ key, name: spellingOf(one).compact })));
  const long = written.filter(({ name }) => Array.from(name).length >= 5);
  fc.assert(
    fc.property(fc.constantFrom(...long), edit, ({ key, name }, change) => {
      const first = index.find(edited(name, change), null).slice(0, 10);
      expect(first.map((one) => one.key)).toContain(key);
    }),
    { numRuns: 500 },
  );
});

test('of very many names with one beginning the shortest are found, a thousand', () => {
  const index = indexOf(
    Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [i, [`Made-up firm ${5_000 - i}`]])),
  );
  const found = index.find('made', null);
  expect(found).toHaveLength(1_000);
  expect(found[0]).toMatchObject({ key: 4_991, folded: 'made-up-firm-9' });
});

/** An index of names by their keys, the first of each its name and the others aliases; keys are odd or even. */
function indexOf(names: Readonly<Record<number, string | readonly string[]>>): NameIndex<string> {
  return new NameIndex(
    Object.entries(names).flatMap(([key, all]) =>
      [all].flat().map(
        (name, place): IndexedName<string> => ({
          key: Number(key),
          kind: Number(key) % 2 === 1 ? 'odd' : 'even',
          name: foldName(name),
          isAlias: place > 0,
        }),
      ),
    ),
  );
}

function edited(text: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const place = at % text.length;
  const [before, here, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
  if (kind === 'drop') return before + after;
  if (kind === 'add') return before + letter + here + after;
  if (kind === 'change') return before + letter + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}
