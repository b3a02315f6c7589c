import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isInstalled, startCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the server that all files of tests share, to make others from; null without PostgreSQL. */
    readonly postgres: string | null;
    /** Where the first who needs the facts of data/ publishes them for all: a folder and a database. */
    readonly sharedData: { readonly store: string; readonly database: string | null };
  }
}

/** Starts the PostgreSQL server that all files of tests share, each with databases of its own, where there is one. */
export default async function sharedCluster(project: TestProject): Promise<() => void> {
  const cluster = isInstalled() ? await startCluster() : null;
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-shared-'));
  const provideData = () =>
    project.provide('sharedData', {
      store: mkdtempSync(join(folder, 'store-')),
      database: cluster?.createDatabase() ?? null,
    });
  project.provide('postgres', cluster?.url('postgres') ?? null);
  provideData();
  // Where vitest watches, the facts or the compiler may have changed.
  project.onTestsRerun(provideData);
  return () => {
    cluster?.remove();
    rmSync(folder, { recursive: true });
  };
}
