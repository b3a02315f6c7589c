import { createServer, type RequestListener, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { refusal } from './answer.ts';
import { limits } from './limits.ts';
import { StartError } from './startError.ts';
import { stoppable } from './stoppable.ts';

/** An HTTP server at one address. */
export interface Listening {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts an HTTP server at one address. Throws CannotListen where it cannot. */
export async function listen(handle: RequestListener, address: string, port: number): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.headersTimeoutMs / 2,
    },
    handle,
  );
  server.setTimeout(limits.idleSocketMs);
  server.on('clientError', refuseProtocol);
  const stop = stoppable(server, limits.stoppingMs);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(whyNot(error, address, port)));
    server.listen({ host: address, port }, resolve);
  });
  const bound = server.address();
  return { port: typeof bound === 'object' && bound !== null ? bound.port : port, stop };
}

/** Why there is no server at an address. `absent`: the machine has no such address, though it may have others. */
export class CannotListen extends StartError {
  readonly absent: boolean;

  constructor(message: string, absent: boolean) {
    super(message);
    this.absent = absent;
  }
}

function whyNot(error: NodeJS.ErrnoException, address: string, port: number): CannotListen {
  if (error.code === 'EADDRINUSE') {
    return new CannotListen(
      `port ${port} is in use: stop what listens there, or choose another with --port or PORT`,
      false,
    );
  }
  if (error.code === 'EACCES') {
    return new CannotListen(`port ${port} is not for ordinary users: choose one above 1023 with --port or PORT`, false);
  }
  return new CannotListen(
    `cannot listen at ${address} (${error.code}): choose an address of this machine with --host or CHIPGRAPH_HOST`,
    error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT',
  );
}

const statusOfCode: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const adviceOnStatus: Readonly<Record<number, string>> = {
  400: 'This is not HTTP as this server understands it.',
  408: 'The request took too long to arrive.',
  413: 'The chunks of the body have extensions of absurd length.',
  431: 'The request line and headers are too long: send the operation in the body of a POST.',
};

/** Answers what the parser of HTTP gives up on, so that no request handler sees it. */
function refuseProtocol(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOfCode[error.code ?? ''] ?? 400;
  const { headers, body } = refusal(status, 'BAD_REQUEST', adviceOnStatus[status] ?? '');
  const head = { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
