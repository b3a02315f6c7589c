import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Engine } from '../engine.ts';
import { databaseFault, isWorthRetrying } from './databaseFault.ts';
import { connection, printDatabase } from './databaseUrl.ts';
import { postgresDialect } from './postgresDialect.ts';

/** Statements that are prepared by name in each connection. Look-ups come first; rarer filters are sent whole. */
const namedStatements = 500;

/** Connections of one server to one revision. */
const connections = 10;

/** How long one statement may take: in the database, and for the client that waits for it. */
const statementMs = 10_000;
const answerMs = 12_000;

/** The pauses before a statement is tried again, each up to half longer or shorter, so that servers do not ask in step. */
const pausesMs = [50, 200, 600];

/** Opens the schema of a revision for reading, through connections of its own. */
export function openPostgresEngine(url: string, schema: string): Engine {
  const database = printDatabase(url);
  const pool = new pg.Pool({
    ...connection(url, {
      search_path: schema,
      default_transaction_read_only: 'on',
      statement_timeout: String(statementMs),
      jit: 'off',
    }),
    max: connections,
    query_timeout: answerMs,
    idleTimeoutMillis: 60_000,
  });
  // A connection that is lost while nobody uses it concerns nobody: the next statement takes another.
  pool.on('error', () => {});
  const names = new Map<string, string>();
  let statements = 0;

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= namedStatements) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  }

  async function attempt<Row>(text: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    const name = nameOf(text);
    try {
      const { rows } = await pool.query({ ...(name && { name }), text, values: [...parameters] });
      // The caller states the rows of the SQL that it built from the same tables.
      return rows as Row[];
    } catch (error) {
      throw databaseFault(error, database);
    }
  }

  return {
    ...postgresDialect,
    async run<Row>(text: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
      statements += 1;
      for (const pause of pausesMs) {
        try {
          return await attempt<Row>(text, parameters);
        } catch (error) {
          if (!isWorthRetrying(error)) throw error;
        }
        await wait(pause * (0.5 + Math.random()));
      }
      return attempt<Row>(text, parameters);
    },
    get statements() {
      return statements;
    },
    close: () => pool.end(),
  };
}
