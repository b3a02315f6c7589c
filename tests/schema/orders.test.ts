import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

const server = standingServer(
  smallData({
    'sources/month.yaml': 'name: A month\npublished: 2024-02\n',
    'people/ann.yaml':
      'name: Ann\nlinks:\n  - { kind: leads, to: beta, role: chief, start: 2020, source: early }\n  - { kind: leads, to: alpha, role: chief, start: 2020, evidence: estimated, source: late }\n  - { kind: leads, to: gamma, role: chief, evidence: forecast, source: undated }\n',
    'companies/alpha.yaml':
      'name: Alpha\nhome: cn\nclaims:\n  headcount:\n    - { stated: 10 count, period: 2023, source: early }\n    - { stated: 20 count, period: 2024, source: late, evidence: estimated }\n',
    'companies/beta.yaml':
      'name: beta\nclaims:\n  headcount:\n    - { stated: 10 count, period: 2023, source: late }\n    - { stated: 11 count, period: 2023, source: undated, evidence: forecast }\nlinks: [{ kind: partners-with, to: alpha, start: 2024-05-01, source: late }]\n',
    'companies/gamma.yaml': 'name: Gamma\nclaims: { ownership: [{ text: public, sources: [early, late] }] }\n',
    'processors/first.yaml':
      'name: First\nkind: data-centre-gpu\nmaker: alpha\nclaims: { announced: [{ date: 2023, source: late }, { date: 2022-05, source: early }] }\n',
    'processors/second.yaml':
      'name: Second\nkind: data-centre-gpu\nmaker: alpha\nclaims: { announced: [{ date: 2023-05-01, source: early }] }\n',
    'processors/third.yaml': 'name: Third\nkind: data-centre-gpu\nmaker: alpha\n',
    'investments/alpha.yaml':
      '- { kind: stake, target: beta, status: done, period: 2024-02-03 }\n- { kind: capital-expenditure, period: 2024 }\n- { kind: capital-expenditure, period: 2024-H1 }\n- { kind: plan, slug: plan, name: Plan, place: cn }\n',
  }),
);

interface Node {
  readonly [field: string]: unknown;
}

