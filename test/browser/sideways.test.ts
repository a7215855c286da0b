// What is wider than a phone scrolls by itself, and says so.
import { describe, expect, test } from 'vitest';
import { pages } from '../support/pages.ts';
import { inTier } from '../support/tier.ts';
import { useBook, wholeRead } from './support/book.ts';
import { cutSideways } from './support/layout.ts';
import { scrollThrough } from './support/scroll.ts';
import { until } from './support/until.ts';

const book = useBook();

describe('at 360 px', () => {
  test.concurrent.for(inTier(['models/bpr'], pages))(
    '%s cuts no table, equation or caption without a word',
    async (name) => {
      await book.visit(
        name,
        async ({ page }) => {
          await wholeRead(page);
          // Tables are also behind what opens.
          await page.evaluate(() => {
            for (const part of document.querySelectorAll('main details'))
              part.setAttribute('open', '');
          });
          // What is out of view is not laid out until it is seen.
          await scrollThrough(page);
          await until(
            () => page.evaluate(cutSideways),
            (cut) => cut.length === 0,
            'nothing is cut',
          );
        },
        { width: 360, reducedMotion: 'reduce' },
      );
    },
  );

  test('an equation is scrolled by keyboard to its end, and the shade goes to the other side', async () => {
    await book.visit(
      'models/bpr',
      async ({ page }) => {
        const wide = page.locator('.equation[data-more="after"]').first();
        await wide.scrollIntoViewIfNeeded();
        const equation = await wide.elementHandle();
        const state = () => equation?.getAttribute('data-more');
        const edge = () =>
          page.evaluate((box) => {
            const { maskImage } = getComputedStyle(box as Element);
            const { content } = getComputedStyle(box as Element, '::before');
            return { maskImage, hasWord: content.includes('scroll') };
          }, equation);
        const before = await edge();
        expect(before.hasWord).toBe(true);
        await equation?.focus();
        for (let press = 0; press < 20 && (await state()) !== 'before'; press++) {
          await page.keyboard.press('ArrowRight');
          await page.waitForTimeout(50);
        }
        await until(state, (more) => more === 'before', 'its end is in view');
        const after = await edge();
        expect(after.hasWord).toBe(false);
        expect(after.maskImage).not.toBe(before.maskImage);
      },
      { width: 360, reducedMotion: 'reduce' },
    );
  });
});

test('nothing is said of an equation that has room', async () => {
  await book.visit('models/bpr', async ({ page }) => {
    await wholeRead(page);
    expect(await page.locator('.equation').count()).toBeGreaterThan(1);
    expect(await page.locator('.equation[data-more]').count()).toBe(0);
  });
});
