import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../support/site.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { serveSite } from './support/server.ts';
import type { SiteServer } from './support/server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.for(sites)('the home page of the book built for $base', (site) => {
  let server: SiteServer;
  beforeAll(async () => {
    server = await serveSite(site);
  });
  afterAll(() => server.close());

  test('opens without a message, an error or a request to elsewhere', async () => {
    const { page, troubles, close } = await newPage(browser, server.url);
    await page.goto(server.url, { waitUntil: 'networkidle' });
    expect(await page.locator('h1').count()).toBe(1);
    expect(troubles).toEqual([]);
    expect(server.unknown).toEqual([]);
    await close();
  });

  test('an unknown address is answered by the page for that, with status 404', async () => {
    const { page, troubles, close } = await newPage(browser, server.url);
    const address = `${server.url}no-such-page`;
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    expect(troubles[0]).toBe(`status 404: ${address}`);
    expect(server.unknown).toEqual([new URL(address).pathname]);
    await close();
  });
});
