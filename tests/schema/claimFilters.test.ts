import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

const server = standingServer(
  smallData({
    'sources/agency.yaml': 'name: An agency\npublisher: News Agency\npublished: 2024-01\n',
    'people/ann.yaml': 'name: Ann\n',
    'companies/firm.yaml': `name: Firm
claims:
  headcount:
    - { id: c-few, stated: exactly 100 count, period: 2023, source: early }
    - { id: c-more, stated: about 200 count, period: 2024, sources: [late, agency], published: 2024-09-01 }
  cash:
    - { id: c-cash, stated: exactly 5bn USD, asOf: 2024-06-30, source: early }
  statement:
    - { id: c-said, text: 'We spend 100 % of it on Chips', asOf: 2024-08, speaker: ann, kind: opinion, source: early }
    - { id: c-words, text: Too few chips, asOf: 2024-09, speakerWords: an analyst, evidence: estimated, source: undated }
  revenue:
    - { id: c-power, stated: exactly 1bn USD, period: 2022, definition: total, source: early }
    - { id: c-guess, stated: exactly 2bn USD, period: 2022, definition: total, source: late }
  ownership: [{ id: c-own, text: public, source: late, rank: tentative, reason: weak }]
links:
  - { id: c-link, kind: supplies, to: other, source: early, deniedBy: [other] }
  - { kind: partners-with, to: other, source: early }
`,
    'companies/other.yaml': 'name: Other\n',
    'investments/firm.yaml': `- kind: capital-expenditure
  period: 2024-H1
  claims:
    amount:
      - { id: c-paid, stated: exactly 3bn USD, definition: cash-purchases, source: early }
      - { id: c-spent, stated: '>4bn USD', definition: with-finance-leases, source: late }
      - { id: c-wrong, stated: 9bn USD, source: early, rank: deprecated, reason: wrong }
`,
  }),
);

async function ids(where: string, lens?: string): Promise<readonly string[]> {
  const query = `claims(where: ${where}) { edges { node { id } } totalCount }`;
  const { body } = await server.ask(lens === undefined ? `{ ${query} }` : `{ view(lens: ${lens}) { ${query} } }`);
  expect(body.errors).toBeUndefined();
  const { edges, totalCount } = lens === undefined ? Object(body.data).claims : Object(body.data).view.claims;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }: { node: { id: string } }) => node.id.replace('Claim:', '')).sort();
}

