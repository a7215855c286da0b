// Nothing is answered before it is asked: what tells the answer is closed until a reader has run it, or asks to see it.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { models } from '../../../code/models.ts';
import { predictions } from '../../../.vitepress/reader/learning/predictions.ts';
import { useBook, alive } from '../support/book.ts';
import { until } from '../support/until.ts';

const book = useBook();
const demo = (page: Page) => page.locator('.demo').filter({ has: page.locator('.predict') });
const told = (page: Page) => page.locator('.told > p:not(.told-note)').first();

/** What of the demo can be read: its title, list, numbers and pictures. */
async function readable(page: Page): Promise<string[]> {
  const parts = demo(page).locator('.finding, .result > *');
  const all = await parts.all();
  expect(all.length).toBeGreaterThan(1);
  const texts: string[] = [];
  for (const part of all) if (await part.isVisible()) texts.push((await part.textContent()) ?? '');
  return texts;
}

const asked = models
  .filter(({ id }) => !predictions[id](0.033).change)
  .map(({ id }) => `models/${id}`);

describe.for([...asked, 'start', 'leaderboard'])('%s', (name) => {
  test('shows the question and a way to run, and no answer', () =>
    book.visit(
      name,
      async ({ page }) => {
        await alive(demo(page));
        expect(await demo(page).locator('.predict').isVisible()).toBe(true);
        expect(await demo(page).getByRole('button', { name: 'Run' }).isVisible()).toBe(true);
        expect(await readable(page)).toEqual([]);
        await demo(page).getByRole('button', { name: 'Show it without a guess' }).click();
        await until(
          () => readable(page),
          (texts) => texts.length > 1,
          'all is open',
        );
        await page.reload();
        await until(
          () => readable(page),
          (texts) => texts.length > 1,
          'it stays open',
        );
      },
      { asks: true },
    ));

  test('has all of it where no script runs', () =>
    book.visit(name, async ({ page }) => expect((await readable(page)).length).toBeGreaterThan(1), {
      asks: true,
      javaScriptEnabled: false,
    }));
});

test('a run opens the demo and the text below it, and moves nothing', () =>
  book.visit(
    'models/popularity',
    async ({ page }) => {
      await alive(demo(page));
      expect(await told(page).isVisible()).toBe(false);
      expect(await page.locator('.told-note').isVisible()).toBe(true);
      await demo(page).getByRole('radio').first().check();
      expect(await readable(page)).toEqual([]);
      const place = () =>
        page.locator('h2#the-source').evaluate((h) => h.getBoundingClientRect().y + scrollY);
      const before = await place();
      await demo(page).getByRole('button', { name: 'Run' }).click();
      await until(
        () => readable(page),
        (texts) => texts.length > 1,
        'the run has opened it',
      );
      expect(await told(page).isVisible()).toBe(true);
      expect(await page.locator('.told-note').isVisible()).toBe(false);
      expect(Math.abs((await place()) - before)).toBeLessThan(1);
    },
    { asks: true },
  ));

test('the text has a button of its own, and who presses it by keyboard goes on there', () =>
  book.visit(
    'models/trending',
    async ({ page }) => {
      await alive(demo(page));
      const button = page.locator('.told-note button');
      await until(
        () => button.count(),
        (n) => n === 1,
        'its button is there',
      );
      await until(
        async () => {
          await button.press('Enter').catch(() => undefined);
          return told(page).isVisible();
        },
        Boolean,
        'the text is open',
      );
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('told');
    },
    { asks: true },
  ));

test('a link to a sentence in it opens it', () =>
  book.visit(
    'models/trending',
    ({ page }) => until(() => told(page).isVisible(), Boolean, 'the linked text is open'),
    { asks: true, query: '#claim-haste' },
  ));

/** Nothing of the demo or the text can be read, and then, without a press, all of it. */
async function opensByItself(page: Page, pass: () => Promise<unknown>): Promise<void> {
  expect(await readable(page)).toEqual([]);
  expect(await told(page).isVisible()).toBe(false);
  await pass();
  await until(
    () => readable(page),
    (texts) => texts.length > 1,
    'all is open',
  );
}
const lostScripts = /request failed|Failed to load resource|Failed to fetch dynamically/;

test('where no script comes, nothing stays closed for ever', () =>
  book.visit(
    'models/popularity',
    async ({ page }) => {
      // As if the time had passed that a script may take.
      await opensByItself(page, () =>
        page.evaluate(() => (window as unknown as { late: () => void }).late()),
      );
      expect(await told(page).isVisible()).toBe(true);
    },
    {
      asks: true,
      expected: lostScripts,
      prepare: async (page) => {
        await page.route('**/*.js', (route) => route.abort());
        await page.addInitScript(() => {
          const usual = window.setTimeout.bind(window);
          Object.assign(window, {
            setTimeout: (run: () => void, delay?: number) => {
              if (delay === 30_000) Object.assign(window, { late: run });
              return usual(run, delay);
            },
          });
        });
      },
    },
  ));

test('a demo whose script does not come opens, and the text below it by its button', () =>
  book.visit(
    'models/popularity',
    async ({ page }) => {
      await opensByItself(page, () => Promise.resolve());
      expect(await told(page).isVisible()).toBe(false);
      await page.locator('.told-note button').click();
      expect(await told(page).isVisible()).toBe(true);
    },
    {
      asks: true,
      expected: lostScripts,
      prepare: (page) => page.route('**/chunks/Demo.*.js', (route) => route.abort()),
    },
  ));

test('on paper it stands after its question', () =>
  book.visit(
    'models/trending',
    async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await told(page).isVisible()).toBe(true);
      expect(await page.locator('.told-note').isVisible()).toBe(false);
    },
    { asks: true },
  ));
