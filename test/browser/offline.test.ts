// The book without a network: kept when its reader asks for it, and never an old page without a word.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finishOffline } from '../../.vitepress/build/edition/offline.ts';
import { createStaticServer, listen } from '../../scripts/static-server.mjs';
import { sites } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { demoOn } from './support/demo.ts';
import { until } from './support/until.ts';

const [site] = sites;
const folder = mkdtempSync(join(tmpdir(), 'book-offline-'));
const at = (file: string): string => join(folder, file);

let browser: Awaited<ReturnType<typeof openBrowser>>;
let server: Server | undefined;
let port = 0;
const home = (): string => `http://127.0.0.1:${port}${site.base}`;

async function goOnline(): Promise<void> {
  server = createStaticServer({ dir: folder, base: site.base });
  port = await listen(server, port);
}
async function goOffline(): Promise<void> {
  const old = server;
  server = undefined;
  await new Promise<void>((done) => {
    old?.close(() => {
      done();
    });
    old?.closeAllConnections();
  });
}

const keepButton = (page: Page) =>
  page.getByRole('button', { name: 'Keep this book on the device' });
const offer = (page: Page) => page.locator('.keep-offline');
/** What the browser has of the book. */
const keptIn = (page: Page) =>
  page.evaluate(async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

/** Opens a page in a window of its own, has it keep the book, and waits until it has. */
async function reader(use: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await newPage(browser, home(), { keeps: true });
  try {
    await page.goto(`${home()}start`);
    await keepButton(page).click();
    await offer(page).getByText('This book is kept on the device').waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await until(
      () => page.evaluate(() => navigator.serviceWorker.controller !== null),
      (controlled) => controlled,
      'the worker has taken the page',
    );
    await use(page);
  } finally {
    await close();
  }
}
const notice = (page: Page) => page.locator('.edition-notice');

beforeAll(async () => {
  cpSync(site.dir, folder, { recursive: true });
  browser = await openBrowser();
  await goOnline();
});
afterAll(async () => {
  await goOffline();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('nothing is kept before it is asked for, and nothing after it is to be forgotten', async () => {
  const { page, close } = await newPage(browser, home(), { keeps: true });
  try {
    await page.goto(`${home()}start`);
    await keepButton(page).waitFor();
    // So much is said before it is taken.
    expect(await offer(page).innerText()).toMatch(/It takes \d+(\.\d)?\sMB, and can then be read/);
    expect(await keptIn(page)).toEqual({ caches: 0, workers: 0 });
    expect(await violationsOf(page)).toEqual([]);
    await keepButton(page).press('Enter');
    await offer(page).getByText('This book is kept on the device').waitFor();
    expect(await keptIn(page)).toEqual({ caches: 1, workers: 1 });
    await page.reload();
    await offer(page).getByRole('button', { name: 'Forget it' }).click();
    await keepButton(page).waitFor();
    expect(await keptIn(page)).toEqual({ caches: 0, workers: 0 });
  } finally {
    await close();
  }
});

test('a device that keeps the book is told its name and has its pictures', async () => {
  const { page, close } = await newPage(browser, home());
  try {
    await page.goto(home());
    const link = await page.locator('link[rel=manifest]').getAttribute('href');
    const told = await page.request.get(new URL(link ?? '', home()).href);
    const { name, start_url, icons } = (await told.json()) as {
      name: string;
      start_url: string;
      icons: { src: string; sizes: string }[];
    };
    expect([name, start_url]).toEqual(['Recommendation algorithms', site.base]);
    expect(new Set(icons.map(({ sizes }) => sizes))).toEqual(new Set(['192x192', '512x512']));
    for (const { src, sizes } of icons) {
      const png = await (await page.request.get(new URL(src, home()).href)).body();
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  } finally {
    await close();
  }
});

describe('after one visit, without the server', () => {
  test('every page opens, says that it is a saved copy, and its demos run', async () => {
    await reader(async (page) => {
      await page.reload();
      expect(await notice(page).count()).toBe(0);
      await goOffline();
      try {
        for (const name of ['models/bpr', 'leaderboard', 'api', '']) {
          await page.goto(home() + name);
          expect(await page.getByRole('heading', { level: 1 }).count(), name).toBe(1);
          expect(await notice(page).innerText()).toMatch(
            /You are reading the saved copy of edition \d+\.\d+\.\d+/,
          );
        }
        expect(await violationsOf(page)).toEqual([]);
        await page.goto(`${home()}models/popularity`);
        const demo = await demoOn(page, 'Popularity');
        await demo.runAndWait();
        expect(await demo.says()).toMatch(/in your browser/);
        // What is reached for in the page: the search, the editor and the frame of the reader's code.
        await page.getByRole('button', { name: 'Edit' }).first().click();
        await page.getByRole('textbox', { name: /code/i }).first().waitFor();
        await page.getByRole('button', { name: 'Search' }).click();
        await page.getByRole('searchbox').fill('half-life');
        await page.getByRole('option').first().waitFor();
      } finally {
        await goOnline();
      }
    });
  });

  test('the whole book on one page and the Markdown of a chapter are there as well', async () => {
    await reader(async (page) => {
      await goOffline();
      try {
        await page.goto(`${home()}print.html`);
        expect(await page.locator('.print-chapter').count()).toBeGreaterThan(10);
        expect(await notice(page).count()).toBe(1);
        const markdown = await page.goto(`${home()}models/bpr.md`);
        expect(markdown?.headers()['content-type']).toContain('text/markdown');
        expect(await markdown?.text()).toMatch(/^# Bayesian personalized ranking\n/);
      } finally {
        await goOnline();
      }
    });
  });

  test('an address that is not in the book says so, as on the server', async () => {
    await reader(async (page) => {
      await goOffline();
      try {
        const answer = await page.goto(`${home()}nowhere`);
        expect(answer?.status()).toBe(404);
        await page.getByRole('heading', { name: /not in the book/ }).waitFor();
      } finally {
        await goOnline();
      }
    });
  });
});

test('a new edition is shown at the next visit, and told to a page that is still open', async () => {
  await reader(async (page) => {
    const old = page;
    const other = await page.context().newPage();
    await other.goto(`${home()}data`);
    const html = readFileSync(at('data.html'), 'utf8');
    try {
      writeFileSync(at('data.html'), html.replace('</h1>', ' (revised)</h1>'));
      const name = finishOffline(folder, { version: '9.9.9' });
      // The page that is turned to comes from the server, not from what is kept.
      await other.goto(`${home()}data`);
      expect(await other.locator('h1').innerText()).toContain('(revised)');
      expect(await other.locator('meta[name=book-edition]').getAttribute('content')).toBe(name);
      // The page that stayed open learns of it.
      await old.bringToFront();
      await old.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await notice(old).waitFor();
      expect(await notice(old).innerText()).toMatch(/newer edition/);
      expect(await violationsOf(old)).toEqual([]);
      const button = notice(old).getByRole('button', { name: 'Reload' });
      await button.focus();
      // Told again, by another page that takes the new edition, it is the same notice.
      await old.evaluate(async () => {
        const { serviceWorker } = navigator;
        const { waiting, active } = await serviceWorker.ready;
        serviceWorker.dispatchEvent(new Event('controllerchange'));
        await new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          (waiting ?? active)?.postMessage('which edition?', [port2]);
        });
      });
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      await Promise.all([old.waitForEvent('load'), old.keyboard.press('Enter')]);
      expect(await old.locator('meta[name=book-edition]').getAttribute('content')).toBe(name);
      expect(await notice(old).count()).toBe(0);
    } finally {
      writeFileSync(at('data.html'), html);
      await other.close();
    }
  });
});

test('a deployment that is half done is not kept', async () => {
  const html = readFileSync(at('start.html'), 'utf8');
  writeFileSync(at('start.html'), html.replace(/(name="book-edition" content=")[^"]*/, '$1other'));
  const { page, close } = await newPage(browser, home(), { keeps: true });
  try {
    await page.goto(`${home()}data`);
    await keepButton(page).click();
    const state = () =>
      page.evaluate(async () => {
        const found = await navigator.serviceWorker.getRegistration();
        return {
          trying: Boolean(found?.installing),
          kept: Boolean(found?.waiting ?? found?.active),
          caches: (await caches.keys()).length,
        };
      });
    await offer(page).getByText('That did not work').waitFor();
    await until(state, ({ trying }) => !trying, 'the worker has given up', 30_000);
    expect(await state()).toEqual({ trying: false, kept: false, caches: 0 });
    await offer(page).getByText('not all of it could be had. Nothing is kept.').waitFor();
  } finally {
    writeFileSync(at('start.html'), html);
    await close();
  }
});
