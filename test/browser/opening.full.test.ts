import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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

describe('the scripts that a page loads before anybody touches it', () => {
  const [site] = sites;
  const book = useBook(site);
  const limit = 70_000; // bytes, compressed by gzip at its best

  test.concurrent.for(pages)('weigh at most 70 kB on %s', async (name) => {
    const files = loaded.get(name) ?? (await scriptsOf(book, name));
    const sizes = files.map((file) => ({
      file,
      bytes: gzipSync(readFileSync(join(site.dir, file)), { level: 9 }).length,
    }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total).toBeGreaterThan(20_000);
    const list = sizes.map(({ file, bytes }) => `${file}: ${bytes}`).join('\n');
    expect(total, list).toBeLessThanOrEqual(limit);
  });
});
