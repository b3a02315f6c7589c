import { connect } from 'node:net';

/** What came back over a connection of its own, to bytes that no client library would send. */
export function exchange(url: string, bytes: string | Buffer): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...body] = Buffer.concat(chunks).toString().split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), body: body.join('\r\n\r\n') });
    });
    socket.write(bytes);
  });
}

/** A request that asks for the connection to be closed after its answer. */
export function get(target: string, headers = 'Host: localhost'): string {
  return `GET ${target} HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`;
}

/** A POST of an operation, or of what is none. */
export function post(body: string, headers = 'Content-Type: application/json'): string {
  const length = Buffer.byteLength(body);
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\n${headers}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`;
}
