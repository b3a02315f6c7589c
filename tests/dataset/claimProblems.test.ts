import { describe, expect, test } from 'vitest';
import { printProblem } from '../../src/dataset/problem.ts';
import { claiming, problemsOf, read } from './dataset.ts';

/** The problems of a claim of cash with these keys, which begin at column 9 of line 4. */
const cash = (keys: string) => problemsOf(claiming(`cash:\n  - { ${keys} }`));

describe('a claim', () => {
  test.each([
    [
      'without a source',
      'stated: 23bn CNY',
      '7: a number without a source: add `source:` and the name of a file in data/sources',
    ],
    ['of an unknown source', 'stated: 23bn CNY, source: papr', '35: unknown Source `papr`: did you mean `paper`?'],
    [
      'with an unknown key',
      'stated: 23bn CNY, source: paper, sparsity: 2:4',
      '42: unknown key or qualifier `sparsity`: `cash` has no qualifiers',
    ],
    [
      'with a key that is nearly one',
      'stated: 23bn CNY, source: paper, asof: 2024',
      '42: unknown key or qualifier `asof`: did you mean `asOf`?',
    ],
    [
      'with a definition where there is none',
      'stated: 23bn CNY, source: paper, definition: total',
      '42: `cash` has no definitions: leave `definition` out',
    ],
    [
      'in a wrong unit',
      'stated: 23 GB, source: paper',
      '17: "23 GB" is in GB, but `cash` is measured in money, such as USD: write the figure in that',
    ],
    [
      'without a unit',
      'stated: 23, source: paper',
      '17: "23" has no unit; write one after the number, such as 23bn CNY, 1000000 count, 1.2 ratio or 4 MW',
    ],
    [
      'whose low end is above its high end',
      'stated: 13bn..12bn CNY, source: paper',
      '17: the low end of "13bn..12bn CNY" is above its high end; write the lower number first',
    ],
    [
      'with a central value on one side only',
      "stated: '>12bn CNY (11bn..13bn)', source: paper",
      '17: ">12bn CNY (11bn..13bn)" is ">" and has bounds besides; write one of them',
    ],
    [
      'with a central value outside its bounds',
      'stated: 14bn CNY (11bn..13bn), source: paper',
      '17: the value of "14bn CNY (11bn..13bn)" lies outside its bounds; write a low end below it and a high end above',
    ],
    [
      'below zero where that cannot be',
      'stated: -3bn CNY, source: paper',
      '17: "-3bn CNY" is below zero, which `cash` cannot be: write it without the minus, or under another property',
    ],
    [
      'as of an impossible day',
      'stated: 23bn CNY, source: paper, asOf: 2024-02-30',
      '48: `2024-02-30` is no date: write a day such as 2024-08-26, a month such as 2024-08 or a year',
    ],
    [
      'of a period and of a day',
      'stated: 23bn CNY, source: paper, asOf: 2024-02, period: 2024',
      '48: it holds over a period already: write `period` or `asOf`, not both',
    ],
    [
      'published after the horizon',
      'stated: 23bn CNY, source: paper, published: 2026-12',
      '53: published on 2026-12, after the horizon 2026-11-25: correct the date, or move the horizon in data/revision.yaml',
    ],
    [
      'of unknown evidence',
      'stated: 23bn CNY, source: paper, evidence: repoted',
      '52: `repoted` is none of the words for it: did you mean `reported`?',
    ],
    [
      'of two speakers',
      'stated: 23bn CNY, source: paper, speaker: nvidia, speakerWords: two people',
      '73: the speaker is named already: write `speaker` or `speakerWords`, not both',
    ],
    [
      'of a speaker that cannot speak',
      'stated: 23bn CNY, source: paper, speaker: cn',
      '51: `cn` is a Place: write the id of a Person, Company or Group here',
    ],
    [
      'with a source twice',
      'stated: 23bn CNY, sources: [paper, paper]',
      '44: `paper` stands here twice: leave one out',
    ],
    [
      'without what it claims',
      'text: plenty, source: paper',
      '7: `stated` is missing. The figure as the source states it: `23bn CNY`, `>1m count`, `12000..13000 USD`, `about 120bn USD`, `123 %`, `50bn CNY (49.5bn..50.5bn)`; or `unknown`.',
    ],
  ])('%s', (_case, keys, problem) => {
    expect(cash(keys)).toEqual([`data/companies/alibaba.yaml:4:${problem}`]);
  });

  test('that is not a number needs a source, too', () => {
    expect(problemsOf(claiming('ownership:\n  - text: private'))).toEqual([
      'data/companies/alibaba.yaml:4:7: a claim without a source: add `source:` and the name of a file in data/sources',
    ]);
  });

  test('of a property whose definitions have no default says which it is of', () => {
    expect(problemsOf(claiming('revenue:\n  - { stated: 1bn CNY, period: 2024, source: paper }'))).toEqual([
      'data/companies/alibaba.yaml:4:7: say what exactly was measured: add `definition`, one of `total`, `data-centre`, `china`, `china-ai-chips`, `h20`, `h20-china`',
    ]);
    expect(
      problemsOf(claiming('revenue:\n  - { stated: 1bn CNY, period: 2024, source: paper, definition: totl }')),
    ).toEqual(['data/companies/alibaba.yaml:4:67: `totl` is none of the words for it: did you mean `total`?']);
  });

  test('of a day holds a day that there is', () => {
    const released = (keys: string) =>
      problemsOf({ 'products/a.yaml': `name: A\nkind: app\nclaims:\n  released:\n    - { ${keys} }\n` });
    expect(released('date: 2023-02-29, source: paper')).toEqual([
      'data/products/a.yaml:5:15: `2023-02-29` is no date: write a day such as 2024-08-26, a month such as 2024-08 or a year',
    ]);
    expect(released('source: paper')).toEqual([
      'data/products/a.yaml:5:7: a day is missing: add `date`, or `text` where the source only says that it is to come',
    ]);
    expect(released('text: forthcoming, source: paper')).toEqual([]);
  });

  test('of a market share names the firm by a qualifier that must be one', () => {
    const share = (keys: string) =>
      problemsOf({ 'markets/a.yaml': `name: A\nkind: products\nclaims:\n  market-share:\n    - { ${keys} }\n` });
    expect(share('stated: 60 %, company: cn, period: 2024, source: paper, definition: by-sales')).toEqual([
      'data/markets/a.yaml:5:32: `cn` is a Place: write the id of a Company or Group here',
    ]);
    expect(share('stated: 60 %, company: nvidia, scop: x, period: 2024, source: paper, definition: by-sales')).toEqual([
      'data/markets/a.yaml:5:40: unknown key or qualifier `scop`: did you mean `scope`?',
    ]);
  });
});

