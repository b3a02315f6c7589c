import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * How to close a server in due time: what runs is finished, for at most `limitMs`.
 *
 * Node by itself waits for connections on which nothing was ever asked, and browsers open such ones in advance. So all
 * that have no request at the time are closed at once; the others close after their answer, which says so.
 */
export function stoppable(server: Server, limitMs: number): () => Promise<void> {
  const idle = new Set<Socket>();
  server.on('connection', (socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket);
    });
  });

  return () =>
    new Promise((resolve) => {
      const late = setTimeout(() => server.closeAllConnections(), limitMs);
      server.close(() => {
        clearTimeout(late);
        resolve();
      });
      for (const socket of idle) socket.destroy();
    });
}
