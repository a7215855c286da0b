import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeSource } from '../support/source.ts';
import { wholeRead } from './support/book.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { serveSite } from './support/server.ts';
import type { SiteServer } from './support/server.ts';

let browser: Browser;
let server: SiteServer;
beforeAll(async () => {
  browser = await openBrowser();
  server = await serveSite();
});
afterAll(async () => {
  await server.close();
  await browser.close();
});

describe('the figure of the log', () => {
  test('draws a new log as a slider moves, by keyboard alone, and comes back to the printed one', async () => {
    const { page, troubles, close } = await newPage(browser, server.url);
    await page.goto(`${server.url}data`, { waitUntil: 'networkidle' });
    await wholeRead(page);
    const figure = page.locator('figure', { has: page.getByLabel('Tastes to the power') });
    const finding = figure.locator('.finding');
    const printed = await finding.textContent();

    await figure.getByLabel('Tastes to the power').press('Home');
    await figure.getByText('Drawn in your browser').waitFor();
    await expect.poll(() => finding.textContent()).not.toBe(printed);

    await figure.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => finding.textContent()).toBe(printed);
    expect(troubles).toEqual([]);
    await close();
  });

  test('ends its worker when the reader leaves the page', async () => {
    const { page, close } = await newPage(browser, server.url);
    await page.goto(`${server.url}data`, { waitUntil: 'networkidle' });
    await wholeRead(page);
    await page.getByLabel('Weight of popularity').press('End');
    await page.getByText('Drawn in your browser').waitFor();
    expect(page.workers()).toHaveLength(1);
    await page.getByRole('link', { name: /3\. Evaluation/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Evaluation' }).waitFor();
    await expect.poll(() => page.workers().length).toBe(0);
    await close();
  });

  test('keeps its picture and says so when there is no worker', async () => {
    const { page, close } = await newPage(browser, server.url);
    await page.route(/model\.worker/, (route) => route.abort());
    await page.goto(`${server.url}data`, { waitUntil: 'networkidle' });
    await wholeRead(page);
    await page.getByLabel('Weight of popularity').press('End');
    await page.getByText('could not be drawn here').waitFor();
    await close();
  });
});

test('the metrics follow the rank of the hit', async () => {
  const { page, troubles, close } = await newPage(browser, server.url);
  await page.goto(`${server.url}evaluation`, { waitUntil: 'networkidle' });
  await wholeRead(page);
  const figure = page.locator('figure', { has: page.getByText('The item they took next stands') });
  const values = () => figure.locator('.meters dd:not(.why)').allTextContents();
  const rank = figure.getByRole('slider');

  expect(await values()).toEqual(['1.000', '0.100', '0.500', '0.333']);
  await rank.press('Home');
  await expect.poll(values).toEqual(['1.000', '0.100', '1.000', '1.000']);
  await rank.press('End');
  await expect.poll(values).toEqual(['0.000', '0.000', '0.000', '0.000']);
  expect(troubles).toEqual([]);
  await close();
});

test('the whole source can be copied and downloaded', async () => {
  const { page, troubles, close } = await newPage(browser, server.url, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${server.url}full-implementation`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Copy the whole file' }).click();
  await page.getByText(/^Copied: [\d,]+ lines/).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(wholeSource);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download recsys.ts' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(wholeSource);
  expect(troubles).toEqual([]);
  await close();
});

test('a link from a listing arrives at its region in the whole file', async () => {
  const { page, close } = await newPage(browser, server.url);
  await page.goto(`${server.url}full-implementation#bpr-step`, { waitUntil: 'networkidle' });
  await expect
    .poll(() =>
      page.locator('[id="bpr-step"]').evaluate((line) => line.getBoundingClientRect().top),
    )
    .toBeLessThan(400);
  const top = await page
    .locator('[id="bpr-step"]')
    .evaluate((line) => line.getBoundingClientRect().top);
  expect(top).toBeGreaterThan(0);
  await close();
});
