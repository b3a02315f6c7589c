import { once } from 'node:events';
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, chipgraph, folders, run, serves } from './program.ts';

const readyAt = async (url: string) => (await fetch(new URL('/ready', url))).json();

describe('chipgraph serve', () => {
  test('compiles once, and not again where nothing has changed', async () => {
    const { data, store } = folders();
    const pointer = () => readFileSync(join(store, 'current.json'), 'utf8');
    const first = chipgraph(['serve', '--port', '0', '--data', data, '--store', store]);
    const [, url = '', revision] = await first.printed(serves);
    expect(await readyAt(url)).toMatchObject({ status: 'ready', revision });
    first.stop();
    expect(await first.ended).toMatchObject({ code: 0, err: '' });

    const published = pointer();
    const second = chipgraph(['serve'], { PORT: '0', CHIPGRAPH_DATA: data, CHIPGRAPH_STORE: store });
    expect((await second.printed(serves))[2]).toBe(revision);
    second.stop();
    await second.ended;
    expect(pointer()).toBe(published);
  });

  test('listens at both addresses of localhost', async () => {
    const { store } = folders();
    const program = chipgraph(['serve', '--port', '0', '--store', store]);
    const [, url = ''] = await program.printed(serves);
    for (const host of ['127.0.0.1', '[::1]']) {
      expect(await readyAt(url.replace('localhost', host))).toMatchObject({ status: 'ready' });
    }
    program.stop();
    await program.ended;
  });

  test('finishes what runs when npm is told to end, and ends with 0', async () => {
    const { data, store } = folders();
    const program = run('npm', ['start', '--', '--port', '0', '--data', data, '--store', store]);
    const [, url = ''] = await program.printed(serves);
    const port = Number(new URL(url).port);
    // Opened in advance, as browsers do, and never used: it must not hold the server up.
    const unused = connect(port, '127.0.0.1').on('error', () => undefined);
    const body = '{"query": "{__typename}"}';
    const running = connect(port, '127.0.0.1');
    let answer = '';
    running.on('data', (chunk) => {
      answer += chunk;
    });
    running.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
    running.write(`Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));

    program.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(fetch(url)).rejects.toThrow();
    running.write(body.slice(10));

    expect((await program.ended).code).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n(.*\r\n)*Connection: close\r\n/i);
    expect(answer).toContain('{"data":{"__typename":"Query"}}');
    unused.destroy();
  });

  test('takes the two signals of one Ctrl-C for one', async () => {
    const { data, store } = folders();
    const program = chipgraph(['serve', '--port', '0', '--data', data, '--store', store]);
    await program.printed(serves);
    program.stop('SIGINT');
    program.stop('SIGINT');
    expect((await program.ended).code).toBe(0);
  });

  test('moves to what another process publishes, without a new start', async () => {
    const { data, store } = folders();
    const program = chipgraph(['serve', '--port', '0', '--data', data, '--store', store]);
    const [, url = '', before] = await program.printed(serves);
    change(data, 'companies/baidu.yaml', 'name: Baidu', 'name: Baidu Limited');
    const publish = await chipgraph(['publish', '--data', data, '--store', store]).ended;
    const after = publish.out.match(/Published revision ([0-9a-f]+)/)?.[1];
    expect(after).not.toBe(before);
    await expect.poll(() => readyAt(url), { timeout: 5_000 }).toMatchObject({ revision: after });
    program.stop();
    expect((await program.ended).code).toBe(0);
  });
});

describe('chipgraph serve says in a line why it cannot', () => {
  test.each<[string, string[], RegExp]>([
    ['the data folder is missing', ['--data', '/nowhere'], /^no data folder at \/nowhere: .*--data.*\n$/],
    ['the host is not of this machine', ['--host', '192.0.2.1'], /^cannot listen at 192\.0\.2\.1 .*--host.*\n$/],
    ['the level of the log is unknown', ['--log-level', 'loud'], /^LOG_LEVEL loud is unknown: .*\n$/],
    [
      'the port is none',
      ['--port', 'http'],
      /^error: option '--port <number>' .* Write a number from 0 to 65535\.\n.*\n$/,
    ],
  ])('%s', async (_why, args, line) => {
    const { data, store } = folders();
    const { code, err } = await chipgraph(['serve', '--port', '0', '--data', data, '--store', store, ...args]).ended;
    expect(err).toMatch(line);
    expect(code).toBe(1);
  });

  test('the port is in use', async () => {
    const { data, store } = folders();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, err } = await chipgraph(['serve', '--data', data, '--store', store], { PORT: port }).ended;
    expect(err).toBe(`port ${port} is in use: stop what listens there, or choose another with --port or PORT\n`);
    expect(code).toBe(1);
    other.close();
  });

  test('the facts have problems: all of them, and a line that counts them', async () => {
    const { data, store } = folders();
    change(data, 'companies/baidu.yaml', 'name: Baidu', 'nmae: Baidu');
    change(data, 'companies/tencent.yaml', 'home: cn', 'home: chn');
    const { code, err } = await chipgraph(['serve', '--port', '0', '--data', data, '--store', store]).ended;
    expect(err).toMatch(/companies\/baidu\.yaml:1:1: .*name/);
    expect(err).toMatch(/companies\/tencent\.yaml:\d+:\d+: .*chn/);
    expect(err).toMatch(/\d+ problems in the data: nothing was published\n$/);
    expect(code).toBe(1);
  });

  test.each<[string, (store: string) => void, RegExp]>([
    ['the revision is cut short', (store) => truncateSync(revisionIn(store), 4_096), /is damaged.*publish/],
    ['the revision is gone', (store) => truncateSync(revisionIn(store), 0), /\.sqlite.*publish/],
    [
      'the pointer is damaged',
      (store) => truncateSync(join(store, 'current.json'), 10),
      /current\.json is damaged: .*publish/,
    ],
  ])('%s', async (_why, damage, line) => {
    const { data, store } = folders();
    expect((await chipgraph(['publish', '--data', data, '--store', store]).ended).code).toBe(0);
    damage(store);
    const { code, err } = await chipgraph(['serve', '--port', '0', '--data', data, '--store', store]).ended;
    expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});

function revisionIn(store: string): string {
  return join(store, readdirSync(store).find((name) => name.endsWith('.sqlite')) ?? 'no revision');
}
