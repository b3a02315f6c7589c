import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Serving, serving } from './ask.ts';
import { publishedData } from './publishedData.ts';

interface Disagreement {
  readonly processor: string;
  readonly property: string;
  readonly definition?: string;
  readonly values: readonly number[];
}

interface Node {
  readonly subject: { readonly slug: string };
  readonly property: string;
  readonly claims: readonly { readonly definition: string | null; readonly figure: { readonly value: number } }[];
}

const published = publishedData();
let server: Serving;
beforeAll(async () => {
  server = await serving(await published.open());
});
afterAll(async () => {
  await server.stop();
  published.remove();
});

test('facts about processors contradict each other where the research found it, and nowhere else', async () => {
  const { body } = await server.ask(`{ discrepancies(kinds: [CLAIMS], subject: { types: [PROCESSOR] }, first: 100) {
    edges { node { subject { slug } property claims { definition figure { value } } } } } }`);
  expect(body.errors).toBeUndefined();
  const { edges } = Object(body.data).discrepancies;
  const found = edges.map(({ node }: { node: Node }) => ({
    processor: node.subject.slug,
    property: node.property.toLowerCase().replaceAll('_', '-'),
    ...(node.claims[0]?.definition && { definition: node.claims[0].definition }),
    values: node.claims.map(({ figure }) => figure.value),
  }));
  const { disagreements } = parse(readFileSync('tests/disagreements.yaml', 'utf8')) as {
    disagreements: Disagreement[];
  };
  expect(inOrder(found)).toEqual(inOrder(disagreements));
});

/** By name; of the values of a fact the different ones, the least first: several sources may give one. */
function inOrder(all: readonly Disagreement[]) {
  return all
    .map((one) => ({ ...one, values: [...new Set(one.values)].sort((a, b) => a - b) }))
    .map((one) => JSON.stringify(one))
    .sort();
}
