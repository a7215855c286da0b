import { describe, expect, test } from 'vitest';
import { tunable } from '../../code/evaluation/tuned.ts';
import { findModel, models } from '../../code/models.ts';
import { sites } from '../support/site.ts';
import { useBook } from './support/book.ts';
import { demoOn } from './support/demo.ts';

// Whatever folder of a server the book stands in, its parts find each other.

describe.for(sites)('the book built for $base', (site) => {
  const book = useBook(site);

  test('runs a demo in its worker, and leads on to the next page', async () => {
    await book.visit('models/popularity', async ({ page, home }) => {
      const demo = await demoOn(page, findModel('popularity').title);
      const printed = await demo.result();
      await demo.runAndWait();
      expect(page.workers().map((worker) => worker.url().startsWith(home))).toEqual([true]);
      expect(await demo.result()).toEqual(printed);
      await page.getByRole('navigation').getByRole('link', { name: 'Leaderboard' }).first().click();
      await page.getByRole('region', { name: 'The leaderboard, live' }).waitFor();
      expect(page.url()).toBe(`${home}leaderboard`);
      const board = await demoOn(page, 'The leaderboard');
      await board.runAndWait();
      const rows = board.root.getByRole('table').first().getByRole('row');
      // One of heads; those that have settings stand there twice.
      expect(await rows.count()).toBe(1 + models.length + tunable.length);
    });
    expect(book.server().unknown).toEqual([]);
  });

  test('finds pages, and opens them from a listing and from the search', async () => {
    await book.visit('models/bpr', async ({ page, home }) => {
      await page.getByRole('link', { name: 'open in the full file' }).first().click();
      await page.waitForURL(/\/full-implementation#/);
      const place = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
      await place.waitFor();
      expect(page.url().startsWith(home)).toBe(true);

      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').fill('half-life');
      await page.getByRole('option').first().click();
      await page.getByRole('searchbox').waitFor({ state: 'hidden' });
      expect(page.url().startsWith(home)).toBe(true);
      await page.getByRole('heading', { level: 1 }).waitFor();
    });
    expect(book.server().unknown).toEqual([]);
  });
});
