import { describe, expect, test } from 'vitest';
import { serving, standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

// Eleven firms, some of one name, some with equal cash, some with none.
const cash = [5, 3, null, 5, 8, null, 1, 3, 5, null, 2];
const published = smallData(
  Object.fromEntries(
    cash.map((amount, i) => [
      `companies/firm-${String(i).padStart(2, '0')}.yaml`,
      `name: Firm ${i % 4}\nsharesNameWith: [${cash
        .map((_, j) => `firm-${String(j).padStart(2, '0')}`)
        .filter((_, j) => j % 4 === i % 4 && j !== i)
        .join(', ')}]\n${
        amount === null
          ? ''
          : `claims:\n  cash:\n    - { stated: exactly ${amount}bn USD, asOf: 2024-06-30, source: early }\n`
      }`,
    ]),
  ),
);

const server = standingServer(published);

interface Page {
  readonly edges: readonly { readonly node: { readonly slug: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

async function page(size: number, order: string, cursor: string | null, backward: boolean): Promise<Page> {
  const place = backward
    ? `last: ${size}${cursor ? `, before: "${cursor}"` : ''}`
    : `first: ${size}${cursor ? `, after: "${cursor}"` : ''}`;
  const { body } = await server.ask(
    `{ companies(${place}${order}) { edges { node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
  expect(body.errors).toBeUndefined();
  return Object(body.data).companies;
}

async function walk(size: number, order: string, backward: boolean): Promise<readonly string[]> {
  const slugs: string[][] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < 20; pages++) {
    const { edges, pageInfo }: Page = await page(size, order, cursor, backward);
    slugs.push(edges.map(({ node }) => node.slug));
    expect(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(cursor !== null);
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) break;
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
  }
  return (backward ? slugs.reverse() : slugs).flat();
}

const byCash = ', orderBy: [{ property: CASH, direction: DESCENDING }]';

test.each([
  ['by name, ties by id', '', [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7]],
  [
    'by name, backwards, ties by id still',
    ', orderBy: [{ by: NAME, direction: DESCENDING }]',
    [3, 7, 2, 6, 10, 1, 5, 9, 0, 4, 8],
  ],
  ['by a figure, the greatest first, unknown last', byCash, [4, 0, 3, 8, 1, 7, 10, 6, 2, 5, 9]],
  ['by a figure, the least first, unknown last', ', orderBy: [{ property: CASH }]', [6, 10, 1, 7, 0, 3, 8, 4, 2, 5, 9]],
  [
    'by a figure, then by name',
    ', orderBy: [{ property: CASH }, { by: NAME, direction: DESCENDING }]',
    [6, 10, 7, 1, 3, 0, 8, 4, 2, 5, 9],
  ],
])('walking %s, gives each row once, either way', async (_what, order, expected) => {
  const slugs = expected.map((i) => `firm-${String(i).padStart(2, '0')}`);
  for (const size of [1, 2, 3, 11, 100]) {
    expect(await walk(size, order, false)).toEqual(slugs);
    expect(await walk(size, order, true)).toEqual(slugs);
  }
});

test('the count is of all pages, and of what the filter left', async () => {
  const { body } = await server.ask(
    '{ all: companies(first: 2) { totalCount } few: companies(first: 1, where: { name: { equals: "firm 3" } }) { totalCount } }',
  );
  expect(body.data).toEqual({ all: { totalCount: 11 }, few: { totalCount: 2 } });
});

describe('a cursor', () => {
  const first = async (list: string) => {
    const { body } = await server.ask(`{ ${list} { pageInfo { endCursor } } }`);
    return String(Object(Object.values(Object(body.data))[0]).pageInfo.endCursor);
  };
  const asked = async (list: string) => (await server.ask(`{ ${list} { totalCount } }`)).body;

  test.each([
    ['of another order', 'companies(first: 2, orderBy: [{ property: CASH }])', '', /in another order/],
    ['of another filter', 'companies(first: 2, where: { slug: { startsWith: "firm" } })', '', /another filter/],
    ['of no filter', 'companies(first: 2)', ', where: { slug: { startsWith: "firm" } }', /another filter/],
  ])('%s is refused', async (_what, list, more, message) => {
    const { errors } = await asked(`companies(first: 2, after: "${await first(list)}"${more})`);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_CURSOR', argument: 'after' },
    });
  });

  test('of another lens is refused', async () => {
    const cursor = await first('companies(first: 2, orderBy: [{ property: CASH }])');
    const list = `companies(first: 2, orderBy: [{ property: CASH }], after: "${cursor}") { totalCount }`;
    const { body } = await server.ask(`{ view(lens: { knownOn: "2024-12-31" }) { ${list} } }`);
    expect(body.errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
  });

  test('that was changed is refused, and one of another form', async () => {
    const cursor = await first('companies(first: 2)');
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const changed = (by: (parts: unknown[]) => unknown[]) =>
      Buffer.from(JSON.stringify(by([...parts]))).toString('base64url');
    for (const other of [
      changed((all) => [...all.slice(0, -1), 10 ** 6]),
      changed((all) => [1, ...all.slice(1)]),
      changed((all) => all.slice(0, 5)),
      Buffer.from('{}').toString('base64url'),
    ]) {
      expect((await asked(`companies(first: 2, after: "${other}")`)).errors?.[0]?.extensions?.code).toBe('BAD_CURSOR');
    }
  });

  test('of another revision is refused, whose rows stand elsewhere', async () => {
    const other = smallData({ 'companies/firm-00.yaml': 'name: Firm 0\n', 'companies/firm-01.yaml': 'name: Firm 1\n' });
    const elsewhere = await serving(await other.open());
    try {
      const { body } = await elsewhere.ask('{ companies(first: 1) { pageInfo { endCursor } } }');
      const { errors } = await asked(`companies(first: 1, after: "${Object(body.data).companies.pageInfo.endCursor}")`);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(/another revision/),
        extensions: { code: 'BAD_CURSOR' },
      });
    } finally {
      await elsewhere.stop();
      other.remove();
    }
  });
});

test('a name that several bear is an error that lists the slugs', async () => {
  const { body } = await server.ask('{ company(slug: "Firm 3") { name } }');
  expect(body.errors?.[0]).toMatchObject({
    extensions: { code: 'AMBIGUOUS_NAME' },
    message: expect.stringContaining('firm-03, firm-07'),
  });
});
