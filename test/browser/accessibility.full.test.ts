import { expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { modelPages } from '../support/pages.ts';
import { faultsIn, looks, violationsOf } from './support/axe.ts';
import { useBook } from './support/book.ts';
import { demoOn } from './support/demo.ts';

const book = useBook();
const calm = { reducedMotion: 'reduce' } as const;

test.concurrent.for(modelPages)(
  'the demo of $id is accessible after a run, with all that can be opened open',
  async ({ page: name, id }) => {
    await book.visit(
      name,
      async ({ page }) => {
        const demo = await demoOn(page, findModel(id).title);
        await demo.runAndWait();
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await faultsIn(page, [looks[0], looks[3]], 'main')).toEqual([]);
      },
      calm,
    );
  },
);

test('the contents, opened over a page on a phone, are accessible', async () => {
  await book.visit(
    'models/bpr',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Contents' }).click();
      const contents = page.getByRole('navigation', { name: 'Chapters' });
      await contents.getByRole('link', { name: /The leaderboard/ }).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violationsOf(page), colorScheme).toEqual([]);
      }
    },
    { ...calm, width: 360 },
  );
});

test.for([1280, 360])('the search, opened with results at %i px, is accessible', async (width) => {
  await book.visit(
    'start',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').fill('popularity');
      await page.getByRole('option').first().waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violationsOf(page), colorScheme).toEqual([]);
      }
    },
    { ...calm, width },
  );
});
