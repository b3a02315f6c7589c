import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { evidences } from '../../src/quantity/evidence.ts';
import { warningCodes } from '../../src/quantity/figure.ts';
import { type PropertyId, properties } from '../../src/quantity/vocabulary.ts';

const property = z.custom<PropertyId>((word) => typeof word === 'string' && word in properties, 'no such property');
const period = z.union([z.string(), z.number()]).transform(String);

const named = z.strictObject({
  of: z.string(),
  property,
  definition: z.string().optional(),
  period: period.optional(),
  sources: z.array(z.string()).optional(),
  /** Of a market: whose share or size, and of what. */
  company: z.string().optional(),
  scope: z.string().optional(),
});

const input = z.union([
  named,
  z.strictObject({ rate: z.string(), period }),
  z.strictObject({ stated: z.string() }),
  z.string(),
]);

const discrepancy = z.strictObject({
  kind: z.enum(['claims', 'total', 'growth', 'dispute', 'name']),
  of: z.string(),
  property: property.optional(),
  period: period.optional(),
});

const computation = z
  .strictObject({
    id: z.string(),
    what: z.string(),
    formula: z.string(),
    inputs: z.record(z.string(), input),
    value: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    lowOpen: z.boolean().default(false),
    unit: z.string(),
    evidence: z.enum(evidences).optional(),
    warning: z.enum(warningCodes).optional(),
    with: z.union([named, z.strictObject({ sum: z.array(named) })]).optional(),
    verdict: z.enum(['agree', 'disagree']).optional(),
    discrepancy: discrepancy.optional(),
  })
  .refine((row) => (row.with === undefined) === (row.verdict === undefined), 'a verdict is about `with`');

const aboutClaims = z.strictObject({
  id: z.string(),
  what: z.string(),
  of: z.string(),
  property: property.optional(),
  /** What claims of one fact say. */
  values: z.array(z.string()).optional(),
  disputed: z.boolean().optional(),
  claims: z.number().optional(),
  rank: z.string().optional(),
  discrepancy: discrepancy.optional(),
});

const sharedName = z.strictObject({
  id: z.string(),
  what: z.string(),
  named: z.string(),
  type: z.literal('Person'),
  found: z.array(z.string()),
  discrepancy: discrepancy.optional(),
});

const dayRate = z.strictObject({
  id: z.string(),
  period: z.string(),
  formula: z.string(),
  value: z.number(),
  low: z.number(),
  high: z.number(),
});

const dayRates = z.strictObject({
  what: z.string(),
  given: z.strictObject({ rate: z.string(), kind: z.literal('last-day') }),
  rows: z.array(dayRate),
});

/** What tests/schema/computedPeriods.test.ts does: figures of periods out of others, and means of months. */
const doneElsewhere = {
  investments: z.strictObject({
    what: z.string(),
    given: z.looseObject({ of: z.string() }),
    rows: z.array(z.unknown()),
  }),
  rates: z.strictObject({
    what: z.string(),
    given: z.looseObject({ kind: z.literal('mean') }),
    rows: z.array(z.unknown()),
  }),
};

const entry = z.union([computation, aboutClaims, sharedName, dayRates]);

/** The name of a figure of the graph. */
export type Named = z.infer<typeof named>;

/** What an operand stands for. */
export type Input = z.infer<typeof input>;

/** A row that computes something. */
export type Computation = z.infer<typeof computation>;

/** The rows of the five files, by what is to be done with them. Strict: a key that no test looks at does not pass. */
export function crossChecks() {
  const all = [
    ...read('companies', z.never()),
    ...read('investments', doneElsewhere.investments),
    ...read('markets', z.never()),
    ...read('shipments', z.never()),
    ...read('rates', doneElsewhere.rates),
  ];
  return {
    computations: all.filter((row) => 'inputs' in row),
    aboutClaims: all.filter((row) => 'of' in row),
    sharedNames: all.filter((row) => 'named' in row),
    dayRates: all.flatMap((row) => ('rows' in row ? row.rows : [])),
  };
}

function read(file: string, skipped: z.ZodType): readonly z.infer<typeof entry>[] {
  const rows: readonly unknown[] = parse(readFileSync(`tests/crossChecks/${file}.yaml`, 'utf8'));
  return rows.filter((row) => !skipped.safeParse(row).success).map((row) => entry.parse(row));
}
