import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { meanRateOf } from '../../src/metrics/meanRateOf.ts';
import type { Rates } from '../../src/store/rates.ts';
import { type Serving, serving } from '../ask.ts';
import { period } from '../metrics/given.ts';
import { publishedData } from '../publishedData.ts';

// What follows for one period from figures of others, as the research found it: asked for, it must come out, by the formula given.

interface Block {
  readonly given?: {
    readonly of?: string;
    readonly property?: string;
    readonly definition?: string;
    readonly sources?: readonly string[];
    readonly unit?: string;
    readonly kind?: string;
  };
  readonly rows?: readonly Row[];
}

interface Row {
  readonly id: string;
  readonly period: string | number;
  readonly formula: string;
  readonly value: number;
}

function blocks(file: string): readonly Block[] {
  return parse(readFileSync(`tests/crossChecks/${file}`, 'utf8'));
}

const published = publishedData();
let server: Serving;
let rates: Rates;
beforeAll(async () => {
  const revision = await published.open();
  server = await serving(revision);
  rates = await revision.rates();
});
afterAll(async () => {
  await server.stop();
  published.remove();
});

const computed = blocks('investments.yaml').flatMap(({ given, rows = [] }) =>
  given?.of === undefined ? [] : rows.map((row) => ({ ...given, ...row })),
);

describe('figures of periods that nobody states', () => {
  test.each(computed)('$id: $of, $period is $formula', async ({ of, property, definition, sources, unit, ...row }) => {
    const { body } = await server.ask(
      `query ($slug: String!, $period: PeriodLabel!, $definition: String, $sources: [ID!]) {
        view(lens: { sources: $sources }) { company(slug: $slug) {
          figure(property: ${property?.toUpperCase().replaceAll('-', '_')}, period: $period, definition: $definition) {
            value low high unit evidence derivation { formula warnings { code } }
          }
        } }
      }`,
      { slug: of?.split(':')[1], period: String(row.period), definition, sources },
    );
    expect(body.errors).toBeUndefined();
    const { figure } = Object(body.data).view.company;
    expect(figure).toEqual({
      value: row.value,
      low: row.value,
      high: row.value,
      unit,
      evidence: 'DERIVED',
      derivation: { formula: expect.any(String), warnings: [] },
    });
    expect(termsOf(figure.derivation.formula)).toEqual(termsOf(row.formula.replaceAll(' - ', ' − ')));
  });
});

const means = blocks('rates.yaml').flatMap(({ given, rows = [] }) => (given?.kind === 'mean' ? rows : []));

describe('mean rates of periods that nobody publishes', () => {
  test.each(means)('$id is the $formula', ({ period: label, value }) => {
    const rate = meanRateOf(rates, 'CNY', period(String(label)), '2026-11-25');
    expect(rate?.origin).toMatchObject({ metric: 'meanRate' });
    expect(Number(rate?.quantity.value?.toFixed(4))).toBe(value);
  });
});

/** The terms of a formula with their signs, in whatever order. */
function termsOf(formula: string): readonly string[] {
  return `+ ${formula}`.split(/ (?=[+−] )/).toSorted();
}
