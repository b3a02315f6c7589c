import { describe, expect, test } from 'vitest';
import { type Files, problemsOf } from './dataset.ts';

const definitions = `definitions:
  strong:
    text: A strong chip.
    source: paper
    when: total-processing-performance >= 4800
  note-2:
    text: Outside.
    source: paper
    when: not (data-centre = false and total-processing-performance < 4800)
`;

const files: Files = {
  'control-definitions.yaml': definitions,
  'processors/h20.yaml': 'name: H20\nkind: data-centre-gpu\n',
  'places/world.yaml': 'name: World\nkind: group-of-places\n',
  'export-controls/older.yaml': `name: Older
kind: rule
rule:
  source: paper
  clauses:
    - { id: base, operative: 2022-10-07/.., destinations: [cn], outcome: licence-required, policy: unstated }
`,
};

const clauseOf = (lines: readonly string[]) =>
  `name: A\nkind: rule\nrule:\n  source: paper\n  clauses:\n    - ${lines.join('\n      ')}\n`;

/** The problems of a clause with these keys instead of its own ones; a key that is null is left out. */
function clauseProblems(changes: Readonly<Record<string, string | null>>): readonly string[] {
  const keys: Record<string, string | null> = {
    id: 'a',
    operative: '2023-11-17/..',
    destinations: '[cn]',
    when: 'strong',
    outcome: 'licence-required',
    policy: 'unstated',
    ...changes,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  const problems = problemsOf({ ...files, 'export-controls/a.yaml': clauseOf(lines) });
  return problems.map((problem) => problem.replace('data/export-controls/a.yaml:', ''));
}

test('a clause without problems has none', () => {
  expect(clauseProblems({})).toEqual([]);
});

describe('conditions', () => {
  test.each([
    [
      'an unknown quantity',
      'total-procesing-performance >= 1',
      '9:13: unknown quantity `total-procesing-performance`: did you mean `total-processing-performance`?',
    ],
    [
      'a quantity of the buyer',
      'owned-by-listed >= 50 %',
      '9:13: unknown quantity `owned-by-listed`: none is near to it',
    ],
    ['an unknown definition', 'strong and note-1', '9:24: unknown definition `note-1`: did you mean `note-2`?'],
    [
      'a definition that is compared',
      'strong = true',
      '9:13: unknown quantity `strong`: a definition stands by itself, or behind `not`',
    ],
    [
      'a quantity by itself',
      'strong and data-centre',
      '9:24: a quantity needs something to compare it with: write `data-centre = true`',
    ],
    ['an unknown sign', 'node => 7 nm', '9:18: unknown sign `=>`: write one of `>=`, `>`, `<=`, `<`, `=` or `in`'],
    ['a sign that denies', 'processor != h20', '9:23: `!=` is no sign: write `not (processor = …)`'],
    [
      'a word for a sign',
      'node least 7 nm',
      '9:18: `least` is no sign and joins nothing: write one of `>=`, `>`, `<=`, `<`, `=` or `in`, or join conditions by `and` or `or`',
    ],
    ['a sign that does not fit', 'data-centre >= true', '9:25: `data-centre` is a yes or no: compare it by `=`'],
    ['no unit', 'dram-bandwidth >= 1400', '9:31: write the unit too: `1400 GB/s`'],
    ['a wrong unit', 'dram-bandwidth >= 1400 GB', '9:31: `dram-bandwidth` is not measured in GB: write it in GB/s'],
    ['no unit at all', 'dram-bandwidth >= 1400 GBs', /^9:31: "GBs" in "1400 GBs" is not a unit/],
    ['a threshold that is none', 'total-processing-performance >= many', /^9:45: "many" is not a quantity/],
    ['a number with commas', 'total-processing-performance >= 4,800', '9:46: write the number without commas'],
    [
      'a yes or no that is neither',
      'data-centre = maybe',
      '9:27: `data-centre` is a yes or no: write `true` or `false`',
    ],
    [
      'an unknown word',
      'item-kind in [chip, memry]',
      '9:33: unknown item-kind `memry`: write one of `chip`, `high-bandwidth-memory`, `equipment`, `material`',
    ],
    ['an unknown processor', 'processor in [h20, h2o]', '9:32: unknown Processor `h2o`: did you mean `h20`?'],
    ['an unknown maker', 'maker = nvida', '9:21: unknown Company `nvida`: did you mean `nvidia`?'],
    [
      '`and` beside `or`',
      'strong and note-2 or strong',
      '9:31: `and` and `or` side by side: put parentheses around what belongs together',
    ],
    ['an open parenthesis', 'strong and (note-2 or strong', '9:24: this `(` is not closed: add `)`'],
    ['nothing after a word that joins', 'strong and', /^9:2\d: write a condition here/],
    ['an open list', 'processor in [h20', /^9:3\d: write `,` between the words of a list/],
    ['no list', 'processor in h20', '9:26: write a list after `in`: `processor in [nvidia-h20, nvidia-h800]`'],
    ['parentheses without end', `${'('.repeat(500)}strong`, /nested too deeply/],
    ['a text without end', 'strong and '.repeat(500), /^9:13: longer than 4000 characters/],
  ])('with %s', (_case, when, problem) => {
    const expected = typeof problem === 'string' ? problem : expect.stringMatching(problem);
    expect(clauseProblems({ when })).toEqual([expected]);
  });

  test('are pointed at in texts of several lines and in quotes', () => {
    expect(clauseProblems({ when: '>-\n        strong\n        and nod <= 7 nm' })).toEqual([
      '11:13: unknown quantity `nod`: did you mean `node`?',
    ]);
    expect(clauseProblems({ when: "'strong and nod <= 7 nm'" })).toEqual([
      '9:25: unknown quantity `nod`: did you mean `node`?',
    ]);
  });

  test('of a definitions file that cannot be read are not unknown', () => {
    const broken = problemsOf({
      ...files,
      'control-definitions.yaml': 'definitons: {}\n',
      'export-controls/a.yaml': clauseOf([
        'id: a',
        'operative: ../..',
        'destinations: [cn]',
        'when: x',
        'outcome: licence-required',
        'policy: unstated',
      ]),
    });
    expect(broken.filter((problem) => problem.includes('export-controls'))).toEqual([]);
  });
});

describe('clauses', () => {
  test.each([
    ['an unknown group', { destinations: '[cm]' }, '8:22: unknown Place `cm`: did you mean `cn`?'],
    [
      'nothing reached',
      { destinations: '{ noneOf: [cn] }' },
      '8:21: nothing is reached: add `anyOf`, with `world` where all places are meant',
    ],
    ['a place twice', { destinations: '[cn, cn]' }, '8:26: `cn` stands here twice: leave one out'],
    [
      'an unknown outcome',
      { outcome: 'licence-requierd' },
      '10:16: `licence-requierd` is none of the words for it: did you mean `licence-required`?',
    ],
    [
      'an unknown policy',
      { policy: 'case-by-cases' },
      '11:15: `case-by-cases` is none of the words for it: did you mean `case-by-case`?',
    ],
    ['an unknown role', { exporter: '[foundry]' }, /^12:18: `foundry` is none of the words for it/],
    [
      'no policy',
      { policy: null },
      '10:16: a licence without a policy: add `policy`, `unstated` where none was made public',
    ],
    [
      'a policy of no licence',
      { outcome: 'unrestricted' },
      '11:15: `unrestricted` asks for no licence: leave the policy out',
    ],
    ['an unknown company', { party: '{ anyOf: [nvdia] }' }, '12:24: unknown Company `nvdia`: did you mean `nvidia`?'],
    [
      'a list that is no control',
      { party: '{ listedBy: [nvidia] }' },
      '12:27: `nvidia` is a Company: write the id of an ExportControl here',
    ],
    [
      'a share that is none',
      { party: '{ ownedByListed: half }' },
      '12:31: `half` is no share: write one such as `25 %`',
    ],
    ['a share above all', { rate: '150 %' }, '12:13: `150 %` is no share: write one such as `25 %`'],
    [
      'an end before the beginning',
      { operative: '2023-11-17/2023-11-16' },
      /^7:18: the period 2023-11-17\/2023-11-16 ends before it begins/,
    ],
    ['a day that is none', { operative: '2023-02-30/..' }, /^7:18: /],
    [
      'windows that overlap',
      { operative: '[2023-11-17/2024-04-04, 2024-04-04/..]' },
      '7:42: this window and 2023-11-17/2024-04-04 share days: let one of them end before the other begins',
    ],
    [
      'codified windows that overlap',
      { codified: '[../2023-01-01, 2022/..]' },
      /^12:33: this window and ..\/2023-01-01 share days/,
    ],
    ['windows that say the same', { codified: '2023-11-17/..' }, '12:17: the same as `operative`: leave it out'],
    [
      'no window at all',
      { operative: 'never' },
      '7:18: a clause that was never applied nor codified does nothing: add `codified`, or leave it out',
    ],
    ['a rank without a reason', { rank: 'tentative' }, '12:13: a rank without a reason: add `reason`'],
    [
      'a reason without a rank',
      { reason: 'weak' },
      '12:15: a reason without a rank: add `rank: tentative`, or call it `note`',
    ],
    [
      'a window without a reason',
      { operative: '[{ days: 2023/.., rank: tentative }]' },
      '7:42: a rank without a reason: add `reason`',
    ],
    ['a policy without a reason', { policyRank: 'tentative' }, '12:19: a rank without a reason: add `policyReason`'],
    [
      'another policy that is the same',
      { otherPolicies: '[{ policy: unstated, source: paper }]' },
      /^12:22: `unstated` is the policy of the clause/,
    ],
    [
      'another policy without a source',
      { otherPolicies: '[{ policy: case-by-case }]' },
      '12:23: a policy without a source: add `source`',
    ],
    ['an unknown source', { source: 'papr' }, '12:15: unknown Source `papr`: did you mean `paper`?'],
    [
      'a clause that does not exist',
      { replaces: '[older/bse]' },
      '12:18: no clause is called `older/bse`: did you mean `older/base`?',
    ],
    ['a clause of its own that does not exist', { replaces: '[b]' }, /^12:18: no clause is called `a\/b`/],
    ['an exception that is none', { lifts: '[older/base]' }, /^10:16: an exception cannot end in `licence-required`/],
    [
      'an exception that lifts nothing',
      { outcome: 'exception-notification', policy: null },
      '10:16: an exception that lifts nothing: add `lifts`, the clauses that it is an exception to',
    ],
    [
      'an import',
      { outcome: 'import-blocked', policy: null },
      '10:16: `import-blocked` is of imports: add `flow: import`',
    ],
    ['an export', { flow: 'import' }, /^10:16: `licence-required` is of exports: leave `flow` out/],
    [
      'a duty without a rate',
      { outcome: 'duty', policy: null, flow: 'import' },
      '10:16: a duty without a rate: add `rate`',
    ],
    [
      'a quota without an end',
      { quota: '{ limit: 50 %, basis: units }' },
      '12:23: `50 %` is no upper limit: write one such as `<= 50 %`',
    ],
    [
      'a quota in a wrong unit',
      { quota: '{ limit: <= 5 GB/s, basis: units, uses: total-processing-performance }' },
      '12:23: `total-processing-performance` is not measured in GB/s: write the limit in TOPS x bit',
    ],
    ['an unknown key', { destination: '[cn]' }, '12:7: unknown key `destination`: did you mean `destinations`?'],
    ['a name that is none', { id: 'a/b' }, /^6:11: `a\/b` will not do: write letters, digits/],
  ])('with %s', (_case, changes, problem) => {
    const expected = typeof problem === 'string' ? problem : expect.stringMatching(problem);
    expect(clauseProblems(changes)).toEqual([expected]);
  });

  test('without a source', () => {
    const text = clauseOf(['id: a', 'operative: ../..', 'destinations: [cn]', 'outcome: unrestricted']);
    expect(problemsOf({ ...files, 'export-controls/a.yaml': text.replace('  source: paper\n', '') })).toEqual([
      'data/export-controls/a.yaml:5:7: a clause without a source: add `source` here, or to the rule',
    ]);
  });

  test('of one name, and those that take each other’s place', () => {
    const clause = (id: string, replaces: string) =>
      `    - { id: ${id}, operative: ../.., destinations: [cn], outcome: licence-required, policy: unstated, replaces: [${replaces}] }\n`;
    const head = 'name: A\nkind: rule\nrule:\n  source: paper\n  clauses:\n';
    expect(
      problemsOf({
        ...files,
        'export-controls/a.yaml': `${head}${clause('x', 'older/base')}${clause('x', 'older/base')}`,
      }),
    ).toEqual([
      'data/export-controls/a.yaml:7:13: the clause at data/export-controls/a.yaml:6 is called x too: rename one',
    ]);
    expect(problemsOf({ ...files, 'export-controls/a.yaml': `${head}${clause('x', 'y')}${clause('y', 'x')}` })).toEqual(
      [expect.stringMatching(/a\.yaml:7:7: `lifts or replaces` leads back to where it began: a\/x → a\/y → a\/x/)],
    );
  });

  test('that name one of a control with problems of its own', () => {
    const changed = { ...files, 'export-controls/older.yaml': 'nam: Older\n' };
    const text = clauseOf([
      'id: a',
      'operative: ../..',
      'destinations: [cn]',
      'outcome: unrestricted',
      'lifts: [older/base]',
    ]);
    const problems = problemsOf({ ...changed, 'export-controls/a.yaml': text });
    expect(problems.filter((problem) => problem.includes('/a.yaml'))).toEqual([]);
  });
});

describe('definitions', () => {
  const definitionProblems = (text: string) =>
    problemsOf({ ...files, 'control-definitions.yaml': `definitions:\n${text}` }).map((problem) =>
      problem.replace('data/control-definitions.yaml:', ''),
    );

  test.each([
    [
      'one that refers to itself',
      '  a: { text: A, source: paper, when: not a }\n',
      [/^2:\d+: `the definition` leads back to where it began: a → a/],
    ],
    [
      'two that refer to each other',
      '  a: { text: A, source: paper, when: b }\n  b: { text: B, source: paper, when: node <= 7 nm and a }\n',
      [/^3:\d+: `the definition` leads back to where it began: a → b → a/],
    ],
    ['no source', '  a: { text: A, when: node <= 7 nm }\n', [/^2:6: a definition without a source/]],
    ['no condition', '  a: { text: A, source: paper }\n', [/^2:6: write one of `when`, `anyOf` and `allOf`/]],
    [
      'two conditions',
      '  a: { text: A, source: paper, when: node <= 7 nm, anyOf: { x: node <= 7 nm } }\n',
      [/^2:6: write one of/],
    ],
    [
      'the name of a quantity',
      '  node: { text: A, source: paper, when: transistors < 5 }\n',
      [/^2:3: `node` means something else/],
    ],
    [
      'a paragraph that is wrong',
      '  a:\n    text: A\n    source: paper\n    anyOf:\n      a.1: nod <= 7 nm\n',
      [/^6:12: unknown quantity `nod`/],
    ],
  ])('with %s', (_case, text, problems) => {
    expect(definitionProblems(text)).toEqual(problems.map((problem) => expect.stringMatching(problem)));
  });
});

describe('groups whose members follow from a rule', () => {
  const place = (text: string) => problemsOf({ ...files, 'places/g.yaml': `name: G\nkind: group-of-places\n${text}` });

  test.each([
    [
      'an unknown group',
      'membersRule: { anyOf: [word], source: paper }\n',
      /3:24: unknown Place `word`: did you mean `world`\?/,
    ],
    ['itself', 'membersRule: { anyOf: [cn, g], source: paper }\n', /`membersRule` leads back to where it began: g → g/],
    ['no source', 'membersRule: { anyOf: [cn] }\n', /3:14: a rule of membership without a source/],
    [
      'members by name too',
      'members: [cn]\nmembersRule: { anyOf: [us], source: paper }\n',
      /4:14: members by a rule and by name: leave one of them out/,
    ],
  ])('with %s', (_case, text, problem) => {
    expect(place(text)).toEqual([expect.stringMatching(problem)]);
  });
});
