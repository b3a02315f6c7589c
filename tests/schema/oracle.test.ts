import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

// Random facts, filters, orders and pages, against what a few lines over arrays say of them. All is asked twice: through
// the default lens, whose figures are prepared, and through one that knows as much, for which they are looked up.

interface Stated {
  readonly period: '2023' | '2024';
  readonly low: number | null;
  readonly high: number | null;
  readonly value: number | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly currency: 'USD' | 'CNY' | 'EUR';
  readonly evidence: 'reported' | 'estimated';
  readonly tentative: boolean;
}

interface Firm {
  readonly name: string;
  readonly claims: readonly Stated[];
}

// Yuan for a dollar; multiples of 56 are whole at both. Of euros no rate is known.
const rates = { USD: { 2023: 1, 2024: 1 }, CNY: { 2023: 7, 2024: 8 }, EUR: null };
const amount = fc.integer({ min: 1, max: 6 }).map((n) => n * 56);

const bounds = fc.oneof(
  { weight: 3, arbitrary: amount.map((n) => ({ low: n, high: n, value: n, lowOpen: false, highOpen: false })) },
  fc.tuple(amount, amount).map(([a, b]) => ({
    low: Math.min(a, b),
    high: Math.max(a, b) + 56,
    value: null,
    lowOpen: false,
    highOpen: false,
  })),
  amount.map((n) => ({ low: n, high: null, value: null, lowOpen: true, highOpen: false })),
  amount.map((n) => ({ low: null, high: n, value: null, lowOpen: false, highOpen: true })),
  fc.constant({ low: null, high: null, value: null, lowOpen: false, highOpen: false }),
);

const stated: fc.Arbitrary<Stated> = fc
  .record({
    period: fc.constantFrom('2023', '2024'),
    currency: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('USD', 'CNY') }, fc.constant('EUR' as const)),
    evidence: fc.constantFrom('reported', 'estimated'),
    tentative: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    bounds,
  })
  .map(({ bounds: ends, ...rest }) => ({ ...rest, ...ends }) as Stated);

const firms: fc.Arbitrary<readonly Firm[]> = fc.array(
  fc.record({
    name: fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta'),
    // One claim of each period and grade of evidence, so that the best one is plain.
    claims: fc.uniqueArray(stated, { maxLength: 3, selector: ({ period, evidence }) => `${period} ${evidence}` }),
  }),
  { minLength: 8, maxLength: 14 },
);

const slugOf = (place: number) => `firm-${String(place).padStart(2, '0')}`;

function textOf({ low, high, value, currency }: Stated): string {
  if (value !== null) return `exactly ${value} ${currency}`;
  if (low !== null && high !== null) return `${low}..${high} ${currency}`;
  if (low !== null) return `>${low} ${currency}`;
  return high !== null ? `<${high} ${currency}` : 'unknown';
}

function filesOf(all: readonly Firm[]): Record<string, string> {
  const files = all.map(({ name, claims }, place) => {
    const same = all.flatMap((other, at) => (other.name === name && at !== place ? [slugOf(at)] : []));
    const lines = claims.map(
      (claim) =>
        `    - { stated: '${textOf(claim)}', period: '${claim.period}', definition: total, source: ${claim.evidence === 'reported' ? 'early' : 'late'}, evidence: ${claim.evidence}${claim.tentative ? ', rank: tentative, reason: weak' : ''}${textOf(claim) === 'unknown' ? ', text: some' : ''} }\n`,
    );
    const claimed = lines.length === 0 ? '' : `claims:\n  revenue:\n${lines.join('')}`;
    return [`companies/${slugOf(place)}.yaml`, `name: ${name}\nsharesNameWith: [${same.join(', ')}]\n${claimed}`];
  });
  return {
    ...Object.fromEntries(files),
    'exchange-rates.yaml':
      'rates:\n  - { currency: CNY, kind: mean, period: 2023, rate: 7, source: early }\n  - { currency: CNY, kind: mean, period: 2024, rate: 8, source: early }\n',
  };
}

