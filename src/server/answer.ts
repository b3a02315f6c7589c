import type { IncomingMessage, ServerResponse } from 'node:http';

/** A whole answer to an HTTP request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A public API without cookies: a page of any origin may read it. */
const headersOfAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
  'x-content-type-options': 'nosniff',
};

export function json(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: `${JSON.stringify(value)}\n`,
  };
}

/** An error before GraphQL has begun, in the form of GraphQL's own, so that clients need to know one form only. */
export function refusal(status: number, code: string, message: string, headers: Answer['headers'] = {}): Answer {
  return json(status, { errors: [{ message, extensions: { code } }] }, headers);
}

/** Sends an answer. `last`: the connection is not kept for another request. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
  last: boolean,
): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    ...headersOfAll,
    ...headers,
    // A 304 speaks of a body that it does not have; a 204 has none to speak of.
    ...(status === 204 || status === 304 ? {} : { 'content-length': String(bytes.byteLength) }),
    ...(last ? { connection: 'close' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
