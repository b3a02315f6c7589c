import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changesBetween, seeChanges, textOfChange } from '../../schema/changesOf.ts';
import { openStore } from '../../src/store/store.ts';
import { View } from '../../src/store/view.ts';
import { batchesOf } from '../compiled.ts';
import { keptData } from '../keptData.ts';
import { smallRevision } from '../smallData.ts';

const acme = (...claims: readonly string[]) =>
  `name: Acme\nclaims:\n  cash:\n${claims.map((one) => `    - { ${one} }\n`).join('')}`;
const spending = (...amounts: readonly (readonly [period: string, ...claims: readonly string[]])[]) =>
  amounts
    .map(
      ([period, ...claims]) =>
        `- kind: capital-expenditure\n  period: ${period}\n  claims:\n    amount:\n${claims.map((one) => `      - { ${one} }\n`).join('')}`,
    )
    .join('');
const earlier = {
  'companies/acme.yaml': acme(
    'stated: 5bn USD, asOf: 2023-12-31, source: early',
    'stated: 7bn USD, asOf: 2022-12-31, source: early',
    'stated: 8bn USD, asOf: 2021-12-31, source: early',
  ),
  'investments/acme.yaml': spending(
    ['2022', 'stated: 10bn USD, source: early'],
    ['2023', 'stated: 20bn USD, source: early'],
  ),
};
const later = {
  'companies/aardvark.yaml': 'name: Aardvark\n',
  'companies/acme.yaml': `# A line more.\n${acme(
    'stated: 6bn USD, asOf: 2023-12-31, source: late',
    'stated: 7bn USD, asOf: 2022-12-31, source: early, rank: deprecated, reason: of another year',
    'stated: 8bn USD, asOf: 2021-12-31, source: early',
  )}`,
  'investments/acme.yaml': spending(
    ['2022', 'stated: 10bn USD, source: early, supersededBy: second', 'id: second, stated: 16bn USD, source: late'],
    ['2023', 'stated: 20bn USD, source: early'],
  ),
};
const server = keptData(earlier, later);
const [old = '', current = ''] = server.ids;

interface Node {
  readonly text: string;
  readonly moved: readonly unknown[];
}
interface Page {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
  readonly totalCount: number;
}

const fields = `totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { kind parts text
  before { id rank figure { value } } after { id rank figure { value } }
  moved { entity { id } property left { value period { label } } right { value derivation { warnings { message } } } order } } }`;

async function changes(asked: Readonly<Record<string, unknown>>): Promise<Page> {
  const { body } = await server.ask(
    `query ($from: ID!, $to: ID, $first: Int, $after: String, $last: Int, $before: String) {
      changes(from: $from, to: $to, first: $first, after: $after, last: $last, before: $before) { ${fields} } }`,
    { from: old, ...asked },
  );
  expect(body.errors).toBeUndefined();
  // The server answers in the form that was asked for.
  return (body.data as { changes: Page }).changes;
}

const spendingMoved = [
  {
    entity: { id: 'Company:acme' },
    property: 'CAPITAL_EXPENDITURE',
    left: { value: 10e9, period: { label: '2022' } },
    right: { value: 16e9, derivation: null },
    order: 'LESS',
  },
  // Growth of 2023 over it, from 20bn / 10bn - 1 to 20bn / 16bn - 1.
  {
    entity: { id: 'Company:acme' },
    property: 'GROWTH',
    left: { value: 1, period: { label: '2023' } },
    right: { value: 0.25, derivation: { warnings: [] } },
    order: 'OVERLAPPING',
  },
];
const cash = (label: string, left: number, right: object) => ({
  entity: { id: 'Company:acme' },
  property: 'CASH',
  left: { value: left, period: { label } },
  right,
  order: expect.any(String),
});

const expected = [
  {
    kind: 'CHANGED',
    parts: ['SUPERSEDED_BY'],
    text: 'Changed (superseded by): Acme, capital expenditure (unstated), 2022: 10bn USD (early).',
    before: { figure: { value: 10e9 } },
    after: { figure: { value: 10e9 } },
    moved: spendingMoved,
  },
  {
    kind: 'ADDED',
    parts: [],
    text: 'Added: Acme, capital expenditure (unstated), 2022: 16bn USD (late).',
    before: null,
    after: { figure: { value: 16e9 } },
    moved: spendingMoved,
  },
  {
    kind: 'REMOVED',
    text: 'Removed: Acme, cash, 2023-12-31: 5bn USD (early).',
    before: { figure: { value: 5e9 } },
    after: null,
    moved: [cash('2023-12-31', 5e9, { value: 6e9, derivation: null })],
  },
  {
    kind: 'ADDED',
    text: 'Added: Acme, cash, 2023-12-31: 6bn USD (late).',
    moved: [cash('2023-12-31', 5e9, { value: 6e9, derivation: null })],
  },
  {
    kind: 'CHANGED',
    parts: ['RANK', 'REASON'],
    text: 'Changed (rank, reason): Acme, cash, 2022-12-31: 7bn USD (early), rank normal, then deprecated.',
    before: { rank: 'NORMAL', figure: { value: 7e9 } },
    after: { rank: 'DEPRECATED', figure: { value: 7e9 } },
    moved: [
      cash('2022-12-31', 7e9, {
        value: null,
        derivation: { warnings: [{ message: `nothing is claimed of it in revision ${current}` }] },
      }),
    ],
  },
];