/** The claim that answers: of the latest period if none is asked, then what is more than tentative, then what is reported. */
function answerOf({ claims }: Firm, period: string | null): Stated | null {
  const measured = claims.filter((claim) => textOf(claim) !== 'unknown');
  const latest = measured
    .map((claim) => claim.period)
    .sort()
    .at(-1);
  const weight = (claim: Stated) => (claim.tentative ? 2 : 0) + (claim.evidence === 'estimated' ? 1 : 0);
  const [best = null] = measured
    .filter((claim) => claim.period === (period ?? latest))
    .sort((a, b) => weight(a) - weight(b));
  return best === null || best.tentative ? null : best;
}

/** A number of a claim in a currency; null where no rate is known. */
function converted(claim: Stated, number: number, currency: string): number | null {
  const [from, to] = [rates[claim.currency], currency === 'CNY' ? rates.CNY : rates.USD];
  if (claim.currency === currency) return number;
  return from === null ? null : (number / from[claim.period]) * to[claim.period];
}

interface Range {
  readonly kind: 'certainly' | 'possibly';
  readonly limit: 'equals' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan';
  readonly number: number;
  readonly currency: 'USD' | 'CNY';
}

function liesIn(claim: Stated, { kind, limit, number, currency }: Range): boolean {
  if (converted(claim, 1, currency) === null) return false;
  const end = (at: number | null, otherwise: number) =>
    at === null ? otherwise : (converted(claim, at, currency) ?? 0);
  const [low, high] = [end(claim.low, Number.NEGATIVE_INFINITY), end(claim.high, Number.POSITIVE_INFINITY)];
  const [lowOpen, highOpen] = [claim.low === null || claim.lowOpen, claim.high === null || claim.highOpen];
  const above = { certainly: low > number || (low === number && lowOpen), possibly: high > number };
  const below = { certainly: high < number || (high === number && highOpen), possibly: low < number };
  const touches = { low: low === number && !lowOpen, high: high === number && !highOpen };
  switch (limit) {
    case 'moreThan':
      return above[kind];
    case 'lessThan':
      return below[kind];
    case 'atLeast':
      return kind === 'certainly' ? low >= number : above.possibly || touches.high;
    case 'atMost':
      return kind === 'certainly' ? high <= number : below.possibly || touches.low;
    default:
      return kind === 'certainly'
        ? low === number && high === number
        : (above.possibly || touches.high) && (below.possibly || touches.low);
  }
}

interface Question {
  readonly period: '2023' | '2024' | null;
  readonly range: Range | null;
  readonly isUnknown: boolean | null;
  readonly evidence: 'reported' | 'estimated' | null;
  readonly negated: boolean;
  readonly keys: readonly {
    readonly by: 'figure' | 'name';
    readonly descending: boolean;
    readonly period: string | null;
  }[];
  readonly size: number;
}

