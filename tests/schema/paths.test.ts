import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly start?: string;
  readonly end?: string;
  readonly evidence: string;
  readonly source: string;
}

const firms = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const kinds = ['supplies', 'foundry-for', 'partners-with', 'invests-in'];
const published = new Map([
  ['early', '2024-02-01'],
  ['late', '2025-02-01'],
]);

/** A graph of firms, the same each time, with links of several kinds, dates, sources and evidence. */
const edges: readonly Edge[] = fc
  .sample(
    fc.record({
      from: fc.constantFrom(...firms),
      to: fc.constantFrom(...firms),
      kind: fc.constantFrom(...kinds),
      start: fc.constantFrom(undefined, '2020-01-01', '2022-07-01'),
      end: fc.constantFrom(undefined, undefined, '2023-01-01'),
      evidence: fc.constantFrom('reported', 'reported', 'estimated'),
      source: fc.constantFrom(...published.keys()),
    }),
    { numRuns: 60, seed: 7 },
  )
  .filter(({ from, to }) => from !== to)
  .filter(
    (edge, place, all) =>
      all.findIndex(({ from, to, kind }) => from === edge.from && to === edge.to && kind === edge.kind) === place,
  )
  .map(({ start, end, ...edge }) => ({ ...edge, ...(start && { start }), ...(end && { end }) }));

const server = standingServer(
  smallData(
    Object.fromEntries(
      firms.map((firm) => {
        const links = edges
          .filter(({ from }) => from === firm)
          .map(({ from, ...link }) => `  - ${JSON.stringify(link)}`);
        return [
          `companies/${firm}.yaml`,
          `name: Firm ${firm}\n${links.length === 0 ? '' : `links:\n${links.join('\n')}\n`}`,
        ];
      }),
    ),
  ),
);

interface Question {
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly string[] | null;
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  readonly maxLength: number;
  readonly during: string | null;
  readonly evidence: 'REPORTED' | null;
  readonly asOf: string;
  readonly knownOn: string;
}

const question = fc.record<Question>({
  from: fc.constant('a'),
  to: fc.constantFrom('b', 'c', 'd', 'e'),
  kinds: fc.option(fc.subarray(kinds, { minLength: 1 })),
  direction: fc.constantFrom('OUT', 'IN', 'BOTH'),
  maxLength: fc.integer({ min: 1, max: 4 }),
  during: fc.constantFrom(null, '2021', '../..', '2022-12-31/..'),
  evidence: fc.constantFrom('REPORTED', null),
  asOf: fc.constantFrom('2026-11-25', '2021-06-01', '2019-01-01'),
  knownOn: fc.constantFrom('2026-11-25', '2024-06-01'),
});

/** The days that a period of these questions means. */
const days: Readonly<Record<string, readonly [first: string, last: string]>> = {
  '2021': ['2021-01-01', '2021-12-31'],
  '../..': ['0000-01-01', '9999-12-31'],
  '2022-12-31/..': ['2022-12-31', '9999-12-31'],
};

/** Whether a link is one that the question lets follow. */
function isFollowed(edge: Edge, asked: Question): boolean {
  const [first, last] = (asked.during && days[asked.during]) || [asked.asOf, asked.asOf];
  return (
    (asked.kinds === null || asked.kinds.includes(edge.kind)) &&
    (asked.evidence === null || edge.evidence === 'reported') &&
    (published.get(edge.source) ?? '') <= asked.knownOn &&
    (edge.start ?? '') <= last &&
    (edge.end ?? '9999') > first
  );
}

function idOf({ from, kind, to, start }: Edge): string {
  return `Link:${from}-${kind}-${to}${start === undefined ? '' : `-${start}`}`;
}

