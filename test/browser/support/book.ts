// One browser and one server for a file of tests, and visits to pages that must go without trouble.
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { addressOf } from '../../support/pages.ts';
import { sites } from '../../support/site.ts';
import type { Site } from '../../support/site.ts';
import { drawn } from './drawn.ts';
import { newPage, openBrowser } from './browser.ts';
import type { PageOptions } from './browser.ts';
import { scrollThrough } from './scroll.ts';
import { serveSite } from './server.ts';
import type { SiteServer } from './server.ts';
import { until } from './until.ts';

export interface Visit {
  readonly page: Page;
  /** Where the book begins: `http://127.0.0.1:41234/`. */
  readonly home: string;
  /** See newPage: at the end of a visit there are none, or the test fails. */
  readonly troubles: string[];
  /** A line to the browser's inside. */
  readonly inspect: () => Promise<CDPSession>;
}

export interface VisitOptions extends PageOptions {
  /** What stands in the address after the page, `?k=5` or `#place`. */
  readonly query?: string;
  /** Done to the page before it opens anything. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** The troubles that the test plants itself. */
  readonly expected?: RegExp;
}

export interface Book {
  readonly browser: () => Browser;
  readonly server: () => SiteServer;
  /** Opens a page of the book in a window of its own, and closes it whatever happens. */
  readonly visit: <T>(
    page: string,
    use: (visit: Visit) => Promise<T>,
    options?: VisitOptions,
  ) => Promise<T>;
}

/** To be called at the top of a file or of a `describe`. */
export function useBook(site: Site = sites[0]): Book {
  let started: { browser: Browser; server: SiteServer } | undefined;
  const parts = () => {
    if (!started) throw new Error('useBook: the browser is there only while tests run');
    return started;
  };
  beforeAll(async () => {
    const [browser, server] = await Promise.all([openBrowser(), serveSite(site)]);
    started = { browser, server };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.server.close();
  });

  return {
    browser: () => parts().browser,
    server: () => parts().server,
    async visit(name, use, { query = '', prepare, expected, ...options } = {}) {
      const { browser, server } = parts();
      // With scripts switched off, Chromium counts those that the page names as blocked.
      const unscripted = /^request failed: \S+\.js \(csp\)$/;
      const planted = expected ?? (options.javaScriptEnabled === false ? unscripted : /(?!)/);
      const { page, troubles, close } = await newPage(browser, server.url, options);
      try {
        await prepare?.(page);
        await page.goto(server.url + addressOf(name) + query, { waitUntil: 'load' });
        if (options.javaScriptEnabled !== false) await settled(page);
        const inspect = () => page.context().newCDPSession(page);
        const result = await use({ page, home: server.url, troubles, inspect });
        const unplanned = troubles.filter((trouble) => !planted.test(trouble));
        expect(unplanned, unplanned.join('\n')).toEqual([]);
        return result;
      } finally {
        await close();
      }
    },
  };
}

/** Waits until scripts are loaded, the page is alive, and what it sets at first is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await drawn(page);
}

/**
 * Runs in the page: the controls within an element to which nobody listens yet. Vue notes that on them, under
 * symbols.
 */
function sleepingControls(root: Element): string[] {
  const controls =
    'input, select, .run-bar > button, .exercise-check form, .exercise-check button:not([type=submit]), .exercise-progress > button';
  return [...root.querySelectorAll(controls)]
    .filter((control) => Object.getOwnPropertySymbols(control).length === 0)
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}

/** Waits until a part of the page is alive. What is pressed before would be carried out too, but later. */
export async function alive(part: Locator): Promise<void> {
  const sleeping = () => part.evaluate(sleepingControls);
  await until(sleeping, (list) => list.length === 0, 'all controls are alive', 120_000);
  await drawn(part.page());
}

/** Goes down the page and back, as a reader does, so that every part of it wakes. */
export async function wholeRead(page: Page): Promise<void> {
  await scrollThrough(page);
  await alive(page.locator('main'));
  await settled(page);
}

/** Vue has taken over the HTML that was served. */
export const isAlive = (page: Page): Promise<boolean> =>
  page.evaluate(() => '__vue_app__' in (document.querySelector('#app') ?? {}));