const question: fc.Arbitrary<Question> = fc.record({
  period: fc.constantFrom('2023', '2024', null),
  range: fc.option(
    fc.record({
      kind: fc.constantFrom('certainly', 'possibly'),
      limit: fc.constantFrom('equals', 'atLeast', 'moreThan', 'atMost', 'lessThan'),
      number: fc.integer({ min: 1, max: 7 }).map((n) => n * 56),
      currency: fc.constantFrom('USD', 'CNY'),
    }),
  ),
  isUnknown: fc.option(fc.boolean(), { freq: 3 }),
  evidence: fc.option(fc.constantFrom('reported', 'estimated'), { freq: 3 }),
  negated: fc.boolean(),
  keys: fc.array(
    fc.record({
      by: fc.constantFrom('figure', 'name'),
      descending: fc.boolean(),
      period: fc.constantFrom('2023', '2024', null),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  size: fc.integer({ min: 1, max: 6 }),
}) as fc.Arbitrary<Question>;

/** The slugs of the firms that meet a question, in its order. */
function expected(
  all: readonly Firm[],
  { period, range, isUnknown, evidence, negated, keys }: Question,
): readonly string[] {
  const meets = (firm: Firm) => {
    const claim = answerOf(firm, period);
    if (claim === null) return isUnknown !== false && range === null && evidence === null;
    return (
      isUnknown !== true &&
      (range === null || liesIn(claim, range)) &&
      (evidence === null || claim.evidence === evidence)
    );
  };
  const keyOf = (firm: Firm, key: Question['keys'][number]): string | number | null => {
    if (key.by === 'name') return firm.name;
    const claim = answerOf(firm, key.period);
    if (claim === null) return null;
    const { low, high, value } = claim;
    const number = value ?? (low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0));
    return converted(claim, number, 'USD');
  };
  const compare = (a: string | number | null, b: string | number | null, descending: boolean) => {
    if (a === b) return 0;
    if (a === null || b === null) return a === null ? 1 : -1;
    return a < b === descending ? 1 : -1;
  };
  return all
    .map((firm, place) => ({ firm, place }))
    .filter(({ firm }) => meets(firm) !== negated)
    .sort((a, b) => {
      for (const key of keys) {
        const difference = compare(keyOf(a.firm, key), keyOf(b.firm, key), key.descending);
        if (difference !== 0) return difference;
      }
      return a.place - b.place;
    })
    .map(({ place }) => slugOf(place));
}

function argumentsOf({ period, range, isUnknown, evidence, negated, keys }: Question): string {
  const is = [
    ...(range === null ? [] : [`${range.kind}: { ${range.limit}: "${range.number} ${range.currency}" }`]),
    ...(isUnknown === null ? [] : [`isUnknown: ${isUnknown}`]),
    ...(evidence === null ? [] : [`evidence: { in: [${evidence.toUpperCase()}] }`]),
  ];
  const figure = `figure: { property: REVENUE${period === null ? '' : `, period: "${period}"`}, is: { ${is.join(', ')} } }`;
  const order = keys.map(({ by, descending, period: of }) => {
    const what = by === 'name' ? 'by: NAME' : `property: REVENUE, unit: "USD"${of === null ? '' : `, period: "${of}"`}`;
    return `{ ${what}, direction: ${descending ? 'DESCENDING' : 'ASCENDING'} }`;
  });
  return `where: { ${negated ? `not: { ${figure} }` : figure} }, orderBy: [${order.join(', ')}]`;
}

describe.each(fc.sample(firms, { numRuns: 4, seed: 7 }).map((all) => [all]))('over random facts', (all) => {
  const server = standingServer(smallData(filesOf(all)));

  async function walk(list: string, size: number, lens: string, backward: boolean) {
    const pages: string[][] = [];
    let cursor: string | null = null;
    for (;;) {
      const place = backward
        ? `last: ${size}${cursor === null ? '' : `, before: "${cursor}"`}`
        : `first: ${size}${cursor === null ? '' : `, after: "${cursor}"`}`;
      const { body } = await server.ask(
        `{ view(lens: { ${lens} }) { companies(${place}, ${list}) { totalCount edges { node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
      );
      expect(body.errors).toBeUndefined();
      const { edges, pageInfo, totalCount } = Object(body.data).view.companies;
      pages.push(edges.map(({ node }: { node: { slug: string } }) => node.slug));
      const more = backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
      if (!more) return { slugs: (backward ? pages.reverse() : pages).flat(), totalCount };
      cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
    }
  }

  test('filters, orders and pages give the rows that arrays give, prepared or looked up, forward and backward', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const slugs = expected(all, asked);
        for (const lens of ['', 'knownOn: "2026-11-24"']) {
          for (const backward of [false, true]) {
            const walked = await walk(argumentsOf(asked), asked.size, lens, backward);
            expect(walked).toEqual({ slugs, totalCount: slugs.length });
          }
        }
      }),
      { numRuns: 15, seed: 11 },
    );
  });
});
