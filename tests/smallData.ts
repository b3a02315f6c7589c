import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CompiledRevision, compiledFolder } from './compiled.ts';
import { type Published, publishedFolder } from './publishedData.ts';

/** Publishes a few files of facts, beside a horizon, a place, and sources of three dates. */
export function smallData(files: Readonly<Record<string, string>>): Published {
  return publishedFolder(smallFolder(files));
}

/** Compiles such files. */
export function smallRevision(files: Readonly<Record<string, string>>): CompiledRevision {
  return compiledFolder(smallFolder(files));
}

/** Writes such files into a folder of their own. */
export function smallFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-data-'));
  for (const [path, text] of Object.entries({ ...common, ...files })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const common = {
  'revision.yaml': 'horizon: 2026-11-25\n',
  'places/cn.yaml': 'name: China\nkind: country\n',
  'sources/early.yaml': 'name: An early paper\npublished: 2024-02-01\n',
  'sources/late.yaml': 'name: A late paper\npublished: 2025-02-01\n',
  'sources/undated.yaml': 'name: A paper without a date\n',
};
