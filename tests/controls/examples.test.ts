import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { BuyerShape } from '../../schema/buyer.ts';
import { evaluate } from '../../src/controls/evaluate.ts';
import type { Evaluation, WeighedCondition } from '../../src/controls/evaluation.ts';
import type { Fact, Question, Span } from '../../src/controls/question.ts';
import type { ExporterRole, Reading } from '../../src/controls/vocabulary.ts';
import type { Decimal } from '../../src/quantity/decimal.ts';
import { publishedData } from '../publishedData.ts';
import { item, type Written } from './facts.ts';
import { RuledWorld } from './ruledWorld.ts';

interface Example {
  readonly question: {
    readonly id: string;
    readonly processor?: string;
    readonly supposed?: string;
    readonly with?: Readonly<Record<string, Written>>;
    readonly destination: string;
    readonly buyer?: BuyerShape;
    readonly exporter?: ExporterRole;
    readonly on: string;
    readonly reading?: Reading;
  };
  readonly answer: {
    readonly outcome: string;
    readonly policy?: string | readonly string[];
    readonly clause?: string;
    readonly candidates?: readonly object[];
    readonly clauses?: readonly string[];
    readonly missing?: readonly string[];
    readonly tentative?: boolean;
    readonly rate?: number;
    readonly quota?: number;
  };
  readonly conditions?: readonly {
    readonly quantity: string;
    readonly actual: Written | null;
    readonly operator: string;
    readonly threshold: unknown;
    readonly met: boolean | null;
    readonly margin?: number | readonly [number, number];
  }[];
}

const { supposed, examples }: { supposed: Record<string, Record<string, Written>>; examples: Example[] } = parse(
  readFileSync('tests/controls/examples.yaml', 'utf8'),
);
const published = publishedData();
let world: RuledWorld;
beforeAll(async () => {
  world = await RuledWorld.open(published);
});
afterAll(published.remove);

test.each(examples)('$question.id to $question.destination on $question.on', async (example) => {
  const { answer } = example;
  const { outcome, policy, clause, candidates, missing, tentative } = evaluate(world.rules, await asked(example));
  const keys = candidates.flatMap((candidate) => candidate.clause?.key ?? []);
  expect({
    outcome,
    ...(answer.policy !== undefined && { policy: policy ?? candidates.map((candidate) => candidate.policy) }),
    ...(answer.clause !== undefined && { clause: clause?.key }),
    ...(answer.candidates !== undefined && { candidates: candidates.map(named) }),
    ...(answer.clauses !== undefined && { clauses: keys.toSorted() }),
    ...(answer.missing !== undefined && { missing }),
    ...(answer.rate !== undefined && { rate: clause?.rate }),
    ...(answer.quota !== undefined && { quota: clause?.quota?.limit }),
    tentative,
  }).toEqual({ tentative: false, ...answer });
});

const withConditions = examples.filter(({ conditions = [] }) => conditions.length > 0);

test.each(withConditions)('the conditions of $question.id', async (example) => {
  const evaluation = evaluate(world.rules, await asked(example));
  for (const expected of example.conditions ?? []) {
    const found = conditionOf(evaluation, expected);
    expect(found.met, found.text).toBe(expected.met);
    expectNumbers(found.actual, expected.actual, found.text);
    if (expected.margin !== undefined) expectNumbers(found.margin, expected.margin, found.text);
  }
});

async function asked({ question }: Example): Promise<Question> {
  const {
    processor,
    supposed: name = '',
    destination,
    buyer,
    exporter = 'designer',
    on,
    reading = 'practice',
  } = question;
  const known = processor === undefined ? item(supposed[name] ?? {}) : await world.item(processor);
  return {
    item: { ...known, ...item(question.with ?? {}) },
    destination: world.location(destination),
    buyer: buyer === undefined ? null : await world.buyer(buyer),
    exporter,
    day: on,
    reading,
    shipped: null,
  };
}

function named({ outcome, policy }: Evaluation['candidates'][number]): object {
  return policy === null ? { outcome } : { outcome, policy };
}

function conditionOf(
  { conditions }: Evaluation,
  { quantity, operator, threshold }: { quantity: string; operator: string; threshold: unknown },
): WeighedCondition {
  const found = conditions.find(
    ({ comparison }) =>
      comparison.quantity === quantity &&
      comparison.operator === operator &&
      JSON.stringify(comparison.value) === JSON.stringify(threshold),
  );
  return (
    found ??
    expect.fail(`${quantity} ${operator} ${threshold} is not weighed: ${conditions.map(({ text }) => text).join('; ')}`)
  );
}

function expectNumbers(found: Fact | Span | null, expected: Written | null, text: string): void {
  if (expected === null || found === null) {
    expect(found, text).toBe(expected);
    return;
  }
  if (typeof expected === 'boolean' || typeof expected === 'string') {
    expect(found, text).toMatchObject(typeof expected === 'boolean' ? { is: expected } : { word: expected });
    return;
  }
  if (!('low' in found)) expect.fail(`${text} is no number`);
  const [low, high] = typeof expected === 'number' ? [expected, expected] : expected;
  const central = typeof expected === 'number' ? found.value : null;
  expectClose(central ?? found.low, low, text);
  expectClose(central ?? found.high, high, text);
}

/** Examples give four digits after the point, or all. */
function expectClose(found: Decimal | null, expected: number | null, text: string): void {
  if (expected === null || found === null) expect(found, text).toBe(expected);
  else expect(Math.abs(found.toNumber() - expected), `${text}: ${found} is not ${expected}`).toBeLessThan(0.000_051);
}
