import { firmName, personName } from '../src/dataset/generatedNames.ts';
import { randomly } from '../src/dataset/randomly.ts';

/** What is asked of generated facts, each time about something else. */
export interface Question {
  readonly name: string;
  /** Milliseconds that it may take on SQLite with a million claims: the median, and the worst where that is bounded; null where nothing is. */
  readonly target: { readonly median: number; readonly worst?: number } | null;
  ask(number: number, firms: number): { readonly query: string; readonly variables: object };
}

const shipments = `edges { node { slug seller { name } buyers { name } period { label } units { value text } } }`;

/** The questions, in the order of the table. */
export const questions: readonly Question[] = [
  {
    name: 'shipments of a year with more than so many units, the largest 50',
    target: { median: 20 },
    ask: (number) => ({
      query: `query ($units: Quantity, $year: PeriodLabel) { shipments(first: 50,
        where: { period: { within: $year }, units: { certainly: { atLeast: $units } } },
        orderBy: [{ property: UNITS, direction: DESCENDING }]) { ${shipments} } }`,
      variables: { units: `${100 + number * 37} count`, year: String(2019 + (number % 7)) },
    }),
  },
  {
    name: 'shipments to a firm, by period, the first 50',
    target: { median: 20 },
    ask: (number) => ({
      query: `query ($buyer: String) { shipments(first: 50, where: { buyer: { slug: { equals: $buyer } } }) { ${shipments} } }`,
      variables: { buyer: firmName(number).slug },
    }),
  },
  {
    name: 'stakes above an amount in dollars, the largest 50',
    target: { median: 20 },
    ask: (number) => ({
      query: `query ($amount: Quantity) { investments(first: 50,
        where: { kinds: [STAKE], amount: { certainly: { atLeast: $amount } } },
        orderBy: [{ property: AMOUNT, unit: "USD", direction: DESCENDING }])
        { edges { node { slug investors { name } target { name } amount { value text } } } } }`,
      variables: { amount: `${1 + number}m USD` },
    }),
  },
  {
    name: 'firms of a kind whose name holds some letters, the first 50',
    target: { median: 20 },
    ask: (number) => ({
      query: `query ($letters: String) { companies(first: 50, where: { kinds: [CHIP_DESIGNER], name: { contains: $letters } })
        { edges { node { slug name home { name } } } } }`,
      variables: { letters: firmName(number * 31).slug.slice(0, 3) },
    }),
  },
  ...['SELLER', 'BUYER', 'QUARTER', 'PROCESSOR'].map(
    (key): Question => ({
      name: `units of all shipments by ${key.toLowerCase()}, the first 30 to 99 groups`,
      target: { median: 250 },
      // By another number each time, so that no answer is remembered.
      ask: (number) => ({
        query: `query ($first: Int) { shipments { groupBy(keys: [${key}], of: { property: UNITS }, first: $first,
          orderBy: [{ by: SUM, direction: DESCENDING }]) { edges { node { keys { text } aggregate { count sum { value } } } } } } }`,
        variables: { first: 30 + number },
      }),
    }),
  ),
  {
    name: 'units of the shipments of a year by buyer, the first 30 to 99 groups',
    target: { median: 250 },
    ask: (number) => ({
      query: `query ($first: Int, $year: PeriodLabel) { shipments(where: { period: { within: $year } }) {
        groupBy(keys: [BUYER], of: { property: UNITS }, first: $first, orderBy: [{ by: SUM, direction: DESCENDING }])
        { edges { node { keys { text } aggregate { count sum { value } } } } } } }`,
      variables: { first: 30 + number, year: String(2019 + (number % 7)) },
    }),
  },
  {
    name: 'investments in dollars by investor, the first 30 to 99 groups',
    target: null,
    ask: (number) => ({
      query: `query ($first: Int) { investments { groupBy(keys: [INVESTOR], of: { property: AMOUNT, unit: "USD" }, first: $first,
        orderBy: [{ by: SUM, direction: DESCENDING }]) { edges { node { keys { text } aggregate { count sum { value } } } } } } }`,
      variables: { first: 30 + number },
    }),
  },
  {
    name: 'search for a firm or person with a typing error, the first 20',
    target: { median: 30 },
    ask: (number, firms) => ({
      query: `query ($text: String!) { search(text: $text, first: 20) { edges { node { __typename ... on Company { name } } } } }`,
      variables: { text: misspelt(number, firms) },
    }),
  },
  {
    name: 'the shortest path between two random firms',
    target: { median: 50, worst: 250 },
    ask: (number, firms) => ({
      query: `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to, during: "../..", maxLength: 8, first: 1)
        { edges { node { length entities { slug } links { kind } } } } }`,
      variables: { from: randomFirm(2 * number, firms), to: randomFirm(2 * number + 1, firms) },
    }),
  },
  {
    name: 'the neighbourhood of the largest hub, one and two links away, 100 entities',
    target: { median: 100 },
    ask: (number) => ({
      query: `query ($of: ID!, $depth: Int) { neighbourhood(of: $of, depth: $depth, during: "../..", first: 100)
        { entities { distance entity { slug name } } links { kind } cut { type count } } }`,
      variables: { of: `Company:${firmName(0).slug}`, depth: 1 + (number % 2) },
    }),
  },
];

function randomFirm(number: number, firms: number): string {
  return `Company:${firmName(randomly(number).below(firms)).slug}`;
}

/** A name in which two letters have changed places, or one is missing. */
function misspelt(number: number, firms: number): string {
  const firm = randomly(number).below(firms);
  const name = number % 3 === 0 ? personName(firm).name : firmName(firm).name;
  if (number % 5 === 0) return firmName(firm).chinese;
  const at = 1 + (number % 4);
  const [first = '', second = ''] = [name.charAt(at), name.charAt(at + 1)];
  return number % 2 === 0 ? name.replace(first + second, second + first) : name.slice(0, at) + name.slice(at + 1);
}