test('claims added, removed and changed come with the figures that they move, and nothing else does', async () => {
  const { totalCount, edges } = await changes({});
  const nodes = edges.map(({ node }) => node);
  expect(totalCount).toBe(expected.length);
  expect(nodes).toHaveLength(expected.length);
  for (const one of expected) expect(nodes.find(({ text }) => text === one.text)).toMatchObject(one);
});

test('the other way round what was added is removed', async () => {
  const there = (await changes({})).edges.map(({ node }) => node.text);
  const back = (await changes({ from: current, to: old })).edges.map(({ node }) => node.text);
  const counts = (texts: readonly string[]) =>
    ['Added', 'Removed', 'Changed'].map((word) => texts.filter((text) => text.startsWith(word)).length);
  expect([counts(there), counts(back)]).toEqual([
    [2, 1, 2],
    [1, 2, 2],
  ]);
  expect((await changes({ to: old })).totalCount).toBe(0);
});

test('pages walked forward and backward give each change once', async () => {
  const all = (await changes({})).edges.map(({ node }) => node.text);
  const forward: string[] = [];
  let page = await changes({ first: 2 });
  for (;;) {
    forward.push(...page.edges.map(({ node }) => node.text));
    if (!page.pageInfo.hasNextPage) break;
    page = await changes({ first: 2, after: page.edges.at(-1)?.cursor });
  }
  const backward: string[] = [];
  for (page = await changes({ last: 2 }); ; ) {
    backward.unshift(...page.edges.map(({ node }) => node.text));
    if (!page.pageInfo.hasPreviousPage) break;
    page = await changes({ last: 2, before: page.edges[0]?.cursor });
  }
  expect([forward, backward]).toEqual([all, all]);
});

test('a cursor of other revisions is refused, and so is an id that is not kept', async () => {
  const [edge] = (await changes({ first: 1 })).edges;
  const ask = async (asked: string) => (await server.ask(`{ changes(${asked}) { totalCount } }`)).body;
  expect(await ask(`from: "${current}", to: "${old}", after: "${edge?.cursor}"`)).toMatchObject({
    data: { changes: null },
    errors: [{ extensions: { code: 'BAD_CURSOR', argument: 'after' } }],
  });
  expect(await ask(`from: "${old}", to: "ffff"`)).toMatchObject({
    data: { changes: null },
    errors: [
      { message: expect.stringContaining(`${current}, ${old}`), extensions: { code: 'NOT_FOUND', argument: 'to' } },
    ],
  });
});

test('what hangs below a claim of either side stays in its revision', async () => {
  const { body } = await server.ask(
    `query ($old: ID!) { changes(from: $old, first: 1) { edges { node { before { ...In } after { ...In } } } } }
    fragment In on Claim { id supersededBy { id figure { value } } subject { id name
      ... on Investment { investors { id ... on Company { figure(property: CAPITAL_EXPENDITURE, period: "2022") { value } } } } } }`,
    { old },
  );
  const [{ node } = expect.unreachable()] = (body.data as { changes: { edges: { node: unknown }[] } }).changes.edges;
  expect(node).toMatchObject({
    before: {
      id: expect.stringMatching(new RegExp(`^Claim:.*@${old}$`)),
      supersededBy: null,
      subject: { investors: [{ id: `Company:acme@${old}`, figure: { value: 10e9 } }] },
    },
    after: {
      id: expect.not.stringContaining('@'),
      supersededBy: { figure: { value: 16e9 } },
      subject: { investors: [{ id: 'Company:acme', figure: { value: 16e9 } }] },
    },
  });
});

test('sixty changes cost as many statements as three', async () => {
  const firms = (stated: string) =>
    Object.fromEntries(
      Array.from({ length: 60 }, (_, place) => [
        `companies/firm-${place}.yaml`,
        `name: Firm ${place}\nclaims:\n  cash:\n    - { stated: ${stated}, asOf: 2023-12-31, source: early }\n`,
      ]),
    );
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const store = await openStore({ store: folder });
  for (const stated of ['5bn USD', '6bn USD']) await store.publish(batchesOf(smallRevision(firms(stated))), stated);
  const kept = await store.kept();
  const cost = async (count: number) => {
    const [after, before] = await Promise.all(kept.map(async (one) => View.of(await one.open(), { pinned: false })));
    if (before === undefined || after === undefined) return expect.unreachable();
    const all = (await changesBetween(before, after)) ?? [];
    expect(all).toHaveLength(120);
    for (const change of await seeChanges(before, after, all.slice(0, count))) {
      expect(await textOfChange(change)).toMatch(/Firm/);
      expect(await change.moved()).toHaveLength(1);
    }
    const { statements } = before.revision;
    const both = statements + after.revision.statements;
    await Promise.all([before.revision.close(), after.revision.close()]);
    return both;
  };
  expect(await cost(60)).toBe(await cost(3));
  await store.close();
  rmSync(folder, { recursive: true });
});
