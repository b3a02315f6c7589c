import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

const published = publishedData();
const server = standingServer(published);

async function errorOf(query: string) {
  const { body } = await server.ask(query);
  const [error] = body.errors ?? [];
  const { code, argument } = error?.extensions ?? {};
  return { code, argument, message: error?.message ?? '' };
}

describe('what is not there is null', () => {
  test.each([
    ['a slug', '{ company(slug: "nobody") { name } }', { company: null }],
    ['an id', '{ node(id: "Company:nobody") { id } }', { node: null }],
    ['a claim', '{ node(id: "Claim:none") { id } }', { node: null }],
    [
      'one of several ids',
      '{ nodes(ids: ["Company:meta", "Company:nobody"]) { id } }',
      { nodes: [{ id: 'Company:meta' }, null] },
    ],
    ['a figure', '{ company(slug: "meta") { figure(property: HEADCOUNT) { value } } }', { company: { figure: null } }],
  ])('%s', async (_what, query, data) => {
    expect((await server.ask(query)).body).toEqual({ data });
  });
});

describe('a clear error', () => {
  test.each([
    [
      'an id without a kind',
      '{ node(id: "meta") { id } }',
      'BAD_ID',
      'id',
      /write kind and slug, such as Company:alibaba/,
    ],
    ['an id of an unknown kind', '{ node(id: "Firm:meta") { id } }', 'BAD_ID', 'id', /Kinds are Company,/],
    ['an id with a broken lens', '{ node(id: "Company:meta~zzz") { id } }', 'BAD_ID', 'id', /lens that cannot be read/],
    ['an overlong id', `{ node(id: "Company:${'x'.repeat(600)}") { id } }`, 'BAD_ID', 'id', /is no id/],
    [
      'a source that is not there',
      '{ view(lens: { sources: ["nothing"] }) { asOf } }',
      'BAD_LENS',
      'lens.sources',
      /no source "nothing"/,
    ],
    ['no source at all', '{ view(lens: { sources: [] }) { asOf } }', 'BAD_LENS', 'lens.sources', /1 to 100/],
    ['no evidence at all', '{ view(lens: { evidence: [] }) { asOf } }', 'BAD_LENS', 'lens.evidence', /empty/],
    [
      'an impossible day',
      '{ view(lens: { asOf: "2024-02-30" }) { asOf } }',
      'BAD_DATE',
      undefined,
      /no day; write for example/,
    ],
    [
      'a malformed period',
      '{ company(slug: "meta") { figure(property: CASH, period: "last year") { value } } }',
      'BAD_PERIOD',
      undefined,
      /2024-H1/,
    ],
    [
      'a fiscal period of a firm without a calendar',
      '{ group(slug: "chinese-tech-firms") { figure(property: CAPITAL_EXPENDITURE, period: "FY2024") { value } } }',
      'BAD_PERIOD',
      'period',
      /fiscal/,
    ],
    [
      'a unit that is none',
      '{ company(slug: "meta") { figure(property: CAPITAL_EXPENDITURE, period: "2024", unit: "quux") { value } } }',
      'BAD_UNIT',
      'unit',
      /currency code/,
    ],
    [
      'a unit of another kind',
      '{ company(slug: "meta") { figure(property: CAPITAL_EXPENDITURE, period: "2024", unit: "MW") { value } } }',
      'UNIT_MISMATCH',
      'unit',
      /USD cannot be given in MW/,
    ],
    [
      'a definition that the property lacks',
      '{ company(slug: "meta") { figure(property: CAPITAL_EXPENDITURE, period: "2024", definition: "net") { value } } }',
      'BAD_ARGUMENT',
      'definition',
      /cash-purchases/,
    ],
    [
      'a supposed quantity without a unit',
      '{ compare(left: { quantity: "5bn" }, right: { quantity: "1bn USD" }) { order } }',
      'BAD_QUANTITY',
      'left.quantity',
      /unit/,
    ],
    [
      'a figure named in part',
      '{ compare(left: { of: "Company:meta" }, right: { quantity: "1bn USD" }) { order } }',
      'BAD_ARGUMENT',
      'left',
      /`of` and `property`/,
    ],
    [
      'a figure of nothing',
      '{ compare(left: { of: "Company:nobody", property: CASH }, right: { quantity: "1bn USD" }) { order } }',
      'NOT_FOUND',
      'left.of',
      /Company:nobody/,
    ],
    [
      'a price that is no money',
      '{ processor(slug: "nvidia-h20") { shipmentValue(scenario: { unitPrice: "5 count" }) { value } } }',
      'BAD_UNIT',
      'scenario.unitPrice',
      /12500 USD/,
    ],
    [
      'a company that is not there',
      '{ groupOf(companies: ["meta", "nobody"]) { name } }',
      'NOT_FOUND',
      'companies',
      /no company "nobody"/,
    ],
    ['a group of nothing', '{ groupOf(companies: []) { name } }', 'BAD_ARGUMENT', 'companies', /1 to 100/],
    [
      'buyers of the wrong kind',
      '{ processor(slug: "nvidia-h20") { shipmentValue(buyers: ["Person:eddie-wu"]) { value } } }',
      'BAD_ID',
      'buyers',
      /takes Company, Group, Place/,
    ],
    ['a negative page', '{ companies(first: -1) { totalCount } }', 'BAD_PAGE', 'first', /1 to 100/],
    ['a huge page', '{ companies(first: 100000) { totalCount } }', 'BAD_PAGE', 'first', /1 to 100/],
    ['both ends of a list', '{ companies(first: 1, last: 1) { totalCount } }', 'BAD_PAGE', 'last', /not both/],
    ['a cursor that is none', '{ companies(after: "here") { totalCount } }', 'BAD_CURSOR', 'after', /cannot be read/],
    [
      'two keys in one',
      '{ companies(orderBy: [{ by: NAME, property: CASH }]) { totalCount } }',
      'BAD_ORDER',
      'orderBy',
      /not both/,
    ],
    [
      'null in a filter',
      '{ companies(where: { slug: { equals: null } }) { totalCount } }',
      'BAD_FILTER',
      'where',
      /leave the field out/,
    ],
    [
      'null deep in a filter',
      '{ investments(where: { not: { amount: { isUnknown: null } } }) { totalCount } }',
      'BAD_FILTER',
      'where',
      /isUnknown/,
    ],
  ])('%s', async (_what, query, code, argument, message) => {
    const error = await errorOf(query);
    expect(error).toMatchObject({ code, argument });
    expect(error.message).toMatch(message);
  });

  test('a cursor of another order', async () => {
    const { body } = await server.ask('{ companies(first: 1) { pageInfo { endCursor } } }');
    const cursor = Object(body.data).companies.pageInfo.endCursor;
    const error = await errorOf(
      `{ companies(first: 1, after: "${cursor}", orderBy: [{ by: NAME, direction: DESCENDING }]) { totalCount } }`,
    );
    expect(error).toMatchObject({ code: 'BAD_CURSOR', argument: 'after' });
  });

  test('a scalar in a variable keeps its code', async () => {
    const { body } = await server.ask(
      'query ($period: PeriodLabel!) { company(slug: "meta") { figure(property: CASH, period: $period) { value } } }',
      {
        period: 'soon',
      },
    );
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_PERIOD' });
  });

  test('one field that fails leaves the others standing', async () => {
    const { body } = await server.ask(
      '{ company(slug: "meta") { name figure(property: CAPITAL_EXPENDITURE, period: "2024", unit: "MW") { value } } }',
    );
    expect(body.data).toEqual({ company: { name: 'Meta', figure: null } });
    expect(body.errors).toHaveLength(1);
  });
});

