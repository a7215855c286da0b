// Starts the Chromium that `npm test` found, and opens pages that remember everything that went
// wrong on them.
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { furtherQuestions, openKey } from '../../../.vitepress/reader/learning/asked.ts';
import { models } from '../../../code/models.ts';
import { findBrowser, launchArgs } from '../../support/browser.mjs';
import type { Found } from '../../support/browser.mjs';

/** What the book asks before it shows. */
const questions = [
  ...models.map(({ id }) => id),
  ...['start', 'data', 'evaluation', 'leaderboard', 'making-it-fast', 'production', 'exp'],
  ...furtherQuestions,
];

export async function openBrowser(): Promise<Browser> {
  const named = process.env['BOOK_BROWSER'];
  const found = named ? (JSON.parse(named) as Found) : await findBrowser({ install: false });
  return chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.env },
    args: launchArgs,
  });
}

export interface PageOptions extends BrowserContextOptions {
  /** Width of the window, in CSS pixels: 1280 unless told, with a height to suit. */
  readonly width?: number;
  /** The reader has answered nothing yet, so what tells an answer is closed. Else all of it is open. */
  readonly asks?: boolean;
  /** The book may keep itself for reading offline. Else every page comes from the server. */
  readonly keeps?: boolean;
}

export interface WatchedPage {
  readonly page: Page;
  /**
   * Everything that a page without fault does not do, in order: messages in the console, errors
   * and requests that failed (a worker's too), answers of 400 and more, requests to elsewhere.
   */
  readonly troubles: string[];
  readonly close: () => Promise<void>;
}

/**
 * A new page in a context of its own (nothing stored), on which only `origin` may be asked for
 * anything: `newPage(browser, server.url, { width: 360, colorScheme: 'dark' })`.
 */
export async function newPage(
  browser: Browser,
  origin: string,
  { width = 1280, asks = false, keeps = false, ...options }: PageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    ...options,
  });
  // What takes long on a busy machine is no fault.
  context.setDefaultTimeout(120_000);
  // What a test plants in the way of a request must not be answered from a saved copy.
  if (!keeps) {
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
    });
  }
  if (!asks) {
    await context.addInitScript(
      ([key, ids]) => {
        try {
          localStorage.setItem(key, ids);
        } catch {
          // A sandboxed frame keeps nothing.
        }
      },
      [openKey, JSON.stringify(questions)] as const,
    );
  }
  const page = await context.newPage();
  const troubles: string[] = [];
  const home = new URL(origin).origin;

  page.on('console', (message) => {
    troubles.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => {
    troubles.push(`error: ${error.message}`);
  });
  /** How many documents the page has asked for, and which of them each request belongs to. */
  let visits = 0;
  /** Until the new document is there, the old one may still ask for its parts. */
  let isLeaving = false;
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) isLeaving = false;
  });
  const askedOn = new WeakMap<Request, number>();
  const cuts: { readonly trouble: string; readonly at: number }[] = [];
  page.on('request', (request) => {
    const isVisit = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isVisit) {
      visits++;
      isLeaving = true;
      // The browser may tell of the cut before it tells of the visit that made it.
      const recent = cuts.filter(({ at }) => performance.now() - at < 1000);
      for (const { trouble } of recent) troubles.splice(troubles.indexOf(trouble), 1);
      cuts.length = 0;
    }
    askedOn.set(request, isLeaving && !isVisit ? visits - 1 : visits);
    const url = new URL(request.url());
    const inPlace = url.protocol === 'data:' || url.protocol === 'blob:';
    if (!inPlace && url.origin !== home) troubles.push(`request to another origin: ${url.href}`);
  });
  page.on('websocket', (socket) => {
    troubles.push(`web socket: ${socket.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A part that was still on its way when the reader left for another page is no fault of either.
    const isCutOff = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (isCutOff && (askedOn.get(request) ?? visits) < visits) return;
    const trouble = `request failed: ${request.url()} (${request.failure()?.errorText ?? '?'})`;
    troubles.push(trouble);
    if (isCutOff) cuts.push({ trouble, at: performance.now() });
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
  });
  return { page, troubles, close: () => context.close() };
}
