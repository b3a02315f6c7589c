import type { ClientConfig } from 'pg';
import { StoreError } from '../storeError.ts';
import { getTypeParser } from './typeParser.ts';

/** Settings of a session, by their names in PostgreSQL. */
export type Settings = Readonly<Record<string, string>>;

/**
 * How to connect to a database with some settings. The URL may have settings of its own, as libpq takes them
 * (`?options=-c%20work_mem=64MB`); ours go before them.
 */
export function connection(url: string, settings: Settings): ClientConfig {
  const parsed = parse(url);
  const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  parsed.searchParams.set('options', [parsed.searchParams.get('options') ?? '', ...ours].join(' ').trim());
  return {
    connectionString: String(parsed),
    application_name: 'chipgraph',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    types: { getTypeParser },
  };
}

/** A database as it may be named in messages: without the password. */
export function printDatabase(url: string): string {
  const { username, hostname, port, pathname, searchParams } = parse(url);
  const host = decodeURIComponent(hostname) || searchParams.get('host') || 'localhost';
  return `${pathname.slice(1) || username || 'postgres'} at ${host}${port ? `:${port}` : ''}`;
}

const connectMs = 5_000;

function parse(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null && /^postgres(ql)?:$/.test(parsed.protocol)) return parsed;
  // It may hold a password, so that it is not repeated.
  throw new StoreError('the URL of the database is none: write postgres://user:password@host:5432/database');
}
