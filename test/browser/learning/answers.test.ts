// Nothing is answered before it is asked: what tells the answer is closed until a reader has run it, or asks to see it.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { models } from '../../../code/models.ts';
import { predictions } from '../../../.vitepress/reader/learning/predictions.ts';
import { useBook, alive } from '../support/book.ts';
import { until } from '../support/until.ts';

const book = useBook();
/** The demo with the question of the chapter itself, which comes first. */
const demo = (page: Page) =>
  page
    .locator('.demo')
    .filter({ has: page.locator('.predict') })
    .first();
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

test('a run opens the demo, which keeps its place, and the text below it', () =>
  book.visit(
    'models/popularity',
    async ({ page }) => {
      await alive(demo(page));
      expect(await told(page).isVisible()).toBe(false);
      expect(await page.locator('.told-note').first().isVisible()).toBe(true);
      await demo(page).getByRole('radio').first().check();
      expect(await readable(page)).toEqual([]);
      // From the top of the page to the end of the demo, and how far down the reader is.
      const place = () =>
        demo(page).evaluate((it) => [it.getBoundingClientRect().bottom + scrollY, scrollY]);
      await demo(page).getByRole('button', { name: 'Run' }).scrollIntoViewIfNeeded();
      const before = await place();
      await demo(page).getByRole('button', { name: 'Run' }).click();
      await until(
        () => readable(page),
        (texts) => texts.length > 1,
        'the run has opened it',
      );
      expect(await told(page).isVisible()).toBe(true);
      expect(await page.locator('.told-note').first().isVisible()).toBe(false);
      (await place()).forEach((now, n) => expect(Math.abs(now - before[n])).toBeLessThan(1));
    },
    { asks: true },
  ));

describe.for([
  ['.seed-board', 'leaderboard-seeds'],
  ['.worlds-demo', 'leaderboard-worlds'],
  ['.tuning-map', 'leaderboard-map'],
] as const)('%s, whose answer is printed already', ([selector, id]) => {
  const parts = (page: Page) => {
    const root = page.locator(selector);
    return {
      root,
      finding: root.locator('.finding'),
      verdict: () => root.locator('.verdict').innerText(),
      told: page.locator(`.told[data-asked="${id}"] > p:not(.told-note)`).first(),
      below: () => root.evaluate((it) => it.getBoundingClientRect().bottom + scrollY),
    };
  };

  test('opens with a guess, keeps its place, and opens the text below it', () =>
    book.visit(
      'leaderboard',
      async ({ page }) => {
        const { root, finding, verdict, told: text, below } = parts(page);
        await root.scrollIntoViewIfNeeded();
        await alive(root);
        expect(await finding.isVisible()).toBe(false);
        expect(await text.isVisible()).toBe(false);
        expect(await verdict()).toMatch(/^Choose one/);
        const before = await below();
        await root.locator('.predict').getByRole('radio').first().check();
        await until(() => finding.isVisible(), Boolean, 'the demo is open');
        expect(await verdict()).toMatch(/^(?:You said|As you said): .*\d/);
        expect(await text.isVisible()).toBe(true);
        expect(Math.abs((await below()) - before)).toBeLessThan(1);
      },
      { asks: true },
    ));

  test('opens without one, and then tells the answer', () =>
    book.visit(
      'leaderboard',
      async ({ page }) => {
        const { root, finding, verdict } = parts(page);
        await root.scrollIntoViewIfNeeded();
        await alive(root);
        await root.getByRole('button', { name: 'Show it without a guess' }).click();
        await until(() => finding.isVisible(), Boolean, 'the demo is open');
        expect(await verdict()).toMatch(/^Measured: .*\d/);
      },
      { asks: true },
    ));
});

test('the text below a station of the laboratory waits for its run', () =>
  book.visit(
    'laboratory',
    async ({ page }) => {
      const station = page.locator('[data-station="users"]');
      const text = page.locator('.told[data-asked="laboratory-users"] > p:not(.told-note)');
      await station.scrollIntoViewIfNeeded();
      await alive(station);
      expect(await text.isVisible()).toBe(false);
      await station.getByRole('radio').first().check();
      expect(await text.isVisible()).toBe(false);
      await station.getByRole('button', { name: 'Run' }).click();
      await until(() => text.isVisible(), Boolean, 'the text is open');
    },
    { asks: true },
  ));

test('who opens the text below a station unasked sees the chart that it speaks of', () =>
  book.visit(
    'laboratory',
    async ({ page }) => {
      const station = page.locator('[data-station="users"]');
      const finding = station.locator('.finding');
      await station.scrollIntoViewIfNeeded();
      await alive(station);
      expect(await finding.isVisible()).toBe(false);
      await page.locator('.told[data-asked="laboratory-users"] .told-note button').click();
      await until(() => finding.isVisible(), Boolean, 'what was measured is open');
    },
    { asks: true },
  ));

test('who opens the first demo unasked is told what was printed, without a run', () =>
  book.visit(
    'start',
    async ({ page }) => {
      await alive(demo(page));
      await demo(page).getByRole('button', { name: 'Show it without a guess' }).click();
      await until(
        () => demo(page).locator('.verdict').innerText(),
        (text) => /^Measured: .*\d/.test(text),
        'the answer is told',
      );
    },
    { asks: true },
  ));

test('a hit has the bars of its own rank until it is guessed where nDCG falls most', () =>
  book.visit(
    'evaluation',
    async ({ page }) => {
      const figure = page.locator('.metric-demo');
      await figure.scrollIntoViewIfNeeded();
      await alive(figure);
      const bars = figure.locator('.bars g');
      const seen = async () => {
        const all = await bars.all();
        const visible = await Promise.all(
          all.map((bar) => bar.evaluate((it) => getComputedStyle(it).visibility === 'visible')),
        );
        return visible.flatMap((isSeen, n) => (isSeen ? [n + 1] : []));
      };
      expect(await seen()).toEqual([3]);
      await figure.getByRole('slider').press('Home');
      await until(seen, (ranks) => ranks.join() === '1', 'the bars go along with the hit');
      await figure.getByLabel('From rank 1 to 2').check();
      const all = await bars.count();
      await until(seen, (ranks) => ranks.length === all, 'all are there');
      expect(await figure.locator('.verdict').innerText()).toMatch(/^As you said: .*\d/);
    },
    { asks: true },
  ));

test('the text has a button of its own, and who presses it by keyboard goes on there', () =>
  book.visit(
    'models/trending',
    async ({ page }) => {
      await alive(demo(page));
      const button = page.locator('.told-note button').first();
      await until(
        () => page.locator('.told-note button').count(),
        (n) => n === 2,
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
      await page.locator('.told-note button').first().click();
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
      for (const note of await page.locator('.told-note').all())
        expect(await note.isVisible()).toBe(false);
    },
    { asks: true },
  ));
