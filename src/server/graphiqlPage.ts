import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';
import type { GraphiQLOptions } from 'graphql-yoga';
import type { Answer } from './answer.ts';
import { buildId } from './buildId.ts';
import { exampleTabs } from './exampleTabs.ts';

type Encoding = 'br' | 'gzip';

const compressed: Readonly<Record<Encoding, (page: string) => Promise<Buffer>>> = {
  // Of 9 MB, quality 5 makes 1.8 in 0.3 s; the best, 11, makes 1.5 in half a minute.
  br: (page) => promisify(brotliCompress)(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (page) => promisify(gzip)(page),
};

/** What the page may load: itself. Its editor runs in workers made from its own text. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * GraphiQL, opening on the examples.
 *
 * The page is 9 MB, so it is made when first asked for, and kept compressed only.
 */
export function graphiqlPage(examples: string): (acceptEncoding: string, ifNoneMatch: string) => Promise<Answer> {
  const tabs = exampleTabs(examples);
  // `query` is the tab that is open at first, and again after a reload; without it a reload adds an empty one.
  const options = { title: 'Chipgraph', query: tabs[0]?.query, defaultTabs: tabs, defaultEditorToolsVisibility: false };
  const etag = `W/"${createHash('sha256')
    .update(`${buildId} ${JSON.stringify(options)}`)
    .digest('base64url')
    .slice(0, 16)}"`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
    etag,
  };
  const made = new Map<Encoding, Promise<Buffer>>();

  function page(encoding: Encoding): Promise<Buffer> {
    const bytes = made.get(encoding) ?? render(options).then(compressed[encoding]);
    made.set(encoding, bytes);
    return bytes;
  }

  return async (acceptEncoding, ifNoneMatch) => {
    if (ifNoneMatch.includes(etag)) return { status: 304, headers, body: '' };
    const encoding = encodingOf(acceptEncoding);
    if (encoding === null) return { status: 200, headers, body: await promisify(gunzip)(await page('gzip')) };
    return { status: 200, headers: { ...headers, 'content-encoding': encoding }, body: await page(encoding) };
  };
}

async function render(options: GraphiQLOptions): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL(options).replace('</head>', (end) => `<style>${tabsStayInPlace}</style>${end}`);
}

/**
 * GraphiQL animates its tabs, and gets it wrong the first time: a tab jumps to the end of the bar when it is pressed, away
 * from under the pointer, so that the click misses it.
 */
const tabsStayInPlace = '.graphiql-tab { transform: none !important; }';

/** The best encoding that the client takes; null where it takes none. */
function encodingOf(acceptEncoding: string): Encoding | null {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .map((part) => part.replaceAll(' ', ''))
    .filter((part) => !/;q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? null;
}