/** Every path there is, as its firms and the ids of its links, in order. */
function allPaths(asked: Question): readonly string[] {
  const followed = edges.filter((edge) => isFollowed(edge, asked));
  const found: { readonly firms: readonly string[]; readonly links: readonly string[] }[] = [];
  const walk = (passed: readonly string[], links: readonly string[]) => {
    const last = passed.at(-1) ?? '';
    if (last === asked.to) found.push({ firms: passed, links });
    else if (links.length < asked.maxLength) {
      for (const edge of followed) {
        const ends = [
          ...(asked.direction !== 'IN' && edge.from === last ? [edge.to] : []),
          ...(asked.direction !== 'OUT' && edge.to === last ? [edge.from] : []),
        ];
        for (const end of ends) {
          if (!passed.includes(end)) walk([...passed, end], [...links, idOf(edge)]);
        }
      }
    }
  };
  walk([asked.from], []);
  return found
    .map(({ firms, links }) => `${links.length} ${firms.join(' ')} ${links.join(' ')}`)
    .sort((a, b) => (a < b ? -1 : 1));
}

const page = `edges { cursor node { length evidence entities { slug } links { id claims { definedIn { line } } } } }
  pageInfo { hasNextPage endCursor hasPreviousPage } truncated`;

function operation(asked: Question, paging: string, fields = page): string {
  const { from, to, kinds: among, direction, maxLength, during, evidence } = asked;
  const words = among?.map((kind) => kind.toUpperCase().replaceAll('-', '_'));
  return `{ view(lens: { asOf: "${asked.asOf}", knownOn: "${asked.knownOn}" }) {
    paths(from: "Company:${from}", to: "Company:${to}", direction: ${direction}, maxLength: ${maxLength} ${paging}
      ${words ? `, kinds: [${words.join()}]` : ''} ${during ? `, during: "${during}"` : ''}
      ${evidence ? `, evidence: { atLeast: ${evidence} }` : ''}) { ${fields} } } }`;
}

async function pathsOf(text: string) {
  const { body } = await server.ask(text);
  expect(body.errors).toBeUndefined();
  const { edges: rows, ...others } = Object(body.data).view.paths;
  const printed = rows.map(
    ({ node }: { node: { length: number; entities: { slug: string }[]; links: { id: string }[] } }) => {
      const ids = node.links.map(({ id }) => id.replace(/~.*/, ''));
      return `${node.length} ${node.entities.map(({ slug }) => slug).join(' ')} ${ids.join(' ')}`;
    },
  );
  return { rows, printed, ...others };
}

