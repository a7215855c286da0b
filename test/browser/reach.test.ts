// How near things are: by keyboard from the top of a page to its Run, and on the screen from a control to what it changes.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tagsOf } from '../support/html.ts';
import { pages } from '../support/pages.ts';
import { pageHtml, sites } from '../support/site.ts';
import { alive, useBook } from './support/book.ts';

const book = useBook();

/** The pages on which something is run. */
const withRun = pages.filter((page) => />\s*Run\s*<\/button>/.test(pageHtml(sites[0], page)));

const most = 15;

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement?.textContent ?? '').replace(/\s+/g, ' ').trim());

/** Presses Tab until the focus is on what is called so. @returns how often; Infinity where it never came within the bound */
async function pressesTo(page: Page, name: string, bound: number): Promise<number> {
  for (let n = 1; n <= bound; n++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return n;
  }
  return Infinity;
}

test('there are such pages, and each says where its demo is', () => {
  expect(withRun.length).toBeGreaterThan(10);
  for (const page of withRun) {
    const tags = tagsOf(pageHtml(sites[0], page)).map(({ attributes }) => attributes);
    expect(tags.filter((tag) => tag.get('href') === '#demo').length, page).toBe(1);
    expect(tags.filter((tag) => tag.get('id') === 'demo').length, page).toBe(1);
  }
});

test.for(withRun)(
  `from the top of %s it is at most ${most} presses of Tab to its Run`,
  async (name) => {
    await book.visit(
      name,
      async ({ page }) => {
        const toLink = await pressesTo(page, 'Skip to the demo', 3);
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => location.hash === '#demo');
        await alive(page.locator('#demo + *'));
        const toRun = await pressesTo(page, 'Run', most);
        expect(toLink + toRun).toBeLessThanOrEqual(most);
        const place = await page.evaluate(
          () => document.activeElement?.getBoundingClientRect().top,
        );
        expect(place).toBeGreaterThan(0);
      },
      { asks: true },
    );
  },
);

test('without a script the link leads to the demo as well', async () => {
  await book.visit(
    'models/bpr',
    async ({ page }) => {
      await pressesTo(page, 'Skip to the demo', 3);
      await page.keyboard.press('Enter');
      const seen = () =>
        page.evaluate(() => document.querySelector('#demo')?.getBoundingClientRect().top);
      await expect.poll(seen).toBeLessThan(400);
    },
    { javaScriptEnabled: false },
  );
});
