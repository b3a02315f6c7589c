import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '../../src/server/limits.ts';
import { type Serving, serving } from '../ask.ts';
import { publishedData } from '../publishedData.ts';
import { exchange, get, post } from './exchange.ts';

let server: Serving;
const published = publishedData();
beforeAll(async () => {
  server = await serving(await published.open());
});
afterAll(async () => {
  await server.stop();
  published.remove();
});

const query = '/graphql?query={__typename}';
const operation = (text: string) => JSON.stringify({ query: text });
const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
const json = 'Content-Type: application/json';

test.each<[string, string, number, string]>([
  ['a Host header that is no host', get(query, 'Host: a b/../{}'), 400, 'BAD_REQUEST'],
  ['an impossible port in the Host header', get(query, 'Host: localhost:99999'), 400, 'BAD_REQUEST'],
  ['an empty Host header', get(query, 'Host:'), 400, 'BAD_REQUEST'],
  ['two Host headers', get(query, 'Host: a\r\nHost: b'), 400, 'BAD_REQUEST'],
  ['a target that is no path', get('*'), 400, 'BAD_REQUEST'],
  ['a target that is half a URL', get('http://['), 400, 'BAD_REQUEST'],
  ['a target beyond ASCII', get('/gräphql'), 400, 'BAD_REQUEST'],
  ['a target with a fragment', get('/graphql#a'), 400, 'BAD_REQUEST'],
  ['a target of two slashes', get('//graphql'), 404, 'NOT_FOUND'],
  ['a target of broken escapes', get('/%zz%00'), 404, 'NOT_FOUND'],
  ['a target of absurd length', get(`/${'a'.repeat(20_000)}`), 431, 'BAD_REQUEST'],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\r\n\r\n', 400, 'BAD_REQUEST'],
  ['another method', get(query).replace('GET', 'DELETE'), 405, 'METHOD_NOT_ALLOWED'],
  ['another method for health', get('/health').replace('GET', 'POST'), 405, 'METHOD_NOT_ALLOWED'],
  ['no operation', get('/graphql'), 400, 'BAD_REQUEST'],
  ['variables that are not JSON', get(`${query}&variables={`), 400, 'BAD_REQUEST'],
  ['a body of another type', post('{}', 'Content-Type: text/plain'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['a form', post('query={a}', 'Content-Type: application/x-www-form-urlencoded'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['a body without a type', post('{}', 'X-A: b'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['a compressed body', post('{}', `${json}\r\nContent-Encoding: gzip`), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['an empty body', post(''), 400, 'BAD_REQUEST'],
  ['a body that is not JSON', post('{'), 400, 'BAD_REQUEST'],
  ['a body that is null', post('null'), 400, 'BAD_REQUEST'],
  ['a batch', post(`[${operation('{__typename}')}]`), 400, 'BAD_REQUEST'],
  ['an operation that is a number', post('{"query": 3}'), 400, 'BAD_REQUEST'],
  ['variables that are a list', post('{"query": "{__typename}", "variables": []}'), 400, 'BAD_REQUEST'],
  ['an unknown parameter', post('{"query": "{__typename}", "doc": 1}'), 400, 'BAD_REQUEST'],
  [
    'a name of no operation',
    post('{"query": "query A{__typename}", "operationName": "B"}'),
    400,
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['a body that is too large', post(operation('#'.repeat(limits.bodyBytes))), 413, 'REQUEST_TOO_LARGE'],
  [
    'a body that is too large and does not say so',
    `POST /graphql HTTP/1.1\r\nHost: a\r\n${json}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk.repeat(8)}0\r\n\r\n`,
    413,
    'REQUEST_TOO_LARGE',
  ],
  ['a body of two lengths', post('{}', `${json}\r\nTransfer-Encoding: chunked`), 400, 'BAD_REQUEST'],
  [
    'nothing that we can answer',
    post(operation('{__typename}'), `${json}\r\nAccept: image/png`),
    406,
    'NOT_ACCEPTABLE',
  ],
  ['too many tokens', post(operation(`{${'__typename '.repeat(limits.tokens)}}`)), 200, 'GRAPHQL_PARSE_FAILED'],
  [
    'a list of absurd depth',
    post(operation(`{a(b:${'['.repeat(990)}${']'.repeat(990)})}`)),
    200,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['an unknown field', post(operation('{nonsense}')), 200, 'GRAPHQL_VALIDATION_FAILED'],
  ['a mutation', post(operation('mutation{a}')), 200, 'BAD_USER_INPUT'],
  [
    'a variable of the wrong type',
    post('{"query": "query($a: Boolean!){__typename @skip(if: $a)}", "variables": {"a": 1}}'),
    400,
    'BAD_USER_INPUT',
  ],
])('answers %s in words, and with a code', async (_what, request, status, code) => {
  const answer = await exchange(server.url, request);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code } }] });
  expect(answer.body).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.js\b|\.ts\b/);
});

test('answers a body that is not UTF-8', async () => {
  const request = post('???');
  const bytes = Buffer.concat([Buffer.from(request.slice(0, -3)), Buffer.from([0x22, 0xff, 0x22])]);
  expect(await exchange(server.url, bytes)).toMatchObject({ status: 400, body: expect.stringContaining('UTF-8') });
});

test('takes variables of absurd depth that no operation declares for what they are: not used', async () => {
  const deep = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`;
  const unused = await exchange(server.url, post(`{"query": "{__typename}", "variables": ${deep}}`));
  expect(JSON.parse(unused.body)).toEqual({ data: { __typename: 'Query' } });
});

test('goes on after all this', async () => {
  expect(await server.ask('{ __typename }')).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } });
});