describe('the paths between two entities', () => {
  test('are all that a search of everything finds, in order, whatever is asked, over both stores', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const expected = allPaths(asked);
        most = Math.max(most, expected.length);
        const { printed, truncated } = await pathsOf(operation(asked, ', first: 100'));
        expect(printed).toEqual(expected.slice(0, 100));
        expect(truncated).toBe(false);
      }),
      { numRuns: 120, seed: 1 },
    );
    expect(most).toBeGreaterThan(100);
  });

  test('come page by page, forward and backward, each once', async () => {
    const asked: Question = {
      from: 'a',
      to: 'b',
      kinds: null,
      direction: 'BOTH',
      maxLength: 3,
      during: '../..',
      evidence: null,
      asOf: '2026-11-25',
      knownOn: '2026-11-25',
    };
    const expected = allPaths(asked);
    expect(expected.length).toBeGreaterThan(15);
    const forward: string[] = [];
    for (let after = ''; ; ) {
      const { printed, pageInfo } = await pathsOf(operation(asked, `, first: 7 ${after}`));
      forward.push(...printed);
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(forward).toEqual(expected);
    const last = await pathsOf(operation(asked, ', last: 5'));
    expect(last.printed).toEqual(expected.slice(-5));
    const before = await pathsOf(operation(asked, `, last: 5, before: "${last.rows[0].cursor}"`));
    expect(before.printed).toEqual(expected.slice(-10, -5));
    const { body } = await server.ask(operation(asked, '', 'totalCount'));
    expect(Object(body.data).view.paths.totalCount).toBe(expected.length);
  });

  test('carry the claims of their links, and the weakest evidence', async () => {
    const { body } = await server.ask(
      '{ paths(from: "Company:a", to: "Company:b", during: "../..", first: 100) { edges { node { evidence links { evidence claims { sources { slug } } } } } } }',
    );
    const paths: readonly { evidence: string; links: readonly { evidence: string; claims: unknown[] }[] }[] = Object(
      body.data,
    ).paths.edges.map(({ node }: { node: unknown }) => node);
    expect(paths.some(({ evidence }) => evidence === 'ESTIMATED')).toBe(true);
    for (const { evidence, links } of paths) {
      expect(evidence).toBe(links.some((link) => link.evidence === 'ESTIMATED') ? 'ESTIMATED' : 'REPORTED');
      expect(links.every(({ claims }) => claims.length === 1)).toBe(true);
    }
  });

  test('cost a read a layer, and nothing the second time', async () => {
    const text =
      '{ paths(from: "Company:a", to: "Company:h", kinds: [SUPPLIES], maxLength: 8) { edges { node { length } } } }';
    const { statements } = await server.ask(text);
    expect(statements).toBeLessThanOrEqual(11);
    expect((await server.ask(text)).statements).toBe(0);
  });

  test.each([
    ['from: "Company:nobody", to: "Company:a"', 'NOT_FOUND', 'from', 'look it up by name'],
    ['from: "Company:a", to: "Company:nobody"', 'NOT_FOUND', 'to', 'look it up by name'],
    ['from: "Company:a", to: "a"', 'BAD_ID', 'to', 'write kind and slug'],
    ['from: "Company:a", to: "Link:x"', 'NOT_FOUND', 'to', ''],
    ['from: "Company:a", to: "Company:a"', 'BAD_ARGUMENT', 'to', 'neighbourhood'],
    ['from: "Company:a", to: "Company:b", maxLength: 0', 'BAD_ARGUMENT', 'maxLength', '1 to 8'],
    ['from: "Company:a", to: "Company:b", maxLength: 9', 'BAD_ARGUMENT', 'maxLength', '1 to 8'],
    ['from: "Company:a", to: "Company:b", evidence: { atLeast: null }', 'BAD_FILTER', 'where', ''],
    ['from: "Company:a", to: "Company:b", first: 101', 'BAD_PAGE', 'first', ''],
    ['from: "Company:a", to: "Company:b", after: "x"', 'BAD_CURSOR', 'after', ''],
  ])('are refused where the question makes no sense: %s', async (args, code, argument, advice) => {
    const { body } = await server.ask(`{ paths(${args}) { truncated } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code, argument });
    expect(body.errors?.[0]?.message).toContain(advice);
  });

  test('are not looked for over kinds of link that there are not', async () => {
    const { body } = await server.ask(
      '{ paths(from: "Company:a", to: "Company:b", kinds: [SUPPLIES, BRIBES]) { truncated } }',
    );
    expect(body.errors?.[0]?.message).toContain('BRIBES');
  });

  test('are not looked for between two lenses', async () => {
    const view = await server.ask('{ view(lens: { asOf: "2021-06-01" }) { company(slug: "a") { id } } }');
    const { id } = Object(view.body.data).view.company;
    const { body } = await server.ask(`{ paths(from: "${id}", to: "Company:b") { truncated } }`);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_ID', argument: 'to' });
  });

  test('refuse the cursor of other ends', async () => {
    const first = await server.ask(
      '{ paths(from: "Company:a", to: "Company:b", during: "../..", first: 1) { pageInfo { endCursor } } }',
    );
    const { endCursor } = Object(first.body.data).paths.pageInfo;
    const { body } = await server.ask(
      `{ paths(from: "Company:a", to: "Company:c", after: "${endCursor}") { truncated } }`,
    );
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
  });
});
