// Trending, in hand: the half-life and the days of eleven events.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  halfLives,
  makeTimeline,
  originalDays,
} from '../../../.vitepress/chapters/trending/timeline.ts';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook } from '../../browser/support/book.ts';
import { overflowing, smallTargets, smallTexts } from '../../browser/support/layout.ts';
import { until, untilEqual } from '../../browser/support/until.ts';

const book = useBook();
const names = ['A', 'B', 'C', 'D', 'E'];

async function figureOn(page: Page): Promise<Locator> {
  const figure = page.locator('.time-line');
  await figure.scrollIntoViewIfNeeded();
  return figure;
}
const titleOf = (figure: Locator) => () => figure.locator('.finding').innerText();

/** The books by where they stand in the drawn list, once they have come to rest. */
const drawnOrder = (figure: Locator) => (): Promise<string[]> =>
  figure.locator('svg:visible .rank').evaluateAll((rows) =>
    rows
      .map((row) => ({
        top: row.querySelector('text')?.getBoundingClientRect().top ?? NaN,
        name: row.querySelector('text')?.textContent.trim() ?? '',
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ name }) => name),
  );
const orderOf = (days: readonly number[], halfLife: number): string[] =>
  makeTimeline(days, halfLife).order.map((item) => names[item]);

test('a longer half-life re-ranks the books, and the last stop is Popularity, by keyboard', async () => {
  await book.visit('models/trending', async ({ page }) => {
    const figure = await figureOn(page);
    const order = drawnOrder(figure);
    await untilEqual(order, orderOf(originalDays, 3), 'the order at three days');
    const { height } = (await figure.boundingBox()) ?? { height: 0 };
    const slider = figure.getByRole('slider', { name: /Half-life/ });
    await slider.focus();
    const steps = halfLives.indexOf(16) - halfLives.indexOf(3);
    await until(
      async () => {
        await page.keyboard.press('ArrowRight');
        return slider.inputValue();
      },
      (value) => Number(value) >= halfLives.indexOf(3) + steps,
      'sixteen days',
    );
    await untilEqual(order, orderOf(originalDays, 16), 'the order at sixteen days');
    await page.keyboard.press('End');
    const { order: ranked, popular } = makeTimeline(originalDays, Infinity);
    expect(ranked).toEqual(popular);
    await untilEqual(
      order,
      popular.map((item) => names[item]),
      'Popularity’s order',
    );
    await until(
      titleOf(figure),
      (text) => /^Without forgetting, .* Popularity’s/.test(text),
      'said',
    );
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^infinite, which is Popularity/);
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
    expect(await violationsOf(page, '.time-line')).toEqual([]);
  });
});

test('an old event that is dragged to the newest day counts 1, and can be put back', async () => {
  await book.visit('models/trending', async ({ page }) => {
    const figure = await figureOn(page);
    const title = titleOf(figure);
    const weight = figure.locator('.weight');
    await untilEqual(() => weight.innerText(), '0.125', 'the printed weight');
    const grip = figure.locator('svg:visible .grip');
    const back = figure.getByRole('button', { name: 'Put all back' });
    const days = figure.locator('svg:visible text').filter({ hasText: /^\s*9\s*$/ });
    await until(
      async () => {
        const [from, to] = [await grip.boundingBox(), await days.boundingBox()];
        if (!from || !to) throw new Error('no picture');
        const y = from.y - 8;
        await page.mouse.move(from.x + from.width / 2, y);
        await page.mouse.down();
        await page.mouse.move(to.x - 60, y, { steps: 4 });
        await page.mouse.move(to.x + to.width / 2, y, { steps: 4 });
        await page.mouse.up();
        return weight.innerText();
      },
      (text) => text === '1',
      'the event is new',
    );
    expect(await back.isEnabled()).toBe(true);
    await figure.getByText('Show the numbers').click();
    const moved = originalDays.map((day, row) => (row === 0 ? 9 : day));
    const score = makeTimeline(moved, 3).lanes[0].score.toFixed(2);
    await untilEqual(
      () => figure.getByRole('row', { name: /^A/ }).locator('td').nth(2).innerText(),
      score,
      'the score of A',
    );
    await back.click();
    await untilEqual(() => weight.innerText(), '0.125', 'the weight of before');
    await until(title, (text) => /D leads at 3\.00/.test(text), 'the title of before');
  });
});

test('an event is chosen and moved by keyboard alone', async () => {
  await book.visit('models/trending', async ({ page }) => {
    const figure = await figureOn(page);
    await until(
      async () => {
        await figure.getByRole('combobox', { name: 'Event' }).selectOption('Ben took D');
        return figure.getByRole('slider', { name: /on day/ }).inputValue();
      },
      (day) => day === '9',
      'Ben’s event of D is in hand',
    );
    const day = figure.getByRole('slider', { name: /on day/ });
    await day.focus();
    await page.keyboard.press('Home');
    await untilEqual(() => figure.locator('.weight').innerText(), '0.125', 'its weight');
    await until(titleOf(figure), (text) => /D leads at 2\.13/.test(text), 'two and an eighth');
  });
});

test('on a phone the time line stands within the window, and says the same without motion', async () => {
  await book.visit(
    'models/trending',
    async ({ page }) => {
      const figure = await figureOn(page);
      expect(await page.evaluate(overflowing)).toEqual([]);
      expect(await page.evaluate(smallTexts)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      const still = await figure
        .locator('svg:visible .rank')
        .first()
        .evaluate((row) => getComputedStyle(row).transitionDuration);
      expect(still).toBe('0s');
      await untilEqual(drawnOrder(figure), orderOf(originalDays, 3), 'the order');
    },
    { width: 360, reducedMotion: 'reduce' },
  );
});
