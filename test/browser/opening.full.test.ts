import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pages } from '../support/pages.ts';
import { sites } from '../support/site.ts';
import { isAlive, useBook, wholeRead } from './support/book.ts';
import type { Book } from './support/book.ts';

// Opening a page is checked on both builds. The one for /book/ is made so that Vue tells every
// difference between the page as it is served and as the scripts would have made it.

describe.for(sites)('in the book built for $base', (site) => {
  const book = useBook(site);

  test.concurrent.for(pages)(
    '%s opens and comes alive without a message, an error, a failed request or one to elsewhere',
    async (name) => {
      const scripts = await scriptsOf(book, name);
      if (site === sites[0]) loaded.set(name, scripts);
      expect(book.server().unknown).toEqual([]);
    },
  );
});

/** The scripts of the pages of the first site, as far as they were opened above. */
const loaded = new Map<string, readonly string[]>();

/** Opens and reads a page; gives the files of the scripts that came with it, before any that wait. */
async function scriptsOf(book: Book, name: string): Promise<readonly string[]> {
  return book.visit(name, async ({ page }) => {
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await isAlive(page)).toBe(true);
    expect(page.workers()).toEqual([]);
    const files = await page.evaluate(() => {
      const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < page.loadEventEnd + 1000)
        .map((entry) => new URL(entry.name).pathname)
        .filter((path) => path.endsWith('.js'));
    });
    await wholeRead(page);
    return [...new Set(files)];
  });
}

describe('a page that comes alive', () => {
  const book = useBook(sites[0]);

  // Each of the two would have the browser look up the style of every element once more.
  test('does not write its language and its direction again', async () => {
    const prepare = (page: Page) =>
      page.addInitScript(() => {
        const written: string[] = [];
        Object.assign(window, { written });
        new MutationObserver((records) => {
          for (const { attributeName } of records) written.push(attributeName ?? '');
        }).observe(document, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
      });
    await book.visit(
      'models/implicit-als',
      async ({ page }) => {
        expect(await isAlive(page)).toBe(true);
        const ofPage = await page.evaluate(() => [
          document.documentElement.lang,
          document.documentElement.dir,
          ...(window as unknown as { written: string[] }).written,
        ]);
        expect(ofPage).toEqual(['en-GB', 'ltr']);
      },
      { prepare },
    );
  });
});

/** What a reader's browser fetches of these scripts, compressed by gzip at its best; the heaviest come first. */
function weigh(files: readonly string[]): { total: number; list: string } {
  const sizes = files.map((file) => ({
    file,
    bytes: gzipSync(readFileSync(join(sites[0].dir, file)), { level: 9 }).length,
  }));
  sizes.sort((a, b) => b.bytes - a.bytes);
  return {
    total: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    list: sizes.map(({ file, bytes }) => `${file}: ${bytes}`).join('\n'),
  };
}

describe('the scripts that a page loads before anybody touches it', () => {
  const book = useBook(sites[0]);
  const limit = 70_000;

  test.concurrent.for(pages)('weigh at most 70 kB on %s', async (name) => {
    const { total, list } = weigh(loaded.get(name) ?? (await scriptsOf(book, name)));
    expect(total).toBeGreaterThan(20_000);
    expect(total, list).toBeLessThanOrEqual(limit);
  });
});

describe('all scripts of a page, with those that are fetched once it is idle', () => {
  const book = useBook(sites[0]);
  const limit = 150_000;
  /** For so long nothing more was asked for: an idle page leaves less between two of its parts. */
  const silence = 6000;

  const scriptsIn = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const scripts = performance
        .getEntriesByType('resource')
        .map((entry) => new URL(entry.name).pathname)
        .filter((path) => path.endsWith('.js'));
      return [...new Set(scripts)];
    });

  async function all(page: Page): Promise<string[]> {
    let files = await scriptsIn(page);
    for (let quiet = 0; quiet < silence; quiet += 500) {
      await page.waitForTimeout(500);
      const now = await scriptsIn(page);
      if (now.length > files.length) quiet = 0;
      files = now;
    }
    return files;
  }

  test.concurrent.for(pages)('weigh at most 150 kB on %s', async (name) => {
    await book.visit(name, async ({ page }) => {
      const { total, list } = weigh(await all(page));
      expect(total, list).toBeLessThanOrEqual(limit);
    });
  });
});