describe('what costs too much', () => {
  test('depth', async () => {
    const deep = `${'parent { '.repeat(40)}name${' }'.repeat(40)}`;
    expect(await errorOf(`{ company(slug: "meta") { ${deep} } }`)).toMatchObject({ code: 'TOO_COMPLEX' });
  });

  test('pages within pages', async () => {
    const nested =
      'companies(first: 100) { edges { node { investments(first: 100) { edges { node { links(first: 100) { edges { node { id } } } } } } } } }';
    expect(await errorOf(`{ ${nested} }`)).toMatchObject({ code: 'TOO_COMPLEX' });
  });

  test.each([30, 300, 3000])('a filter nested %i deep is refused', async (depth) => {
    const deep = `${'{ not: '.repeat(depth)}{ kinds: [CLOUD] }${' }'.repeat(depth)}`;
    const { status, body } = await server.ask(`{ companies(where: ${deep}) { totalCount } }`);
    expect(status).toBeLessThan(500);
    expect(body.errors?.[0]?.extensions?.code).toMatch(/BAD_FILTER|GRAPHQL_PARSE_FAILED|BAD_USER_INPUT/);
  });

  // 20,000 levels are as much as a request may hold.
  test.each([
    [30, 'BAD_FILTER', 'The filter is nested more than 24 deep: ask in several operations.'],
    [1_000, 'BAD_USER_INPUT', 'The variables are nested more than 100 deep: ask in several operations.'],
    [20_000, 'BAD_USER_INPUT', 'The variables are nested more than 100 deep: ask in several operations.'],
  ])('a filter nested %i deep in the variables is refused, and the server answers on', async (depth, code, message) => {
    const response = await fetch(server.url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"query($where: CompanyFilter) { companies(where: $where) { totalCount } }","variables":{"where":${'{"not":'.repeat(depth)}{}${'}'.repeat(depth)}}}`,
    });
    expect(response.status).toBeLessThan(500);
    expect(Object(await response.json()).errors[0]).toMatchObject({ message, extensions: { code } });
    expect((await server.ask('{ companies { totalCount } }')).body.errors).toBeUndefined();
  });

  test('a filter of a thousand conditions is refused', async () => {
    const twenty = Array.from(
      { length: 20 },
      () =>
        '{ slug: { in: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s"] } }',
    );
    expect(await errorOf(`{ companies(where: { or: [${twenty.join(' ')}] }) { totalCount } }`)).toMatchObject({
      code: 'BAD_FILTER',
    });
  });
});
