import { pino } from 'pino';
import { afterAll, beforeAll, expect } from 'vitest';
import { ServedRevision } from '../src/server/servedRevision.ts';
import { startServer } from '../src/server/startServer.ts';
import { KeptRevisions } from '../src/store/keptRevisions.ts';
import type { Revision } from '../src/store/revision.ts';
import type { Published } from './publishedData.ts';
import { expectSameAnswer } from './sameAnswer.ts';

/** An answer of the server, and what it cost. */
export interface Asked {
  readonly status: number;
  readonly body: Answer;
  readonly statements: number;
}

/** A GraphQL response. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** A real server over a revision, asked over HTTP. */
export interface Serving {
  readonly url: string;
  ask(query: string, variables?: object): Promise<Asked>;
  stop(): Promise<void>;
}

/** Starts a server over a revision on a free port; `kept` are others that it may be asked for. */
export async function serving(
  revision: Revision,
  kept = new KeptRevisions({ kept: async () => [] }),
): Promise<Serving> {
  const served = new ServedRevision(revision);
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    served,
    kept,
    examples: 'examples',
    log: pino({ level: 'silent' }),
  });
  return {
    url: server.url,
    async ask(query, variables = {}) {
      const before = revision.statements;
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      // The server answers in this form; the tests look at every part of it.
      const body = (await response.json()) as Answer;
      return { status: response.status, body, statements: revision.statements - before };
    },
    stop: () => server.stop(),
  };
}

/** What tests ask of a server that runs as long as they do. */
export interface Standing {
  ask(query: string, variables?: object): Promise<Asked>;
  /** Where it is, once the tests run. */
  url(): string;
}

/**
 * A server over published facts, for all tests of a file or of a `describe`: started before them and stopped after. It
 * reads SQLite; whatever it is asked, one that reads PostgreSQL is asked too, and has to answer the same.
 */
export function standingServer(published: Published): Standing {
  return standingTwins(
    async () => [await serving(await published.open()), await serving(await published.openInPostgres())],
    published.remove,
  );
}

/** Two servers over the same facts in two stores, which have to answer the same. */
export function standingTwins(start: () => Promise<[Serving, Serving]>, remove: () => void): Standing {
  let server: Serving | undefined;
  let twin: Serving | undefined;
  beforeAll(async () => {
    [server, twin] = await start();
  });
  afterAll(async () => {
    await Promise.all([server?.stop(), twin?.stop()]);
    remove();
  });
  const running = (one: Serving | undefined) => one ?? expect.unreachable('the server is asked before the tests run');
  return {
    async ask(query, variables) {
      const [asked, other] = await Promise.all([
        running(server).ask(query, variables),
        running(twin).ask(query, variables),
      ]);
      expect(other.status).toBe(asked.status);
      expectSameAnswer(other.body, asked.body);
      return asked;
    },
    url: () => running(server).url,
  };
}
