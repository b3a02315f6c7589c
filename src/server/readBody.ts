import type { IncomingMessage } from 'node:http';
import { type Answer, refusal } from './answer.ts';
import { limits } from './limits.ts';

/**
 * The body of a request as text, or why it is refused. Rejects where the client goes away meanwhile.
 *
 * What lies beyond the limit is read and dropped, because a connection that is closed under a client that still writes
 * loses the answer on its way. The time for this is limited by the server.
 */
export async function readBody(request: IncomingMessage): Promise<string | Answer> {
  if (request.headers['content-encoding'] !== undefined) {
    return refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, without Content-Encoding.');
  }
  const bytes = await bytesOf(request);
  if (bytes === null) {
    const allowed = `at most ${limits.bodyBytes / 1024} KiB`;
    return refusal(413, 'REQUEST_TOO_LARGE', `The body is too large: ${allowed} are allowed.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refusal(400, 'BAD_REQUEST', 'The body is not UTF-8.');
  }
}

/** Null where there are more than allowed. */
function bytesOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= limits.bodyBytes) {
        chunks.push(chunk);
      } else {
        chunks = [];
        resolve(null);
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}
