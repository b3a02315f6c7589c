import { describe, expect, test } from 'vitest';
import { problemsOf } from './dataset.ts';

const company = (text: string) => problemsOf({ 'companies/a.yaml': text });

describe('a file of facts', () => {
  test.each([
    ['an unknown key', 'name: A\nhoem: cn\n', '2:1: unknown key `hoem`: did you mean `home`?'],
    ['a missing key', 'home: cn\n', '1:1: `name` is missing. The name in English, as most sources write it.'],
    ['nothing at all', '', '1:1: `name` is missing. The name in English, as most sources write it.'],
    ['comments only', '# later\n', '1:1: `name` is missing. The name in English, as most sources write it.'],
    [
      'an empty value',
      'name:\n',
      '1:6: there is nothing here: write a value, or leave the key out. The name in English, as most sources write it.',
    ],
    [
      'a list for one value',
      'name: [A, B]\n',
      '1:7: write one value here, no list. The name in English, as most sources write it.',
    ],
    [
      'one value for a list',
      'name: A\nkinds: cloud\n',
      '2:8: write a list here, each item after `- `. What it does, the main thing first.',
    ],
    [
      'a word of no list',
      'name: A\nkinds: [clowd]\n',
      '2:9: `clowd` is none of the words for it: did you mean `cloud`?',
    ],
    [
      'an id that is none',
      'name: A\nmergedSlugs: [Old A]\n',
      '2:15: `Old A` will not do: write lower-case letters, digits and single hyphens, for example `nvidia-h20`',
    ],
    [
      'an address that is none',
      'name: A\nwebsite: example.org\n',
      '2:10: `example.org` will not do: write the address of a page, with https:// in front',
    ],
    ['an unknown property', 'name: A\nclaims:\n  csh: []\n', '3:3: unknown property `csh`: did you mean `cash`?'],
    [
      'a property of another kind',
      'name: A\nclaims:\n  amount: []\n',
      '3:3: `amount` is no property of Company, but of Investment',
    ],
    [
      'claims that are no list',
      'name: A\nclaims:\n  cash:\n    stated: 1bn USD\n',
      '4:5: write a list here, each item after `- `. Company. Cash held on a day, in money.',
    ],
    ['a key that stands twice', 'name: A\nname: B\n', '2:1: `name` stands here twice: put both under one key'],
    [
      'a value that YAML reads as the start of a block',
      'name: A\nclaims:\n  cash:\n    - stated: >1m USD\n',
      "4:17: a value that begins with `>` or `|` needs quotes: write '>1m USD'",
    ],
    [
      'a colon in a value',
      'name: A: B\n',
      '1:7: keys and values cannot be told apart here: quote a value that holds `: `, or mend the indentation',
    ],
    ['tabs', 'name: A\n\thome: cn\n', '2:1: indent with spaces, not with tabs'],
    ['two documents', 'name: A\n---\nname: B\n', '2:1: a file holds one document: take the line `---` away'],
    [
      'an alias',
      'name: &a A\naliases: [*a]\n',
      '2:11: write the value out: facts are read without anchors, so *a cannot be followed',
    ],
    ['a tag', 'name: !name A\n', '1:7: this is no YAML: Unresolved tag: !name'],
    ['a key of a prototype', 'name: A\n__proto__: B\n', '2:1: write a plain word as the key'],
  ])('with %s', (_case, text, problem) => {
    expect(company(text)).toEqual([`data/companies/a.yaml:${problem}`]);
  });

  test('with several problems tells all of them, from top to bottom, and those of other files too', () => {
    expect(
      problemsOf({
        'companies/b.yaml': 'name: B\nhome: [cn\n',
        'companies/a.yaml': 'nam: A\nkinds: [clowd]\nclaims:\n  csh: []\n',
      }),
    ).toEqual([
      'data/companies/a.yaml:1:1: `name` is missing. The name in English, as most sources write it.',
      'data/companies/a.yaml:1:1: unknown key `nam`: did you mean `name`?',
      'data/companies/a.yaml:2:9: `clowd` is none of the words for it: did you mean `cloud`?',
      'data/companies/a.yaml:4:3: unknown property `csh`: did you mean `cash`?',
      'data/companies/b.yaml:3:1: a bracket opened above is not closed: add `]` or `}`, or mend the indentation',
    ]);
  });

  test('that cannot be read does not make its entity unknown to others', () => {
    expect(problemsOf({ 'places/my.yaml': 'nam: Malaysia', 'companies/a.yaml': 'name: A\nhome: my\n' })).toEqual([
      'data/places/my.yaml:1:1: `kind` is missing. A country or territory, a region or city, or a group of places.',
      'data/places/my.yaml:1:1: `name` is missing. The name in English, as most sources write it.',
      'data/places/my.yaml:1:1: unknown key `nam`: did you mean `name`?',
    ]);
  });

  test('nested without end is a problem, and takes no time', () => {
    const started = performance.now();
    expect(company('['.repeat(200_000))).toEqual([
      expect.stringMatching(/^data.companies.a.yaml:1:\d+: this is nested too deeply to be read$/),
    ]);
    const bomb = Array.from({ length: 30 }, (_, level) => `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]\n`);
    expect(company(bomb.join(''))[0]).toMatch(/facts are read without anchors/);
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: v\n`);
    expect(company(keys.join(''))).toHaveLength(20_001);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('the words of YAML', () => {
  test('stay as they are written: Norway is not false, and numbers keep their digits', () => {
    const files = {
      'places/no.yaml': 'name: Norway\nkind: country\n',
      'companies/a.yaml':
        'name: 360\naliases: [yes, 1e3]\nhome: no\nclaims:\n  cash:\n    - { stated: 83.0bn CNY, asOf: 2024, source: paper }\n',
    };
    expect(problemsOf(files)).toEqual([]);
  });
});
