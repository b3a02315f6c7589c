import { describe, expect, test } from 'vitest';
import { type Files, problemsOf } from './dataset.ts';

const company = (text: string) => problemsOf({ 'companies/a.yaml': `name: A\n${text}` });

describe('a reference', () => {
  test.each([
    ['to nothing', 'home: cnn\n', '2:7: unknown Place `cnn`: did you mean `cn`?'],
    [
      'to nothing near',
      'home: atlantis\n',
      '2:7: unknown Place `atlantis`: write the id of one, or add a file of that name',
    ],
    ['to another kind', 'home: nvidia\n', '2:7: `nvidia` is a Company: write the id of a Place here'],
    [
      'to a named kind that has none',
      'home: Place:nvidia\n',
      '2:7: unknown Place `nvidia`: write the id of one, or add a file of that name',
    ],
    [
      'that is no id',
      'home: China proper\n',
      '2:7: `China proper` will not do: write the file name of an entity without .yaml, for example `alibaba`, or `Company:alibaba`',
    ],
  ])('%s', (_case, text, problem) => {
    expect(company(text)).toEqual([`data/companies/a.yaml:${problem}`]);
  });

  test('says which of several kinds it means', () => {
    const files = (to: string): Files => ({
      'companies/a.yaml': `name: A\nlinks:\n  - { kind: parent-of, to: ${to}, source: paper }\n`,
      'companies/tiktok.yaml': 'name: TikTok\n',
      'products/tiktok.yaml': 'name: TikTok\nkind: app\n',
    });
    expect(problemsOf(files('tiktok'))).toEqual([
      'data/companies/a.yaml:3:28: `tiktok` may be `Company:tiktok` or `Product:tiktok`: write which',
    ]);
    expect(problemsOf(files('Product:tiktok'))).toEqual([]);
  });

  test('to a merged entity says where it went', () => {
    const files = { 'places/hk.yaml': 'name: Hong Kong\nkind: region\nmergedSlugs: [hong-kong]\n' };
    expect(problemsOf({ ...files, 'companies/a.yaml': 'name: A\nhome: hong-kong\n' })).toEqual([
      'data/companies/a.yaml:2:7: `hong-kong` has been merged: write `hk`',
    ]);
  });

  test('that leads nowhere is told once, also where a link follows from it', () => {
    expect(problemsOf({ 'processors/h20.yaml': 'name: H20\nkind: data-centre-gpu\nmaker: nvidla\n' })).toEqual([
      'data/processors/h20.yaml:3:8: unknown Company `nvidla`: did you mean `nvidia`?',
    ]);
  });
});

describe('names', () => {
  const people = (first: string, second: string) =>
    problemsOf({
      'people/eric-xu.yaml': `name: Eric Xu\n${first}`,
      'people/xu-yong.yaml': `name: Xu Yong\naliases: [ERIC XU]\n${second}`,
    });

  test('lead to one entity, unless both say that they share one', () => {
    const here =
      'data/people/eric-xu.yaml:1:7: "Eric Xu" is a name of data/people/xu-yong.yaml:2 too: if both are right, say so in both files: `sharesNameWith: [xu-yong]` here';
    const there =
      'data/people/xu-yong.yaml:2:11: "ERIC XU" is a name of data/people/eric-xu.yaml:1 too: if both are right, say so in both files: `sharesNameWith: [eric-xu]` here';
    expect(people('', '')).toEqual([here, there]);
    expect(people('sharesNameWith: [xu-yong]\n', '')).toEqual([there]);
    expect(people('sharesNameWith: [xu-yong]\n', 'sharesNameWith: [eric-xu]\n')).toEqual([]);
  });

  test('are shared with somebody that there is', () => {
    expect(people('sharesNameWith: [xu-yung]\n', 'sharesNameWith: [eric-xu]\n')).toContain(
      'data/people/eric-xu.yaml:2:18: unknown Person `xu-yung`: did you mean `xu-yong`?',
    );
  });

  test('may be those of another kind of entity', () => {
    expect(
      problemsOf({ 'companies/a.yaml': 'name: TikTok\n', 'products/b.yaml': 'name: TikTok\nkind: app\n' }),
    ).toEqual([]);
  });

  test('are no slugs of others, and identifiers are held once', () => {
    expect(
      problemsOf({
        'companies/a.yaml': 'name: A\naliases: [B]\nidentifiers:\n  ticker: [NASDAQ:B]\n',
        'companies/b.yaml': 'name: Bee\nidentifiers: { ticker: NASDAQ:B }\n',
      }),
    ).toEqual([
      'data/companies/a.yaml:2:11: "B" is a name of data/companies/b.yaml:1 too: if both are right, say so in both files: `sharesNameWith: [b]` here',
      'data/companies/b.yaml:1:1: "b" is a name of data/companies/a.yaml:2 too: if both are right, say so in both files: `sharesNameWith: [a]` here',
      'data/companies/b.yaml:2:24: ticker:NASDAQ:B is held by data/companies/a.yaml:4 too: correct one of them',
    ]);
  });

  test('that were merged lead to one entity', () => {
    expect(problemsOf({ 'places/prc.yaml': 'name: PRC\nkind: country\nmergedSlugs: [cn]\n' })).toEqual([
      'data/places/prc.yaml:3:15: `cn` leads to data/places/cn.yaml:1 already: leave it out of one of the two',
    ]);
  });
});

