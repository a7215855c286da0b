import { expect, test } from 'vitest';
import { pages } from '../support/pages.ts';
import { useBook, wholeRead } from './support/book.ts';
import { largeMarks, overflowing, shortened, smallTargets, smallTexts } from './support/layout.ts';

const book = useBook();

test.concurrent.for(pages)(
  '%s fits a window of 320 px, and can be read and hit at 360 px',
  async (name) => {
    await book.visit(
      name,
      async ({ page }) => {
        await wholeRead(page);
        const found = {
          shortened: await page.evaluate(shortened),
          smallTexts: await page.evaluate(smallTexts),
          smallTargets: await page.evaluate(smallTargets),
          largeMarks: await page.evaluate(largeMarks),
          overflowing: [] as string[],
        };
        await page.setViewportSize({ width: 320, height: 740 });
        found.overflowing = await page.evaluate(overflowing);
        expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
      },
      { width: 360 },
    );
  },
);

test.each([800, 1024, 1280, 1600])('no text is cut short at %i px', async (width) => {
  await book.visit(
    'evaluation',
    async ({ page }) => {
      expect(await page.evaluate(shortened)).toEqual([]);
    },
    { width },
  );
});
