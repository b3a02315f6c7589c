import type { RequestListener } from 'node:http';
import { CannotListen, type Listening, listen } from './listen.ts';
import { type Handled, requestHandler } from './requestHandler.ts';

export interface ServerOptions extends Omit<Handled, 'stopping'> {
  /** A name or an address; `localhost` is both of its addresses, 127.0.0.1 and ::1. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface RunningServer {
  /** Where the API is. */
  readonly url: string;
  /** Takes no more requests, waits for those that run, though not for ever, and closes the revisions. */
  stop(): Promise<void>;
}

/** Serves until it is told to stop. Throws a StartError where it cannot listen. */
export async function startServer({ host, port, ...handled }: ServerOptions): Promise<RunningServer> {
  let stopping = false;
  const handle = requestHandler({ ...handled, stopping: () => stopping });
  const [first, ...others] =
    host === 'localhost' ? await listenAtLocalhost(handle, port) : [await listen(handle, host, port)];

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${first.port}/graphql`,
    async stop() {
      stopping = true;
      await Promise.all([first, ...others].map((listening) => listening.stop()));
      await Promise.all([handled.served.close(), handled.kept?.close()]);
    },
  };
}

/** Browsers and clients take `localhost` for either address. A machine without IPv6 has only the first. */
async function listenAtLocalhost(handle: RequestListener, port: number): Promise<[Listening, ...Listening[]]> {
  const first = await listen(handle, '127.0.0.1', port);
  try {
    return [first, await listen(handle, '::1', first.port)];
  } catch (error) {
    if (error instanceof CannotListen && error.absent) return [first];
    await first.stop();
    throw error;
  }
}
