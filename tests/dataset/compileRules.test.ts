import { describe, expect, test } from 'vitest';
import { compiledFolder } from '../compiled.ts';
import { publishedData } from '../publishedData.ts';
import { compile, type Files } from './dataset.ts';

const files: Files = {
  'control-definitions.yaml': `definitions:
  strong:
    text: A strong chip.
    citation: ECCN
    source: paper
    anyOf:
      a.1: total-processing-performance >= 4800
      a.2: total-processing-performance >= 1600 TPP and performance-density >= 5.92
`,
  'places/hk.yaml': 'name: Hong Kong\nkind: country\n',
  'places/scope.yaml':
    'name: Scope\nkind: group-of-places\nmembersRule: { anyOf: [cn], noneOf: [us], source: paper }\n',
  'export-controls/a.yaml': `name: A
kind: rule
rule:
  source: paper
  readAs: [{ place: hk, as: cn, days: 2020-12-23/.. }]
  notes: [Something is not modelled.]
  clauses:
    - id: all
      citation: 742.6
      text: A licence.
      operative:
        - 2022-10/2022-12
        - { days: 2026/.., rank: tentative, reason: by its terms, source: paper }
      codified: ../..
      destinations: { anyOf: [scope], noneOf: [us] }
      party:
        listedBy: [a]
        noneOf: [nvidia, { company: nvidia, days: ../2027-04-06 }]
        headquartersIn: [cn]
        ownedByListed: 50 %
      exporter: [osat]
      when: strong and not (maker = nvidia or transistors < 30bn) and dram-bandwidth > 1.5 TB/s
      outcome: licence-required
      policy: presumption-of-denial
      otherPolicies: [{ policy: case-by-case, source: paper }]
      rate: 15 %
      inCountry: true
    - id: small
      operative: never
      codified: 2022/..
      destinations: [cn]
      lifts: [all]
      outcome: exception-notification
      quota: { limit: '<= 26,900,000 TOPS x bit', basis: one year, uses: total-processing-performance }
      requires: [notice]
`,
};

describe('rules', () => {
  const { rule, entity } = compile(files);
  const keyOf = (slug: string) => entity.find((row) => row.slug === slug)?.key;

  test('are rows: definitions, groups, then controls in the order of their files', () => {
    expect(rule.map(({ key, part, entityKey, name }) => [key, part, entityKey, name])).toEqual([
      [1, 'definition', null, 'strong'],
      [2, 'members', keyOf('scope'), ''],
      [3, 'clause', keyOf('a'), 'all'],
      [4, 'clause', keyOf('a'), 'small'],
      [5, 'read-as', keyOf('a'), ''],
      [6, 'notes', keyOf('a'), ''],
    ]);
  });

  test('have the form of src/controls/rule.ts', () => {
    const tpp = 'total-processing-performance';
    expect(rule.map(({ json }) => JSON.parse(json))).toEqual([
      {
        name: 'strong',
        text: 'A strong chip.',
        citation: 'ECCN',
        sources: ['paper'],
        when: {
          any: [
            { quantity: tpp, operator: 'at-least', value: 4800, paragraph: 'a.1' },
            {
              all: [
                { quantity: tpp, operator: 'at-least', value: 1600 },
                { quantity: 'performance-density', operator: 'at-least', value: 5.92 },
              ],
              paragraph: 'a.2',
            },
          ],
        },
      },
      { anyOf: ['cn'], noneOf: ['us'] },
      {
        id: 'all',
        citation: '742.6',
        text: 'A licence.',
        sources: ['paper'],
        operative: [
          { from: '2022-10-01', to: '2022-12-31' },
          { from: '2026-01-01', rank: 'tentative', reason: 'by its terms', sources: ['paper'] },
        ],
        codified: [{}],
        destinations: { anyOf: ['scope'], noneOf: ['us'] },
        party: {
          listedBy: ['a'],
          noneOf: [{ company: 'nvidia' }, { company: 'nvidia', to: '2027-04-06' }],
          headquartersIn: { anyOf: ['cn'] },
          ownedByListed: 0.5,
        },
        exporter: ['osat'],
        when: {
          all: [
            { ref: 'strong' },
            {
              not: {
                any: [
                  { quantity: 'maker', operator: 'equal', value: 'nvidia' },
                  { quantity: 'transistors', operator: 'less-than', value: 30e9 },
                ],
              },
            },
            { quantity: 'dram-bandwidth', operator: 'more-than', value: 1500 },
          ],
        },
        outcome: 'licence-required',
        policy: 'presumption-of-denial',
        otherPolicies: [{ policy: 'case-by-case', sources: ['paper'] }],
        rate: 0.15,
        inCountry: true,
      },
      {
        id: 'small',
        sources: ['paper'],
        operative: [],
        codified: [{ from: '2022-01-01' }],
        destinations: { anyOf: ['cn'] },
        lifts: ['a/all'],
        outcome: 'exception-notification',
        quota: { limit: 26.9e6, unit: 'TOPS x bit', operator: 'at-most', basis: 'one year', uses: tpp },
        requires: ['notice'],
      },
      { place: 'hk', as: 'cn', from: '2020-12-23' },
      ['Something is not modelled.'],
    ]);
  });

  test('are part of the id of a revision', () => {
    const other = compile({
      ...files,
      'control-definitions.yaml': files['control-definitions.yaml']?.replace('5.92', '5.93') ?? '',
    });
    expect(other.rule).not.toEqual(rule);
  });
});

test('the rules of data/ are read in one statement, as they were compiled', async () => {
  const published = publishedData();
  const revision = await published.open();
  const before = revision.statements;
  const book = await revision.ruleBook();
  await revision.ruleBook();
  expect(revision.statements - before).toBe(1);
  revision.close();
  published.remove();

  const { rows } = compiledFolder('data');
  const clauses = Object.values(book.rules).flatMap((rule) => rule.clauses ?? []);
  expect(clauses).toHaveLength(rows.rule.filter(({ part }) => part === 'clause').length);
  expect(book.rules['us-2023-10-acs']?.clauses?.[0]).toMatchObject({ id: 'a-d5', when: { ref: '3A090.a-caught' } });
  expect(book.rules['us-2020-12-hong-kong']).toEqual({ readAs: [{ place: 'hk', as: 'cn', from: '2020-12-23' }] });
  expect(Object.keys(book.memberRules)).toContain('acs-scope');
  expect(Object.keys(book.definitions)).toContain('3A090.a');
});