describe('conditions on claims', () => {
  test('by their definition', async () => {
    expect(await ids('{ definition: { equals: "cash-purchases" } }')).toEqual(['c-paid']);
    expect(await ids('{ definition: { startsWith: "with finance" } }')).toEqual(['c-spent']);
    expect(await ids('{ properties: [AMOUNT, CASH], definition: { isUnknown: true } }')).toEqual(['c-cash']);
    expect(await ids('{ definition: { equals: "of no property" } }')).toEqual([]);
  });

  test('by their period, the day as of which they hold included', async () => {
    expect(await ids('{ period: { within: "2024", interval: HALF_YEAR } }')).toEqual(['c-paid', 'c-spent', 'c-wrong']);
    expect(await ids('{ properties: [HEADCOUNT], period: { in: ["2022", "2023"] } }')).toEqual(['c-few']);
    expect(await ids('{ properties: [CASH, OWNERSHIP], period: { isUnknown: true } }')).toEqual(['c-own']);
    expect(await ids('{ properties: [CASH], period: { equals: "2024-06-30" } }')).toEqual(['c-cash']);
  });

  test('by their number, in other units too, tentative and deprecated ones included', async () => {
    expect(await ids('{ figure: { certainly: { atLeast: "4bn USD" } } }')).toEqual(['c-cash', 'c-spent', 'c-wrong']);
    expect(await ids('{ counts: true, figure: { certainly: { atLeast: "5000m USD" } } }')).toEqual(['c-cash']);
    expect(await ids('{ figure: { possibly: { moreThan: "200 count" } } }')).toEqual(['c-more']);
    expect(await ids('{ figure: { isUnknown: true }, properties: [HEADCOUNT, OWNERSHIP] }')).toEqual(['c-own']);
    expect(await ids('{ figure: { definition: "with-finance-leases" } }')).toEqual(['c-spent']);
    expect(await ids('{ figure: { sources: ["late"], isUnknown: false } }')).toEqual(['c-guess', 'c-more', 'c-spent']);
    expect(await ids('{ not: { figure: { certainly: { atLeast: "1 count" } } }, properties: [HEADCOUNT] }')).toEqual(
      [],
    );
  });

  test('by whether another claim contradicts theirs', async () => {
    expect(await ids('{ figure: { isDisputed: true } }')).toEqual(['c-guess', 'c-power']);
    expect(await ids('{ properties: [REVENUE, HEADCOUNT], figure: { isDisputed: false } }')).toEqual([
      'c-few',
      'c-more',
    ]);
    expect(await ids('{ figure: { isDisputed: true } }', '{ sources: ["early"] }')).toEqual([]);
  });

  test('by their text, whatever its case; marks mean themselves', async () => {
    expect(await ids('{ text: { contains: "CHIPS" } }')).toEqual(['c-said', 'c-words']);
    expect(await ids('{ text: { startsWith: "we spend" } }')).toEqual(['c-said']);
    expect(await ids('{ properties: [HEADCOUNT, OWNERSHIP], text: { isUnknown: true } }')).toEqual(['c-few', 'c-more']);
  });

  test('by evidence, rank and whether they count', async () => {
    expect(await ids('{ evidence: { in: [ESTIMATED] } }')).toEqual(['c-words']);
    expect(await ids('{ ranks: [TENTATIVE, DEPRECATED] }')).toEqual(['c-own', 'c-wrong']);
    expect(await ids('{ properties: [AMOUNT], counts: false }')).toEqual(['c-wrong']);
  });

  test('by a source, its publisher, and who said it', async () => {
    expect(await ids('{ source: { publisher: { equals: "news agency" } } }')).toEqual(['c-more']);
    expect(await ids('{ source: { published: { isUnknown: true } } }')).toEqual(['c-words']);
    expect(await ids('{ speaker: { slug: { equals: "ann" } } }')).toEqual(['c-said']);
    expect(await ids('{ properties: [STATEMENT], speaker: { isUnknown: true } }')).toEqual(['c-words']);
    expect(await ids('{ subject: { types: [INVESTMENT] }, source: { slug: { equals: "late" } } }')).toEqual([
      'c-spent',
    ]);
  });

  test('by the day they became known in the view', async () => {
    expect(await ids('{ properties: [HEADCOUNT], published: { before: "2024-06-30" } }')).toEqual(['c-few']);
    expect(await ids('{ properties: [HEADCOUNT], published: { equals: "2024-09-01" } }')).toEqual(['c-more']);
    expect(await ids('{ published: { isUnknown: true } }')).toEqual(['c-words']);
    expect(await ids('{ published: { within: "2025" } }', '{ sources: ["late"] }')).toEqual([
      'c-guess',
      'c-own',
      'c-spent',
    ]);
    expect(await ids('{ properties: [HEADCOUNT] }', '{ knownOn: "2024-08-31" }')).toEqual(['c-few']);
  });
});

describe('links', () => {
  test('that somebody denies are disputed, where the claim counts', async () => {
    const kinds = async (where: string, lens = '{}') => {
      const { body } = await server.ask(
        `{ view(lens: ${lens}) { links(during: "../..", where: ${where}) { edges { node { kind disputed } } } } }`,
      );
      expect(body.errors).toBeUndefined();
      return Object(body.data).view.links.edges.map(({ node }: { node: object }) => node);
    };
    expect(await kinds('{ isDisputed: true }')).toEqual([{ kind: 'SUPPLIES', disputed: true }]);
    expect(await kinds('{ isDisputed: false }')).toEqual([{ kind: 'PARTNERS_WITH', disputed: false }]);
    expect(await kinds('{ isDisputed: true }', '{ sources: ["late"] }')).toEqual([]);
  });
});
