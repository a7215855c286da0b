// Every page, opened and read to its end: it comes alive without trouble, and everybody can read it.
import { expect, test } from 'vitest';
import { pages } from '../support/pages.ts';
import { sites } from '../support/site.ts';
import { inTier } from '../support/tier.ts';
import { faultsIn, looks } from './support/axe.ts';
import { isAlive, useBook, wholeRead } from './support/book.ts';
import { largeMarks, overflowing, shortened, smallTargets, smallTexts } from './support/layout.ts';

// The last is made so that Vue tells every difference between the page as served and as the scripts would make it.
const book = useBook(sites[sites.length - 1]);

test.concurrent.for(pages)(
  '%s opens without trouble, is accessible in light and dark, and fits a phone',
  async (name) => {
    await book.visit(
      name,
      async ({ page }) => {
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        expect(await isAlive(page)).toBe(true);
        expect(page.workers()).toEqual([]);
        await wholeRead(page);
        expect(await faultsIn(page, inTier([looks[0], looks[3]], looks))).toEqual([]);

        await page.setViewportSize({ width: 360, height: 740 });
        const found = {
          shortened: await page.evaluate(shortened),
          smallTexts: await page.evaluate(smallTexts),
          smallTargets: await page.evaluate(smallTargets),
          largeMarks: await page.evaluate(largeMarks),
          overflowing: [] as string[],
        };
        await page.setViewportSize({ width: 320, height: 740 });
        found.overflowing = await page.evaluate(overflowing);
        const faults = Object.entries(found).map(([name, list]) => ({ name, list }));
        expect(faults.filter(({ list }) => list.length > 0)).toEqual([]);
      },
      { reducedMotion: 'reduce' },
    );
    expect(book.server().unknown).toEqual([]);
  },
);
