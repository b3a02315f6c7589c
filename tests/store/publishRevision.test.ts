import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRevision } from '../../src/store/current.ts';
import { readPointer, readPointers, revisionFile } from '../../src/store/pointer.ts';
import { publishRevision } from '../../src/store/publish.ts';
import { batchesOf, compiledFolder } from '../compiled.ts';

const facts = mkdtempSync(join(tmpdir(), 'chipgraph-data-'));
writeFacts(facts, 200);
const revision = compiledFolder(facts);
afterAll(() => rmSync(facts, { recursive: true }));

let store = '';
beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), 'chipgraph-store-'));
});
afterEach(() => rmSync(store, { recursive: true }));

const files = () =>
  readdirSync(store)
    .filter((name) => name !== 'publishing.lock')
    .sort();

describe('publishing', () => {
  test('leaves one file, and a pointer to it', async () => {
    const { id, sha256 } = await publishRevision(store, batchesOf(revision), 'inputs');
    expect(files()).toEqual([`${id}-${sha256.slice(0, 8)}.sqlite`, 'current.json'].sort());
    expect(readPointer(store)).toMatchObject({ id: revision.id, inputs: 'inputs' });
  });

  test('gives the same bytes for the same facts', async () => {
    const [a, b] = [
      await publishRevision(store, batchesOf(revision), 'a'),
      await publishRevision(store, batchesOf(revision), 'b'),
    ];
    expect(b.sha256).toBe(a.sha256);
  });

  test('keeps the last three, and drops none that was replaced less than 15 minutes ago', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await publishRevision(store, batchesOf({ ...revision, id }), id);
    expect(files()).toHaveLength(5);
    const pointer = readFileSync(join(store, 'current.json'), 'utf8');
    const aged = pointer.replaceAll(/"publishedAt": ".*"/g, `"publishedAt": "${minutesAgo(16)}"`);
    writeFileSync(join(store, 'current.json'), aged);
    await publishRevision(store, batchesOf({ ...revision, id: 'e' }), 'e');
    expect(readPointers(store).map(({ id }) => id)).toEqual(['e', 'd', 'c']);
    expect(files().map((name) => name.split('-')[0])).toEqual(['c', 'current.json', 'd', 'e']);
    await publishRevision(store, batchesOf(revision), 'inputs', { keep: 1, keepMinutes: 0 });
    expect(files()).toHaveLength(2);
  });

  test('clears away what a publisher left that was killed', async () => {
    writeFileSync(join(store, 'unfinished-1.sqlite'), '');
    await publishRevision(store, batchesOf(revision), 'inputs');
    expect(files()).not.toContain('unfinished-1.sqlite');
  });
});

describe('opening', () => {
  test('notices a single damaged byte', async () => {
    const pointer = await publishRevision(store, batchesOf(revision), 'inputs');
    const file = revisionFile(store, pointer);
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(openRevision(store, pointer)).rejects.toThrow(/is damaged.*chipgraph publish/);
  });

  test('notices a file that is gone', async () => {
    const pointer = await publishRevision(store, batchesOf(revision), 'inputs');
    rmSync(revisionFile(store, pointer));
    await expect(openRevision(store, pointer)).rejects.toThrow(/cannot read the revision/);
  });

  test('a damaged pointer says what to do; none is none', async () => {
    expect(readPointer(store)).toBeNull();
    writeFileSync(join(store, 'current.json'), '{"id": 1}');
    expect(() => readPointer(store)).toThrow(/delete it and publish again/);
  });
});

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** Writes companies that each hold some cash. */
function writeFacts(folder: string, count: number): void {
  for (const kind of ['companies', 'sources']) mkdirSync(join(folder, kind));
  writeFileSync(join(folder, 'revision.yaml'), 'horizon: 2026-11-25\n');
  writeFileSync(join(folder, 'sources/paper.yaml'), 'name: A paper\npublished: 2025-02-01\n');
  for (let i = 0; i < count; i++) {
    const cash = `claims:\n  cash:\n    - { stated: ${i + 1}m USD, asOf: 2024-12-31, source: paper }\n`;
    writeFileSync(join(folder, `companies/firm-${i}.yaml`), `name: Firm ${i}\n${cash}`);
  }
}
