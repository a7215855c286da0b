import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapters } from '../../.vitepress/chapters.ts';
import { sites } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
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

  test('a misspelt address is answered by what is near to it, a search for its words, and the contents', async () => {
    const { page, close } = await newPage(browser, server.url);
    await page.goto(`${server.url}models/contentbased-profile`, { waitUntil: 'networkidle' });
    const near = page.locator('.near');
    expect(await near.getByRole('link', { name: 'Content-based' }).getAttribute('href')).toBe(
      `${site.base}models/content-based`,
    );
    const contents = page.getByRole('navigation', { name: 'Contents', exact: true });
    expect(await contents.getByRole('link').count()).toBe(chapters.length);
    expect(await violationsOf(page)).toEqual([]);
    await page
      .getByRole('button', { name: 'Search the book for “contentbased profile”' })
      .press('Enter');
    const field = page.getByRole('searchbox');
    await field.waitFor();
    expect(await field.inputValue()).toBe('contentbased profile');
    await page.getByRole('option').first().waitFor();
    await close();
  });

  test('without scripts, an unknown address is answered by the contents', async () => {
    const { page, close } = await newPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(`${server.url}no-such-page`);
    await page.getByRole('heading', { level: 1, name: 'This page is not in the book' }).waitFor();
    const links = page.locator('.lost-notice').getByRole('link');
    expect(await links.count()).toBe(chapters.length + 1);
    await links.getByText('Trending').click();
    await page.getByRole('heading', { level: 1, name: 'Trending' }).waitFor();
    await close();
  });
});