/** All rows of a list in an order, walked in pages from the front, or from the back. */
async function walk(list: string, order: string, fields: string, lens: string, size: number, backward = false) {
  const rows: Node[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 60; pages++) {
    const page: string = backward
      ? `last: ${size}${cursor === null ? '' : `, before: "${cursor}"`}`
      : `first: ${size}${cursor === null ? '' : `, after: "${cursor}"`}`;
    const { body } = await server.ask(
      `{ view(lens: ${lens}) { ${list}(${page}${list === 'links' ? ', during: "../.."' : ''}, orderBy: ${order}) { edges { node { ${fields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
    );
    expect(body.errors).toBeUndefined();
    const { edges, pageInfo } = Object(body.data).view[list];
    const nodes: Node[] = edges.map(({ node }: { node: Node }) => node);
    rows[backward ? 'unshift' : 'push'](...nodes);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return rows;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
  return expect.unreachable('pages have no end');
}

/** What rows are ordered by, read from their fields; days are the last that a date may mean. */
const lists = {
  companies: { fields: 'id name', keys: { NAME: ['name'] } },
  sources: { fields: 'id name published', keys: { NAME: ['name'], DATE: ['published'] } },
  processors: { fields: 'id name announced', keys: { NAME: ['name'], DATE: ['announced'] } },
  investments: {
    fields: 'id name period { first last }',
    keys: { NAME: ['name'], PERIOD: ['period.first', 'period.last'], DATE: ['period.last'] },
  },
  links: {
    fields: 'id start evidence from { name } to { name }',
    keys: { NAME: ['from.name', 'to.name'], PERIOD: ['start'], EVIDENCE: ['evidence'] },
  },
  claims: {
    fields: 'id published evidence period { first last } subject { name }',
    keys: {
      NAME: ['subject.name'],
      PERIOD: ['period.first', 'period.last'],
      DATE: ['published'],
      EVIDENCE: ['evidence'],
    },
  },
} as const;

const evidences = ['REPORTED', 'DERIVED', 'ESTIMATED', 'FORECAST', 'SCENARIO'];

function sortedBy(node: Node, path: string): string | null {
  const value = path.split('.').reduce<unknown>((so, step) => (so == null ? so : Object(so)[step]), node);
  if (value == null) return null;
  const text = String(value);
  if (path === 'evidence') return String(evidences.indexOf(text));
  if (/name$/.test(path)) return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const last = { 4: '-12-31', 7: text === '2024-02' ? '-29' : '-31' }[text.length] ?? '';
  return text + last;
}

const orders = fc.constantFrom(...(Object.keys(lists) as (keyof typeof lists)[])).chain((list) =>
  fc.record({
    list: fc.constant(list),
    order: fc.array(
      fc.record({
        by: fc.constantFrom(...Object.keys(lists[list].keys)),
        direction: fc.constantFrom('ASCENDING', 'DESCENDING'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    lens: fc.constantFrom('{}', '{ sources: ["late", "undated"] }', '{ knownOn: "2024-06-30" }'),
    size: fc.integer({ min: 1, max: 4 }),
  }),
);

describe('orders of several keys', () => {
  test('give every row once, in the same order from either end: unknown last, ties by id', { timeout: 120_000 }, () =>
    fc.assert(
      fc.asyncProperty(orders, async ({ list, order, lens, size }) => {
        const { fields, keys } = lists[list];
        const asked = `[${order.map(({ by, direction }) => `{ by: ${by}, direction: ${direction} }`).join(', ')}]`;
        const forward = await walk(list, asked, fields, lens, size);
        expect(await walk(list, asked, fields, lens, size, true)).toEqual(forward);
        const whole = await walk(list, asked, fields, lens, 100);
        expect(forward).toEqual(whole);
        expect(new Set(forward.map(({ id }) => id)).size).toBe(forward.length);
        for (const [place, next] of forward.slice(1).entries()) {
          const before = forward[place] ?? expect.unreachable('there is one before');
          const difference = order
            .flatMap(({ by, direction }) =>
              ((keys as Record<string, readonly string[]>)[by] ?? []).map((path) => ({ path, direction })),
            )
            .reduce((so, { path, direction }) => {
              const [a, b] = [sortedBy(before, path), sortedBy(next, path)];
              if (so !== 0 || a === b) return so;
              if (a === null || b === null) return a === null ? 1 : -1;
              return (a < b ? -1 : 1) * (direction === 'ASCENDING' ? 1 : -1);
            }, 0);
          expect(difference).toBeLessThanOrEqual(0);
          if (difference === 0 && list !== 'claims') expect(String(before.id) < String(next.id)).toBe(true);
        }
      }),
      { numRuns: 60 },
    ),
  );

  test.each([
    ['companies', 'PERIOD', 'NAME'],
    ['companies', 'DATE', 'NAME'],
    ['sources', 'EVIDENCE', 'NAME, DATE'],
    ['links', 'DATE', 'NAME, PERIOD, EVIDENCE'],
  ])('%s have no key %s', async (list, by, known) => {
    const { body } = await server.ask(`{ ${list}(orderBy: [{ by: ${by} }]) { totalCount } }`);
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_ORDER');
    expect(body.errors?.[0]?.message).toBe(`These rows have no key ${by}: order them by ${known}.`);
  });

  test('figures of claims and links are none to order by', async () => {
    const { body } = await server.ask('{ claims(orderBy: [{ property: HEADCOUNT }]) { totalCount } }');
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_ORDER');
  });

  test('a cursor of another order is refused', async () => {
    const { body } = await server.ask(
      '{ links(first: 1, during: "../..", orderBy: [{ by: NAME }]) { pageInfo { endCursor } } }',
    );
    const cursor = Object(body.data).links.pageInfo.endCursor;
    const other = await server.ask(
      `{ links(first: 1, after: "${cursor}", orderBy: [{ by: EVIDENCE }]) { totalCount } }`,
    );
    expect(other.body.errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
  });
});
