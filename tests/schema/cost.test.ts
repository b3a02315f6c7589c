import { createHook } from 'node:async_hooks';
import { type ExecutionResult, execute, parse } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { createContext } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import type { Revision } from '../../src/store/revision.ts';
import { publishedData } from '../publishedData.ts';
import { smallData } from '../smallData.ts';

const cleanUp: (() => void)[] = [];
afterAll(() => {
  for (const clean of cleanUp) clean();
});

/** Runs an operation and counts the SQL statements and promises that it costs. */
async function costOf(revision: Revision, query: string) {
  const document = parse(query);
  const context = createContext(revision);
  const before = revision.statements;
  let promises = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'PROMISE') promises += 1;
    },
  }).enable();
  const pending = execute({ schema, document, contextValue: context, rootValue: context.view() });
  hook.disable();
  const result: ExecutionResult = await pending;
  expect(result.errors).toBeUndefined();
  return { statements: revision.statements - before, promises, isAtOnce: pending === result, data: result.data };
}

/** So many companies, each with a home, a person and capital expenditure of two years. */
function firms(count: number) {
  const files: Record<string, string> = {};
  for (let i = 0; i < count; i++) {
    files[`companies/firm-${i}.yaml`] = `name: Firm ${i}\nhome: cn\n`;
    files[`people/head-${i}.yaml`] =
      `name: Head ${i}\nlinks:\n  - { kind: leads, to: firm-${i}, role: chief, source: early }\n`;
    files[`investments/firm-${i}.yaml`] = ['2023', '2024']
      .map(
        (year, place) =>
          `- kind: capital-expenditure\n  period: '${year}'\n  claims:\n    amount:\n      - { stated: ${i + place + 1}m USD, source: early }\n`,
      )
      .join('');
  }
  const published = smallData(files);
  cleanUp.push(published.remove);
  return published;
}

const nested = `{ companies(first: 100) { edges { node {
  name home { name } ownership
  people: links(kinds: [LEADS]) { edges { node { role from { name } claims { text sources { name } } } } }
  investments { totalCount edges { node { name period { label } amount { value others { id } } growth { computed { value } } } } }
  growth(property: CAPITAL_EXPENDITURE, period: "2024") { computed { value } }
  claims { edges { node { text definedIn { line } } } }
} } } }`;

const sums = `{
  investments { aggregate(of: { property: AMOUNT }) { sum { low } median { low } disputedCount totals { agreement } }
    groupBy(keys: [INVESTOR, YEAR, COUNTRY], of: { property: AMOUNT }) { edges { node { keys { text } aggregate { sum { low } } share { low } } } } }
  companies(first: 100) { edges { node { name investments { aggregate(of: { property: AMOUNT }) { sum { low derivation { inputs { name } } } } groupBy(keys: [YEAR]) { totalCount } } } } }
}`;

describe('statements', () => {
  test('a company with home, people and the growth of its capital expenditure costs at most four', async () => {
    const published = publishedData();
    cleanUp.push(published.remove);
    const revision = await published.open();
    const query = `{ company(slug: "alibaba") { name home { name }
      links(kinds: [LEADS], direction: IN) { edges { node { role from { name } } } }
      figure(property: CAPITAL_EXPENDITURE, period: "2024-H1") { text }
      growth(property: CAPITAL_EXPENDITURE, period: "2024-H1") { reported { text } impliedBase { text } } } }`;
    const cold = await costOf(revision, query);
    expect(cold.statements).toBeLessThanOrEqual(4);
    expect(cold.data).toMatchObject({ company: { home: { name: 'China' }, growth: { reported: { text: '+123 %' } } } });
    expect((await costOf(revision, query)).statements).toBe(0);
  });

  test('a page of companies costs as many for sixty as for three', async () => {
    const [few, many] = [await firms(3).open(), await firms(60).open()];
    const [ofFew, ofMany] = [await costOf(few, nested), await costOf(many, nested)];
    expect(ofMany.statements).toBe(ofFew.statements);
    expect((await costOf(many, nested)).statements).toBe(0);
  });

  test('sums and groups cost as many for sixty firms as for three, and no promise', async () => {
    const [few, many] = [await firms(3).open(), await firms(60).open()];
    const [ofFew, ofMany] = [await costOf(few, sums), await costOf(many, sums)];
    expect(ofMany).toMatchObject({ statements: ofFew.statements, promises: 0, isAtOnce: true });
    expect(await costOf(many, sums)).toMatchObject({ statements: 0, promises: 0 });
  });
});

describe('promises', () => {
  test('rows that are at hand are answered at once, without a single promise', async () => {
    const revision = await firms(20).open();
    await costOf(revision, nested);
    const warm = await costOf(revision, nested);
    expect(warm).toMatchObject({ promises: 0, isAtOnce: true });
  });

  test('SQLite is read at once: lists cost no promise when cold either', async () => {
    const cold = await costOf(await firms(20).open(), nested);
    expect(cold.isAtOnce).toBe(true);
    expect(cold.promises).toBe(0);
  });

  test('scattered names cost the same few, however many are asked for', async () => {
    const revision = await firms(30).open();
    const asked = (count: number, from: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `c${i}: company(slug: "firm-${from + i}") { name home { name } }`).join(' ')} }`;
    const [two, twenty] = [await costOf(revision, asked(2, 0)), await costOf(revision, asked(20, 2))];
    expect(two.promises).toBeGreaterThan(0);
    expect(two.statements).toBe(2);
    expect(twenty.statements).toBe(2);
  });
});
