import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exampleTabs } from '../../src/server/exampleTabs.ts';
import { type Serving, serving } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

let server: Serving;
const published = publishedData();
let browser: Browser;
beforeAll(async () => {
  server = await serving(await published.open());
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  published.remove();
});

/** The name of an operation, which GraphiQL gives to its tab. */
const nameOf = ({ query }: { query: string }) => query.match(/^query (\w+)/m)?.[1];

describe('GraphiQL', () => {
  test('opens on the examples, answers the one that is clicked, and fetches nothing from elsewhere', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(100_000);
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (host !== new URL(server.url).host && !['blob:', 'data:'].includes(protocol)) foreign.push(request.url());
    });

    await page.goto(new URL('/', server.url).href);
    await page.locator('.graphiql-tab').first().waitFor();
    const tabs = await page.locator('.graphiql-tab-button').allTextContents();
    await page.locator('.graphiql-tab-button').nth(2).click();
    await page.locator('.graphiql-tab-active', { hasText: 'ThreeFirmsGrowth' }).waitFor();
    // The editors come after the tabs, and a click before both stand runs nothing: then a user clicks again.
    await page.locator('.graphiql-editor .view-line', { hasText: 'ThreeFirmsGrowth' }).first().waitFor();
    const answer = page.locator('.result-window', { hasText: '"data"' });
    await vi.waitFor(
      async () => {
        await page.locator('.graphiql-execute-button').click();
        await answer.waitFor({ timeout: 5_000 });
      },
      { timeout: 90_000 },
    );
    expect(await answer.textContent()).not.toContain('"errors"');
    await page.reload();
    await page.locator('.graphiql-tab').first().waitFor();

    expect(await page.locator('.graphiql-tab-button').allTextContents()).toEqual(tabs);
    expect(tabs).toEqual(exampleTabs('examples').map(nameOf));
    expect(tabs.length).toBe(8);
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
    // The page is 9 MB of script and is read twice: 5 s on a machine that is free.
  }, 120_000);

  test('is sent compressed, and once', async () => {
    const get = (headers: Record<string, string>) =>
      fetch(server.url, { headers: { accept: 'text/html', ...headers } });
    const sizes = new Map<string, number>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await get({ 'accept-encoding': encoding });
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(await response.text()).toMatch(/^\s*<!doctype html>/);
      sizes.set(encoding, Number(response.headers.get('content-length')));
    }
    expect(sizes.get('br')).toBeLessThan(2_500_000);
    expect(sizes.get('gzip')).toBeLessThan(3_000_000);

    const etag = (await get({})).headers.get('etag') ?? '';
    const again = await get({ 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});
