import type { IncomingMessage } from 'node:http';
import { type Answer, refusal } from './answer.ts';

/** What a request asks for: the path, and the query string without its question mark. */
export interface Target {
  readonly path: string;
  readonly query: string;
}

const hostForm = /^(\[[0-9a-f:.]+\]|[a-z0-9._~-]+)(:\d{1,5})?$/i;

/** Visible ASCII without the sign that begins a fragment, which clients keep to themselves. */
const targetForm = /^[\x21\x22\x24-\x7e]+$/;

/** The target of a request, or the refusal of a request that no honest client sends. */
export function readTarget({ headersDistinct, url = '' }: IncomingMessage): Target | Answer {
  const { host = [] } = headersDistinct;
  if (host.length > 1 || !host.every(isHost)) {
    return refusal(
      400,
      'BAD_REQUEST',
      'The Host header is malformed: send one, with a name and, where needed, a port.',
    );
  }
  // A proxy may send the whole URL; what it says of the host is not needed.
  const local = url.replace(/^https?:\/\/[^/?]*/i, '');
  if (!targetForm.test(url) || !local.startsWith('/')) {
    return refusal(400, 'BAD_REQUEST', 'The request target is malformed: send a path such as /graphql.');
  }
  const [path = '', ...query] = local.split('?');
  return { path, query: query.join('?') };
}

function isHost(text: string): boolean {
  return hostForm.test(text) && URL.canParse(`http://${text}`);
}
