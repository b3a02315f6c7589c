import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

// Firms of which several sources of several days say several things: what a lens sees of each differs.
const firms = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const sources = ['early', 'late', 'undated'];
const evidences = ['reported', 'estimated', 'forecast'];

const files = Object.fromEntries(
  firms.map((firm, place) => {
    const claims = sources.flatMap((source, which) => {
      if ((place + which) % 4 === 3) return [];
      const amount = ((place * 7 + which * 5) % 9) + 1;
      const weak = (place + which) % 5 === 0 ? ', rank: tentative, reason: hearsay' : '';
      const evidence = evidences[(place * 2 + which) % evidences.length];
      return [
        `    - { stated: exactly ${amount}bn USD, period: '2024', definition: total, evidence: ${evidence}${weak}, source: ${source}, text: quoted }\n`,
      ];
    });
    const next = firms[(place + 1) % firms.length];
    const link = `links:\n  - { kind: supplies, to: ${next}, start: ${2020 + place}, source: ${sources[place % 3]} }\n`;
    return [`companies/${firm}.yaml`, `name: Firm ${firm}\nclaims:\n  revenue:\n${claims.join('')}${link}`];
  }),
);
const server = standingServer(smallData(files));

const lenses = fc.record(
  {
    sources: fc.subarray(sources, { minLength: 1 }),
    evidence: fc.subarray(evidences, { minLength: 1 }),
    knownOn: fc.constantFrom('2023-12-31', '2024-06-30', '2025-06-30'),
    asOf: fc.constantFrom('2021-06-30', '2024-06-30'),
    includeTentative: fc.boolean(),
  },
  { requiredKeys: [] },
);

interface Firm {
  readonly slug: string;
  readonly figure: { readonly value: number; readonly tentative: boolean } | null;
  readonly links: Slugs;
}
interface Slugs {
  readonly edges: readonly { readonly node: { readonly slug?: string; readonly id?: string } }[];
  readonly totalCount: number;
}

interface Seen extends Readonly<Record<'atLeast' | 'unknown' | 'ordered' | 'supplying' | 'links', Slugs>> {
  readonly firms: { readonly edges: readonly { readonly node: Firm }[] };
  readonly claims: {
    readonly edges: readonly {
      readonly node: {
        readonly counts: boolean;
        readonly property: string;
        readonly subject: { readonly slug: string };
      };
    }[];
  };
  readonly counting: { readonly totalCount: number };
  readonly sums: {
    readonly aggregate: { readonly countedCount: number; readonly sum: { readonly low: number } | null };
  };
  readonly paths: { readonly totalCount: number };
  readonly groups: {
    readonly groupBy: {
      readonly edges: readonly {
        readonly node: {
          readonly keys: readonly { readonly entity: { readonly slug: string } }[];
          readonly aggregate: { readonly count: number };
        };
      }[];
    };
  };
  readonly around: { readonly links: readonly { readonly id: string }[] };
  readonly dependents: Slugs;
  readonly quoted: Slugs;
}

test('whatever is asked sees through a lens what look-ups see, two views in one request too', async () => {
  const fields = `
    firms: companies { edges { node { slug figure(property: REVENUE, period: "2024") { value tentative } links(direction: OUT) { totalCount edges { node { id } } } } } }
    atLeast: companies(where: { figure: { property: REVENUE, period: "2024", is: { certainly: { atLeast: $least } } } }) { ...Slugs }
    unknown: companies(where: { figure: { property: REVENUE, period: "2024", is: { isUnknown: true } } }) { ...Slugs }
    ordered: companies(orderBy: [{ property: REVENUE, period: "2024", direction: DESCENDING }]) { ...Slugs }
    supplying: companies(where: { links: { some: { kinds: [SUPPLIES] } } }) { ...Slugs }
    claims(first: 100) { edges { node { counts property subject { ... on Entity { slug } } } } }
    counting: claims(where: { counts: true }) { totalCount }
    sums: companies { aggregate(of: { property: REVENUE, period: "2024" }) { countedCount sum { low } } }
    paths(from: "Company:a", to: "Company:b", maxLength: 1) { totalCount }
    groups: claims(where: { counts: true }) { groupBy(keys: [SUBJECT]) { edges { node { keys { entity { slug } } aggregate { count } } } } }
    around: neighbourhood(of: "Company:b", depth: 1) { links { id } }
    dependents(of: "Company:a", kinds: [SUPPLIES], depth: 1) { totalCount edges { node { slug } } }
    quoted: search(text: "quoted", types: [COMPANY]) { totalCount edges { node { slug } } }
    links { totalCount edges { node { id } } }`;
  const query = `query ($one: Lens!, $other: Lens!, $least: Quantity!) {
      one: view(lens: $one) { ...Seen } other: view(lens: $other) { ...Seen }
    }
    fragment Seen on View { ${fields} }
    fragment Slugs on CompanyConnection { totalCount edges { node { slug } } }`;
  await fc.assert(
    fc.asyncProperty(lenses, lenses, fc.integer({ min: 1, max: 9 }), async (one, other, least) => {
      const written = [one, other].map(({ evidence, ...lens }) =>
        evidence ? { ...lens, evidence: evidence.map((each) => each.toUpperCase()) } : lens,
      );
      const { body } = await server.ask(query, { one: written[0], other: written[1], least: `${least}bn USD` });
      expect(body.errors).toBeUndefined();
      for (const [name, lens] of [
        ['one', one],
        ['other', other],
      ] as const) {
        expectConsistent(Object(body.data)[name], lens.includeTentative ?? false, least * 1e9);
      }
    }),
    { numRuns: 30 },
  );
}, 60_000);

