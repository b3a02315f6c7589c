import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { needsPostgres } from './cluster.ts';

/** Makes an empty database in the server that all files of tests share, and answers its URL. */
export async function newDatabase(): Promise<string> {
  const url = inject('postgres');
  if (url === null) throw new Error(needsPostgres);
  const name = `facts_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return url.replace(/[^/]+$/, name);
}
