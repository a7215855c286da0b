import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { tunable } from '../../code/evaluation/tuned.ts';
import { models } from '../../code/models.ts';
import { pages } from '../support/pages.ts';
import { root } from '../support/site.ts';
import { useBook } from './support/book.ts';
import { contentOf } from './support/demo.ts';

const book = useBook();
const withoutScripts = { javaScriptEnabled: false } as const;

const markdownOf = (page: string): string => readFileSync(join(root, `docs/${page}.md`), 'utf8');

describe('without JavaScript', () => {
  test.concurrent.for(pages)('%s shows its text, its figures and its equations', async (name) => {
    await book.visit(
      name,
      async ({ page }) => {
        expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
        const source = markdownOf(name);
        const equations = source.match(/^\$\$$/gm)?.length ?? 0;
        expect(await page.locator('math').count()).toBeGreaterThanOrEqual(equations / 2);
        const empty = await page.evaluate(() =>
          [...document.querySelectorAll('main figure')]
            .filter((figure) => figure.checkVisibility())
            .filter((figure) => figure.getBoundingClientRect().height < 20)
            .map((figure) => figure.outerHTML.slice(0, 100)),
        );
        expect(empty).toEqual([]);
        const prose = await page.evaluate(() => {
          for (const code of document.querySelectorAll('pre, code')) code.remove();
          return document.body.innerText;
        });
        // The table of all calls speaks of such values; elsewhere they would be slips.
        if (name !== 'api') expect(prose).not.toMatch(/NaN|undefined|\[object |Infinity/);
      },
      withoutScripts,
    );
  });

  test('the leaderboard shows every model', async () => {
    await book.visit(
      'leaderboard',
      async ({ page }) => {
        const table = page
          .getByRole('region', { name: 'The leaderboard, live' })
          .getByRole('table');
        expect(await table.first().getByRole('row').count()).toBe(
          // One of heads; those that have settings stand there twice.
          1 + models.length + tunable.length,
        );
      },
      withoutScripts,
    );
  });
});

test.concurrent.for(['models/bpr', 'leaderboard', 'start', 'full-implementation'])(
  '%s is printed with its text and results, and without what only a screen can use',
  async (name) => {
    await book.visit(name, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      for (const role of ['navigation', 'search'] as const) {
        const visible = await page
          .getByRole(role)
          .evaluateAll((elements) =>
            elements
              .filter((element) => element.checkVisibility())
              .map(({ outerHTML }) => outerHTML),
          );
        expect(visible.map((html) => html.slice(0, 80))).toEqual([]);
      }
      for (const button of ['Run', 'Stop', 'Search', 'Menu']) {
        const found = page.getByRole('button', { name: button, exact: true });
        expect(await found.filter({ visible: true }).count(), button).toBe(0);
      }
      if (name === 'models/bpr') {
        const list = page.getByRole('list', { name: /recommends to person/ });
        expect(await list.isVisible()).toBe(true);
        expect(await page.locator('main pre').first().isVisible()).toBe(true);
      }
      const width = await page.evaluate(() => {
        const main = document.querySelector('main');
        return main ? main.getBoundingClientRect().left : NaN;
      });
      expect(width).toBeLessThan(120);
    });
  },
);

/** The cover's picture, now and after as long as it takes to move. */
async function coverTwice(page: Page): Promise<[string, string]> {
  const picture = page.getByRole('img', { name: /who took what/i }).first();
  const now = async (): Promise<string> => (await picture.evaluate(contentOf)).join('\n');
  const before = await now();
  await page.waitForTimeout(4000);
  return [before, await now()];
}

test.concurrent('the cover moves', async () => {
  await book.visit(
    'index',
    async ({ page }) => {
      const [before, after] = await coverTwice(page);
      expect(after).not.toBe(before);
    },
    { reducedMotion: 'no-preference' },
  );
});

test.concurrent('the cover stands still for readers who ask for less motion', async () => {
  await book.visit(
    'index',
    async ({ page }) => {
      const [before, after] = await coverTwice(page);
      expect(after).toBe(before);
      const moving = await page.evaluate(() => document.getAnimations().length);
      expect(moving).toBe(0);
    },
    { reducedMotion: 'reduce' },
  );
});