describe('claims', () => {
  test('that say the same are one claim', () => {
    const claim = '- { stated: 23bn CNY, source: paper }';
    expect(problemsOf(claiming(`cash:\n  ${claim}\n  ${claim}`))).toEqual([
      'data/companies/alibaba.yaml:5:7: the same claim stands at data/companies/alibaba.yaml:4 already: leave one out',
    ]);
  });

  test('have ids of their own', () => {
    expect(
      problemsOf(
        claiming('cash:\n  - { stated: 2bn CNY, source: paper, id: a }\n  - { stated: 3bn CNY, source: paper, id: a }'),
      ),
    ).toEqual([
      'data/companies/alibaba.yaml:5:45: the id a is that of the claim at data/companies/alibaba.yaml:4: write another one',
    ]);
  });

  test.each([
    [
      'an unknown claim',
      '{ stated: 2bn CNY, source: paper, supersededBy: newr }',
      '4:55: no claim has the id `newr`: did you mean `newer`?',
    ],
    [
      'a claim about another fact',
      '{ stated: 2bn CNY, source: paper, asOf: 2023, supersededBy: newer }',
      '4:67: the claim at data/companies/alibaba.yaml:5 is about another fact: write the `id` of one with the same subject, property, period and definition',
    ],
  ])('are not restated by %s', (_case, claim, problem) => {
    const newer = '{ stated: 3bn CNY, source: paper, id: newer }';
    expect(problemsOf(claiming(`cash:\n  - ${claim}\n  - ${newer}`))).toEqual([
      `data/companies/alibaba.yaml:${problem}`,
    ]);
  });

  test('do not restate each other in a ring', () => {
    const claims = ['a', 'b'].map(
      (id, index) =>
        `- { stated: ${index + 2}bn CNY, source: paper, id: ${id}, supersededBy: ${id === 'a' ? 'b' : 'a'} }`,
    );
    expect(problemsOf(claiming(`cash:\n  ${claims.join('\n  ')}`))).toEqual([
      'data/companies/alibaba.yaml:4:62: these claims restate each other in a ring: leave `supersededBy` out of the newest',
    ]);
  });
});

describe('warnings', () => {
  test('are given of sources without a date, but not where each claim has its own', () => {
    const { problems, warnings } = read({
      'sources/undated.yaml': 'name: Undated\n',
      'sources/filings.yaml': 'name: Filings\n',
      ...claiming(
        'cash:\n  - { stated: 1bn CNY, source: undated }\n  - { stated: 2bn CNY, source: filings, published: 2024-01-01 }',
      ),
    });
    expect(problems).toEqual([]);
    expect(warnings.map(printProblem)).toEqual([
      'data/sources/undated.yaml:1:1: without a date, and one claim has no other: such claims count only on the horizon, and as the oldest; add `published`',
    ]);
  });

  test('are given of ranks without a reason', () => {
    const { warnings } = read(
      claiming(
        'cash:\n  - { stated: 1bn CNY, source: paper, rank: tentative }\n  - { stated: 2bn CNY, source: paper, rank: deprecated, reason: wrong year }',
      ),
    );
    expect(warnings.map(printProblem)).toEqual([
      'data/companies/alibaba.yaml:4:47: tentative without a reason: add `reason`, in words',
    ]);
  });
});