function expectConsistent(view: Seen, includeTentative: boolean, least: number): void {
  const all = view.firms.edges.map(({ node }) => node);
  const amountOf = ({ figure }: Firm) =>
    figure === null || (figure.tentative && !includeTentative) ? null : figure.value;
  const slugsOf = (some: readonly Firm[]) => some.map(({ slug }) => slug);
  expect(slugsIn(view.atLeast)).toEqual(slugsOf(all.filter((firm) => (amountOf(firm) ?? 0) >= least)));
  expect(slugsIn(view.unknown)).toEqual(slugsOf(all.filter((firm) => amountOf(firm) === null)));
  const byValue = all.toSorted((a, b) => (amountOf(b) ?? -1) - (amountOf(a) ?? -1) || (a.slug < b.slug ? -1 : 1));
  expect(slugsIn(view.ordered)).toEqual(slugsOf(byValue));
  expect(slugsIn(view.supplying)).toEqual(
    slugsOf(all.filter((firm) => linksFrom(firm).length + linksTo(view, firm) > 0)),
  );
  expect(view.links.edges.map(({ node }) => node.id).sort()).toEqual(all.flatMap(linksFrom).sort());
  const known = all.flatMap((firm) => amountOf(firm) ?? []);
  const { countedCount, sum } = view.sums.aggregate;
  expect([countedCount, sum?.low ?? 0]).toEqual([known.length, known.reduce((total, amount) => total + amount, 0)]);
  expect(view.counting.totalCount).toBe(view.claims.edges.filter(({ node }) => node.counts).length);
  const linksOf = (slug: string) => all.filter((firm) => firm.slug === slug).flatMap(linksFrom);
  expect(view.paths.totalCount).toBe(linksOf('a').length);
  expect(view.around.links.map(({ id }) => id).sort()).toEqual([...linksOf('a'), ...linksOf('b')].sort());
  expect(slugsIn(view.dependents)).toEqual(linksOf('a').map(() => 'b'));
  const counting = view.claims.edges.map(({ node }) => node).filter(({ counts }) => counts);
  const groups = view.groups.groupBy.edges.map(({ node }) => [node.keys[0]?.entity.slug, node.aggregate.count]);
  const ofFirm = (slug: string) => counting.filter(({ subject }) => subject.slug === slug).length;
  expect(groups).toEqual(all.map(({ slug }) => [slug, ofFirm(slug)]).filter(([, count]) => count !== 0));
  const quoted = counting.filter(({ property }) => property === 'REVENUE').map(({ subject }) => subject.slug);
  expect([...slugsIn(view.quoted)].sort()).toEqual([...new Set(quoted)].sort());
}

function linksFrom({ links }: Firm): readonly string[] {
  return links.edges.map(({ node }) => node.id ?? '');
}

/** How many links end at a firm: those that start at the one before it. */
function linksTo(view: Seen, { slug }: Firm): number {
  const before = firms[(firms.indexOf(slug) + firms.length - 1) % firms.length];
  const start = view.firms.edges.find(({ node }) => node.slug === before);
  return start === undefined ? 0 : linksFrom(start.node).length;
}

function slugsIn({ edges, totalCount }: Slugs): readonly (string | undefined)[] {
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.slug);
}
