import type { IncomingMessage, RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { createContext } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import type { KeptRevisions } from '../store/keptRevisions.ts';
import { StoreError } from '../store/storeError.ts';
import { type Answer, json, refusal, send } from './answer.ts';
import { graphiqlPage } from './graphiqlPage.ts';
import { type GraphqlRequest, graphqlEndpoint } from './graphqlEndpoint.ts';
import { readBody } from './readBody.ts';
import { readTarget } from './readTarget.ts';
import type { ServedRevision } from './servedRevision.ts';

export interface Handled {
  readonly served: ServedRevision;
  /** Other revisions, for requests that compare; left out, there are none. */
  readonly kept?: KeptRevisions;
  /** The folder of operations that GraphiQL opens on. */
  readonly examples: string;
  readonly log: Logger;
  /** Whether the server has been told to stop. */
  readonly stopping: () => boolean;
}

/** Answers every request, whatever it is, with one answer. */
export function requestHandler({ served, kept, examples, log, stopping }: Handled): RequestListener {
  const page = graphiqlPage(examples);
  const endpoint = graphqlEndpoint(schema, log);

  async function answer(request: IncomingMessage): Promise<Answer> {
    const target = readTarget(request);
    if ('status' in target) return target;
    const { path, query } = target;
    if (path === '/graphql') return graphql(request, query);
    const isKnown = path === '/' || path === '/health' || path === '/ready';
    if (!isKnown) return refusal(404, 'NOT_FOUND', 'There is nothing here. The API, and GraphiQL, are at /graphql.');
    if (!isRead(request)) return wrongMethod('GET, HEAD');
    if (path === '/health') return json(200, { status: 'alive' });
    if (path === '/ready') return ready();
    return { status: 302, headers: { location: '/graphql' }, body: '' };
  }

  async function graphql(request: IncomingMessage, query: string): Promise<Answer> {
    const { method, headers } = request;
    if (method === 'OPTIONS') return preflight;
    if (isRead(request)) {
      if (headers.accept?.includes('text/html')) {
        return page(String(headers['accept-encoding'] ?? ''), headers['if-none-match'] ?? '');
      }
      return queryFault(query) ?? execute({ query, headers: forwarded(request), body: null });
    }
    if (method !== 'POST') return wrongMethod('GET, HEAD, POST, OPTIONS');
    if (!/^application\/(graphql\+)?json *(;|$)/i.test(headers['content-type'] ?? '')) {
      return refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json.');
    }
    const body = await readBody(request);
    return typeof body === 'string' ? execute({ query: '', headers: forwarded(request), body }) : body;
  }

  async function execute(request: GraphqlRequest): Promise<Answer> {
    const pinned = served.pin();
    const context = createContext(pinned.revision, kept);
    try {
      const answered = await endpoint(request, context);
      return { ...answered, headers: { ...answered.headers, 'x-chipgraph-revision': pinned.revision.info.id } };
    } finally {
      context.release();
      pinned.release();
    }
  }

  /** Whether to send requests here: not to a server that stops, or cannot read. */
  async function ready(): Promise<Answer> {
    if (stopping()) return json(503, { status: 'stopping' });
    const { engine, info } = served.current;
    try {
      await engine.run('select value from meta limit 1', []);
    } catch (error) {
      log.error({ err: error }, 'the revision cannot be read');
      const reason = error instanceof StoreError ? error.message : 'the revision cannot be read';
      return json(503, { status: 'unreadable', reason }, { 'retry-after': '1' });
    }
    return json(200, { status: 'ready', revision: info.id, horizon: info.horizon });
  }

  return async (request, response) => {
    const begun = performance.now();
    let answered: Answer;
    try {
      answered = await answer(request);
    } catch (error) {
      // A client that went away while it sent is no fault of ours, and nobody is there to answer.
      if (request.errored) return;
      log.error({ err: error }, 'a request failed');
      answered = refusal(
        500,
        'INTERNAL_SERVER_ERROR',
        'Something went wrong inside. It has been logged; please report it.',
      );
    }
    send(request, response, answered, stopping());
    const { method, url } = request;
    log.debug({ method, url, status: answered.status, ms: performance.now() - begun }, 'request');
  };
}

/** What GraphQL over HTTP depends on besides the query and the body. */
function forwarded({ headers }: IncomingMessage): Record<string, string> {
  return { accept: headers.accept ?? '*/*', 'content-type': 'application/json' };
}

/** Yoga answers "unexpected error" to variables in the query string that are not JSON. */
function queryFault(query: string): Answer | null {
  const parameters = new URLSearchParams(query);
  for (const name of ['variables', 'extensions']) {
    const text = parameters.get(name);
    if (text !== null && text !== '' && !isJson(text)) {
      return refusal(400, 'BAD_REQUEST', `The parameter ${name} is not JSON.`);
    }
  }
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function wrongMethod(allow: string): Answer {
  return refusal(405, 'METHOD_NOT_ALLOWED', `Allowed here: ${allow}.`, { allow });
}

/** What a browser asks before it lets a page of another origin send an operation. */
const preflight: Answer = {
  status: 204,
  headers: {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': '*',
    'access-control-max-age': '86400',
  },
  body: '',
};
