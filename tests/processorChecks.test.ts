import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Serving, serving } from './ask.ts';
import { publishedData } from './publishedData.ts';

// What research computed from the specifications by itself must come out of the claims here: tests/crossChecks/processors.yaml says how.

interface Performance {
  readonly of: string;
  readonly value: number | null;
  readonly decides?: readonly string[];
  readonly evidence?: string;
  readonly tentative?: boolean;
  readonly low?: number;
}

interface Density extends Performance {
  readonly area?: number;
  readonly high?: number;
}

interface Named {
  readonly of: string;
  readonly property?: string;
  readonly definition?: string;
  readonly per?: string;
}

interface Check {
  readonly id: string;
  readonly what: string;
  readonly inputs?: Readonly<Record<string, Named>>;
  readonly formula?: string;
  readonly unit?: string;
  readonly ours: number | null;
}

interface Disagreement extends Named {
  readonly property: string;
  readonly values: readonly number[];
  readonly disputed: boolean;
}

const file = parse(readFileSync('tests/crossChecks/processors.yaml', 'utf8'));
const performances: readonly Performance[] = file['total-processing-performance'];
const densities: readonly Density[] = file['performance-density'];
const checks: readonly Check[] = file.checks;
const disagreements: readonly Disagreement[] = file.disagreements;

/** Figures are given to at least four digits. */
const tolerance = 5e-5;

const published = publishedData();
let server: Serving;
const found = new Map<string, ReturnType<typeof Object>>();
beforeAll(async () => {
  server = await serving(await published.open());
  for (let after = ''; ; ) {
    const { processors } =
      await data(`{ processors(first: 100${after}) { pageInfo { hasNextPage endCursor } edges { node {
      slug
      performance: figure(property: TOTAL_PROCESSING_PERFORMANCE) { ...Computed }
      area: figure(property: APPLICABLE_DIE_AREA) { value }
      density: figure(property: PERFORMANCE_DENSITY) { ...Computed }
    } } } } fragment Computed on Figure { value low high tentative evidence derivation { inputs { name } warnings { message } } }`);
    for (const { node } of processors.edges) found.set(node.slug, node);
    if (!processors.pageInfo.hasNextPage) break;
    after = `, after: "${processors.pageInfo.endCursor}"`;
  }
});
afterAll(async () => {
  await server.stop();
  published.remove();
});

async function data(query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

function expectNumber(actual: number | null, expected: number | null): void {
  if (expected === null) {
    expect(actual).toBeNull();
    return;
  }
  expect(actual).toBeTypeOf('number');
  expect(Math.abs(Number(actual) - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    Math.abs(expected) * tolerance,
  );
}

describe('total processing performance', () => {
  test.each(performances)('of $of is $value', ({ of, value, decides = [], evidence = 'derived', tentative, low }) => {
    const { performance } = found.get(of);
    expectNumber(performance.value, value);
    if (low !== undefined) expectNumber(performance.low, low);
    const names = performance.derivation.inputs.map(({ name }: { name: string }) => name.split('/')[0]);
    expect([...new Set(names)].sort()).toEqual([...decides].sort());
    if (decides.length === 0) return expect(performance.derivation.warnings).toHaveLength(1);
    expect([performance.evidence.toLowerCase(), performance.tentative]).toEqual([evidence, tentative === true]);
  });
});

describe('performance density', () => {
  test.each(densities)('of $of is $value', ({ of, value, area, evidence = 'derived', tentative, low, high }) => {
    const { density, area: applicable } = found.get(of);
    expectNumber(density.value, value);
    if (area !== undefined) expectNumber(applicable.value, area === 0 ? null : area);
    if (low !== undefined) expectNumber(density.low, low);
    if (high !== undefined) expectNumber(density.high, high);
    if (value === null) return;
    expect([density.evidence.toLowerCase(), density.tentative]).toEqual([evidence, tentative === true]);
  });
});

describe('beside the figures of others', () => {
  // Without inputs there is nothing to compute here; what a deprecated claim would give counts in no view.
  const computed = checks.filter(
    ({ inputs, formula = '', ours }) => inputs && ours !== null && !/deprecated/.test(formula),
  );

  test.each(computed)('$id: $what', async ({ inputs = {}, formula = 'a', unit, ours }) => {
    const values = new Map<string, number>();
    for (const [name, input] of Object.entries(inputs)) values.set(name, await figureValue(input));
    const scale = unit === undefined ? 1 : (scales[unit] ?? 1);
    expectNumber(calculate(formula, values) * scale, ours);
  });
});

/** From the teras of performances. */
const scales: Readonly<Record<string, number>> = { 'EFLOP/s': 1e-6, 'PFLOP/s': 1e-3, 'POP/s': 1e-3 };

async function figureValue({ of, property = 'total-processing-performance', definition, per }: Named): Promise<number> {
  const name = property.toUpperCase().replaceAll('-', '_');
  if (per !== undefined) {
    const { processor } = await data(
      `{ processor(slug: "${of}") { claims(where: { properties: [${name}], counts: true }) { edges { node { qualifiers { text } figure { value } } } } } }`,
    );
    const ofThat = processor.claims.edges.filter(({ node }: { node: { qualifiers: { text: string }[] } }) =>
      node.qualifiers.some(({ text }) => text === per),
    );
    return Number(ofThat[0].node.figure.value);
  }
  const asked = definition === undefined ? '' : `, definition: "${definition}"`;
  const { processor } = await data(`{ processor(slug: "${of}") { figure(property: ${name}${asked}) { value } } }`);
  return Number(processor.figure.value);
}

/** Of `(1 - a / b) x 100` the number: sums of products, brackets first. */
function calculate(formula: string, values: ReadonlyMap<string, number>): number {
  const inner = /\(([^()]*)\)/.exec(formula);
  if (inner) return calculate(formula.replace(inner[0], String(calculate(inner[1] ?? '', values))), values);
  return formula
    .split(/ (?=[+-] )/)
    .map((term) =>
      term.startsWith('- ') ? -product(term.slice(2), values) : product(term.replace(/^\+ /, ''), values),
    )
    .reduce((sum, term) => sum + term, 0);
}

function product(term: string, values: ReadonlyMap<string, number>): number {
  const [first = '', ...rest] = term.split(/ (?=[x/] )/);
  const of = (word: string) => values.get(word) ?? Number(word);
  return rest.reduce(
    (so, step) => (step.startsWith('/') ? so / of(step.slice(2)) : so * of(step.slice(2))),
    of(first.trim()),
  );
}

describe('sources that disagree', () => {
  test.each(disagreements)(
    'about the $property $definition of $of',
    async ({ of, property, definition, values, disputed }) => {
      const name = property.toUpperCase().replaceAll('-', '_');
      const asked = definition === undefined ? '' : `, definition: "${definition}"`;
      const { processor } = await data(
        `{ processor(slug: "${of}") { figure(property: ${name}${asked}) { disputed claim { rank figure { value } } others { figure { value } } } } }`,
      );
      const { claim, others, disputed: isDisputed } = processor.figure;
      expect(isDisputed).toBe(disputed);
      const claims = [claim, ...others];
      const all = claims.map(({ figure }: { figure: { value: number | null } }) => figure.value);
      // Among weak figures research has its choice, which their one rank cannot say: the latest published is the best here.
      if (claim.rank !== 'TENTATIVE') expect(all[0]).toBe(values[0]);
      for (const value of values) expect(all).toContain(value);
    },
  );
});
