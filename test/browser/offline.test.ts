// After one visit the book is there without its server; and nobody reads an old edition unawares.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { finishOffline } from '../../.vitepress/edition/offline.ts';
import { createStaticServer, listen } from '../../scripts/static-server.mjs';
import { addressOf, modelPages, pages } from '../support/pages.ts';
import { sites } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { settled } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import { openEditor } from './support/editor.ts';
import { until, untilEqual } from './support/until.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** A copy of a site that can be published anew, on a server that can stop, come back, and be slow. */
async function publish({ base, dir }: Site) {
  const folder = mkdtempSync(join(tmpdir(), 'book-edition-'));
  cpSync(dir, folder, { recursive: true });
  let port = 0;
  let held: (() => void)[] | undefined;
  const start = async () => {
    const server = createStaticServer({ dir: folder, base });
    const [answer] = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const now = () => {
        answer(request, response);
      };
      if (held) held.push(now);
      else now();
    });
    port = await listen(server, port);
    return server;
  };
  let server = await start();
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => {
        done();
      });
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}${base}`,
    folder,
    stop,
    async restart() {
      server = await start();
    },
    /** Lets every request wait. */
    hold() {
      held = [];
    },
    letGo() {
      const waiting = held ?? [];
      held = undefined;
      for (const answer of waiting) answer();
    },
    /** A new edition, whose first chapter has another question. */
    change(words: string, only: readonly ('page' | 'worker')[] = ['page', 'worker']) {
      const file = join(folder, 'start.html');
      const html = readFileSync(file, 'utf8');
      const changed = html.replace(/(<p class="opening-question">)[^<]*/, `$1${words}`);
      expect(changed).not.toBe(html);
      writeFileSync(file, changed);
      const name = finishOffline(folder, { version: '9.9.9' });
      if (!only.includes('page')) writeFileSync(file, html);
      return name;
    },
    async close() {
      await stop().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
type Published = Awaited<ReturnType<typeof publish>>;

/** A reader who comes once, and stays until the book is kept. */
async function reader(book: Published, first = '') {
  const opened = await newPage(browser, book.url, { keeps: true });
  await opened.page.goto(book.url + first);
  await isKept(opened.page);
  return opened;
}
const isKept = (page: Page) =>
  until(
    () => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'),
    (state) => state === 'activated',
    'the book is kept',
    60_000,
  );
const noticeOf = (page: Page) => page.locator('.edition-notice');

describe.for(sites)('the book built for $base, once visited,', (site) => {
  test('is read without its server: every page, with its demo', { timeout: 300_000 }, async () => {
    const book = await publish(site);
    const { page, troubles, close } = await reader(book);
    try {
      expect(await noticeOf(page).count()).toBe(0);
      await book.stop();
      for (const name of pages) {
        await page.goto(book.url + addressOf(name));
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await noticeOf(page).innerText(), name).toMatch(
          /server does not answer.*saved copy of edition \d+\.\d+\.\d+/s,
        );
        await settled(page);
      }
      const demos = [
        ...modelPages.map(({ id, page: name }) => ({ name, title: findModel(id).title })),
        { name: 'leaderboard', title: 'The leaderboard' },
      ];
      for (const { name, title } of demos) {
        await page.goto(book.url + name);
        const demo = await demoOn(page, title);
        await demo.runAndWait();
        expect(await demo.says(), name).toMatch(/identical to the printed numbers/);
      }
      // The reader's own code, in its frame.
      await page.goto(`${book.url}models/popularity`);
      const editor = await openEditor(page, 'popularity');
      await editor.button('Run').click();
      await editor.status(/^Done in/);
      // A link within the book, and the search.
      await page.locator('.VPSidebar a[href$="/start"]').click();
      await page.getByRole('heading', { level: 1, name: 'Start here' }).waitFor();
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').fill('half-life');
      await page.getByRole('option').first().waitFor();
      expect(troubles).toEqual([]);
    } finally {
      await close();
      await book.close();
    }
  });
});

test('a lost reader without a server is told so, and finds the way', async () => {
  const book = await publish(sites[1]);
  const { page, close } = await reader(book);
  try {
    await book.stop();
    const response = await page.goto(`${book.url}models/bprr`);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { level: 1, name: 'This page is not in the book' }).waitFor();
    expect(await noticeOf(page).count()).toBe(1);
  } finally {
    await close();
    await book.close();
  }
});

test('the saved copy offers to ask again, by keyboard too, and the server has the last word', async () => {
  const book = await publish(sites[0]);
  const { page, close } = await reader(book, 'start');
  try {
    await book.stop();
    await page.reload();
    expect(await violationsOf(page)).toEqual([]);
    await book.restart();
    await noticeOf(page).getByRole('link', { name: 'Ask again' }).press('Enter');
    await untilEqual(() => noticeOf(page).count(), 0, 'the page comes from the server');
  } finally {
    await close();
    await book.close();
  }
});

test('who reads while a new edition is published is told, and gets it', async () => {
  const book = await publish(sites[0]);
  const { page, close } = await reader(book, 'start');
  try {
    const question = page.locator('.opening-question');
    const before = await question.innerText();
    const name = book.change('Is this the second edition?');
    // As when the reader comes back to the window.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await noticeOf(page).waitFor({ timeout: 60_000 });
    expect(await noticeOf(page).innerText()).toMatch(/newer edition/);
    expect(await question.innerText()).toBe(before);
    expect(await violationsOf(page)).toEqual([]);

    await noticeOf(page).getByRole('button', { name: 'Reload' }).press('Enter');
    await until(
      () => question.innerText().catch(() => ''),
      (text) => text === 'Is this the second edition?',
      'the second edition is shown',
    );
    // It is now the one that is kept, and the only one.
    const kept = () => page.evaluate(() => caches.keys()).catch(() => []);
    await until(
      kept,
      (names) => names.length === 1 && names[0].endsWith(name),
      'the old one is gone',
    );
    expect(await noticeOf(page).count()).toBe(0);
    await book.stop();
    await page.reload();
    expect(await question.innerText()).toBe('Is this the second edition?');
    expect(await noticeOf(page).innerText()).toContain(`edition ${name}`);
  } finally {
    await close();
    await book.close();
  }
});

test('who comes back gets the new edition at once, and nothing is said', async () => {
  const book = await publish(sites[0]);
  const { page, close } = await reader(book, 'start');
  try {
    const name = book.change('Is this the second edition?');
    await page.goto(`${book.url}start`);
    expect(await page.locator('.opening-question').innerText()).toBe('Is this the second edition?');
    const kept = () => page.evaluate(() => caches.keys());
    await until(
      kept,
      (names) => names.length === 1 && names[0].endsWith(name),
      'it is kept',
      60_000,
    );
    expect(await noticeOf(page).count()).toBe(0);
  } finally {
    await close();
    await book.close();
  }
});

test('a server that thinks for too long is not waited for', async () => {
  const book = await publish(sites[0]);
  const { page, close } = await reader(book, 'start');
  try {
    book.hold();
    await page.goto(`${book.url}models/bpr`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await noticeOf(page).innerText()).toMatch(/saved copy/);
  } finally {
    book.letGo();
    await close();
    await book.close();
  }
});

test('a publication that is half done is not kept', async () => {
  const book = await publish(sites[0]);
  const { page, close } = await reader(book, 'start');
  try {
    const before = await page.evaluate(() => caches.keys());
    book.change('Is this the second edition?', ['worker']);
    const end = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise<string>((done) => {
        registration.addEventListener('updatefound', () => {
          const worker = registration.installing;
          worker?.addEventListener('statechange', () => {
            done(worker.state);
          });
        });
      });
      await registration.update();
      return found;
    });
    expect(end).toBe('redundant');
    await book.stop();
    await page.reload();
    expect(await noticeOf(page).innerText()).toMatch(/saved copy/);
    expect(before).toHaveLength(1);
    expect(await page.locator('.opening-question').innerText()).not.toContain('second edition');
  } finally {
    await close();
    await book.close();
  }
});

test('nothing of another book on the same server is touched', async () => {
  const book = await publish(sites[0]);
  const { page, close } = await reader(book);
  try {
    await page.evaluate(() => caches.open('somebody else'));
    const name = book.change('Is this the second edition?');
    await page.reload();
    const kept = () => page.evaluate(() => caches.keys());
    await until(
      kept,
      (names) => names.some((one) => one.endsWith(name)) && names.length === 2,
      'both',
      60_000,
    );
    expect(await kept()).toContain('somebody else');
  } finally {
    await close();
    await book.close();
  }
});