describe('links', () => {
  test.each([
    [
      'of another kind of start',
      '{ kind: leads, to: nvidia, source: paper }',
      /^3:13: `leads` is none of the words for it: /,
    ],
    [
      'to another kind of end',
      '{ kind: makes, to: cn, source: paper }',
      /^3:24: `cn` is a Place: write the id of a Processor or Product here$/,
    ],
    [
      'without a source',
      '{ kind: partners-with, to: nvidia }',
      /^3:5: a link without a source: add `source`, or a list of `claims`$/,
    ],
    [
      'to themselves',
      '{ kind: partners-with, to: a, source: paper }',
      /^3:32: a cannot be linked to itself: write another entity$/,
    ],
    [
      'that end before they start',
      '{ kind: partners-with, to: nvidia, source: paper, start: 2024-05, end: 2023 }',
      /^3:76: it ends on 2023, before it starts on 2024-05: correct one of them$/,
    ],
    [
      'of an impossible day',
      '{ kind: partners-with, to: nvidia, source: paper, start: 2024-13 }',
      /^3:62: `2024-13` is no date/,
    ],
  ])('%s', (_case, link, problem) => {
    const problems = company(`links:\n  - ${link}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice('data/companies/a.yaml:'.length)).toMatch(problem);
  });

  test('are given once, a symmetric one from one end', () => {
    const link = (to: string) => `links:\n  - { kind: partners-with, to: ${to}, source: paper }\n`;
    expect(
      problemsOf({ 'companies/a.yaml': `name: A\n${link('b')}`, 'companies/b.yaml': `name: B\n${link('a')}` }),
    ).toEqual([
      'data/companies/b.yaml:3:5: this link stands at data/companies/a.yaml:3 already: put the claims under that one',
    ]);
  });
});

describe('what leads upwards', () => {
  test('never leads back', () => {
    const owner = (name: string, owned: string) =>
      `name: ${name}\nlinks:\n  - { kind: parent-of, to: ${owned}, source: paper }\n`;
    expect(
      problemsOf({
        'companies/a.yaml': owner('A', 'b'),
        'companies/b.yaml': owner('B', 'c'),
        'companies/c.yaml': owner('C', 'a'),
      }),
    ).toEqual([
      'data/companies/c.yaml:3:5: `parent-of` leads back to where it began: Company:a → Company:b → Company:c → Company:a; take one of these away',
    ]);
    expect(
      problemsOf({
        'places/x.yaml': 'name: X\nkind: region\nwithin: y\n',
        'places/y.yaml': 'name: Y\nkind: region\nwithin: x\n',
      }),
    ).toEqual([
      'data/places/y.yaml:3:9: `within` leads back to where it began: Place:x → Place:y → Place:x; take one of these away',
    ]);
    expect(problemsOf({ 'processors/x.yaml': 'name: X\nkind: family\nfamily: x\n' })).toEqual([
      'data/processors/x.yaml:3:9: `part-of` leads back to where it began: Processor:x → Processor:x; take one of these away',
    ]);
  });
});
