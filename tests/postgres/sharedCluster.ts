import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database of the server that all files of tests share, to make others from. */
    readonly postgres: string;
  }
}

/** Starts the PostgreSQL server that all files of tests share, each with databases of its own. */
export default async function sharedCluster({ provide }: TestProject): Promise<() => void> {
  const cluster = await startCluster();
  provide('postgres', cluster.url('postgres'));
  return () => cluster.remove();
}
