import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generatedRecords } from '../../src/dataset/generatedRecords.ts';
import { compiledFolder, type Rows } from '../compiled.ts';

const claims = 10_000;
const linesOf = (seed: number) =>
  [...generatedRecords({ claims, seed })].map(([path, content]) => JSON.stringify({ [path]: content })).join('\n');

test('the same seed gives the same bytes, another seed others', () => {
  expect(linesOf(1)).toBe(linesOf(1));
  expect(linesOf(2)).not.toBe(linesOf(1));
});

describe('generated facts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-generated-'));
  let rows: Rows;
  beforeAll(() => {
    writeFileSync(join(folder, 'generated.jsonl'), linesOf(1));
    ({ rows } = compiledFolder(folder));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const entities = (type: string) => rows.entity.filter((row) => row.type === type);

  test('have as many claims as were asked for, a fifth of them about shipments that differ in buyer or period', () => {
    expect(rows.claim).toHaveLength(claims);
    expect(entities('Shipment').length / claims).toBeGreaterThan(0.15);
    expect(new Set(entities('Shipment').map(({ slug }) => slug)).size).toBe(entities('Shipment').length);
  });

  test('have disagreeing sources, restatements and currencies that have rates', () => {
    expect(rows.claim.filter(({ place }) => place > 0).length).toBeGreaterThan(claims / 10);
    expect(rows.claim.filter(({ supersededByKey }) => supersededByKey !== null).length).toBeGreaterThan(claims / 100);
    expect(new Set(rows.claim.map(({ unit }) => unit))).toEqual(new Set([null, 'CNY', 'USD', 'count', 'ratio']));
    expect(rows.rate.length).toBeGreaterThan(0);
  });

  test('have hubs, and chains of dealings between nearly all firms', () => {
    const firms = new Set(entities('Company').map(({ key }) => key));
    const partners = new Map<number, number[]>();
    for (const { fromKey, toKey } of rows.link) {
      if (!firms.has(fromKey) || !firms.has(toKey)) continue;
      for (const [here, there] of [
        [fromKey, toKey],
        [toKey, fromKey],
      ] as const) {
        partners.set(here, [...(partners.get(here) ?? []), there]);
      }
    }
    const degrees = [...partners.values()].map(({ length }) => length).sort((a, b) => b - a);
    expect(degrees[0]).toBeGreaterThan(firms.size / 10);
    expect(degrees[degrees.length >> 1]).toBeLessThan(10);
    const reached = new Set<number>();
    const waiting = [...partners.keys()].slice(0, 1);
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      if (reached.has(here)) continue;
      reached.add(here);
      waiting.push(...(partners.get(here) ?? []));
    }
    expect(reached.size).toBeGreaterThan(firms.size * 0.9);
  });

  test('have names that differ, in two scripts', () => {
    const names = entities('Company').flatMap(({ name, aliasesJson }) => [name, ...JSON.parse(aliasesJson)]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => /\p{Script=Han}/u.test(name)).length).toBe(names.length / 2);
  });
});
