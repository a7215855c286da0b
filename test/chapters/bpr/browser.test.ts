// The figures of BPR in the reader's hand: one step on a triple, many steps on the log that fits on paper,
// and the three ways of drawing negatives.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { alive, useBook } from '../../browser/support/book.ts';
import { overflowing } from '../../browser/support/layout.ts';
import { until } from '../../browser/support/until.ts';

const book = useBook();

async function figureOn(page: Page, selector: string): Promise<Locator> {
  const figure = page.locator(selector);
  await figure.scrollIntoViewIfNeeded();
  return figure;
}
const titleOf = (figure: Locator): Promise<string> => figure.locator('.finding').innerText();

/** Presses, and waits until the figure answers: it may not be alive yet. */
async function pressAndWait(figure: Locator, press: () => Promise<void>): Promise<void> {
  const before = await titleOf(figure);
  await press();
  await until(
    () => titleOf(figure),
    (title) => title !== before,
    'the figure answers',
  );
}

describe('one step of BPR', () => {
  test('is taken, taken back and begun anew, by pointer', async () => {
    await book.visit('models/bpr', async ({ page }) => {
      const figure = await figureOn(page, '.step-figure');
      const first = await titleOf(figure);
      expect(first).toBe('w = 0.73: this step moves the margin from −1.00 to 0.65');
      const step = figure.getByRole('button', { name: 'Step', exact: true });
      await pressAndWait(figure, () => step.click());
      expect(await titleOf(figure)).toMatch(/from 0\.65 to/);
      await figure.getByRole('button', { name: 'Back' }).click();
      expect(await titleOf(figure)).toBe(first);
      // The tip of yj, a square at (1, -0.5), is dragged to where yi stands.
      const handles = figure.locator('.handle');
      const [from, to] = [await handles.nth(2).boundingBox(), await handles.nth(1).boundingBox()];
      if (!from || !to) throw new Error('a tip is not there');
      const middle = (box: typeof from) => [box.x + box.width / 2, box.y + box.height / 2] as const;
      await page.mouse.move(...middle(from));
      await page.mouse.down();
      await page.mouse.move(...middle(to), { steps: 4 });
      await page.mouse.up();
      expect(await titleOf(figure)).toMatch(/^w = 0\.50: this step moves the margin from 0\.00/);
      expect(await violationsOf(page, '.step-figure')).toEqual([]);
      await figure.getByRole('button', { name: 'Back' }).click();
      expect(await titleOf(figure)).toBe(first);
      await figure.getByLabel('Person').selectOption('Eve');
      expect(await figure.getByLabel('had book').locator('option').allInnerTexts()).toEqual(['C']);
      await figure.getByRole('button', { name: 'Start over' }).click();
      expect(await titleOf(figure)).toBe(first);
    });
  });

  test('is reached with keys alone, and says the same', async () => {
    await book.visit('models/bpr', async ({ page }) => {
      const figure = await figureOn(page, '.step-figure');
      const first = await titleOf(figure);
      await figure.getByLabel('lr').focus();
      await pressAndWait(figure, () => page.keyboard.press('ArrowRight'));
      expect(await figure.getByLabel('lr').inputValue()).toBe('0.55');
      await page.keyboard.press('ArrowLeft');
      expect(await titleOf(figure)).toBe(first);
      await figure.getByText('Move the vectors without dragging').focus();
      await page.keyboard.press('Enter');
      const second = figure.getByRole('slider', { name: /yj.*factor 2/ });
      await second.focus();
      await page.keyboard.press('Home');
      expect(await second.inputValue()).toBe('-2');
      await figure.getByRole('slider', { name: /yj.*factor 1/ }).focus();
      for (let n = 0; n < 20; n++) await page.keyboard.press('ArrowLeft');
      expect(await titleOf(figure)).toMatch(/^w = 0\.50: this step moves the margin from 0\.00/);
      await figure.getByRole('button', { name: 'Step', exact: true }).focus();
      await page.keyboard.press('Enter');
      expect(await titleOf(figure)).not.toMatch(/from 0\.00/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await titleOf(figure)).toMatch(/from 0\.00/);
      expect(await violationsOf(page, '.step-figure')).toEqual([]);
    });
  });
});

describe('many steps of BPR', () => {
  test('move the heap of margins, by pointer and by keyboard alike', async () => {
    await book.visit('models/bpr', async ({ page }) => {
      const figure = await figureOn(page, '.training-figure');
      expect(await titleOf(figure)).toBe(
        'After 110 steps, 25 of 28 triples are in order: AUC 0.89',
      );
      await pressAndWait(figure, () => figure.getByRole('button', { name: '100 steps' }).click());
      await figure.getByRole('button', { name: '10 steps' }).click();
      const pressed = await titleOf(figure);
      expect(pressed).toBe('After 220 steps, 28 of 28 triples are in order: AUC 1.00');
      const height = (await figure.boundingBox())?.height;
      await figure.getByRole('radio', { name: /unchecked/ }).check();
      expect(await titleOf(figure)).toBe(
        'After 220 steps, 25 of 28 triples are in order: AUC 0.89',
      );
      expect((await figure.boundingBox())?.height).toBe(height);
      expect(await violationsOf(page, '.training-figure')).toEqual([]);
      await figure.getByRole('radio', { name: /unchecked/ }).focus();
      await page.keyboard.press('ArrowUp');
      expect(await titleOf(figure)).toBe(pressed);
      await figure.getByRole('slider', { name: /Steps/ }).focus();
      await page.keyboard.press('Home');
      expect(await titleOf(figure)).toMatch(/^After 0 steps/);
      await page.keyboard.press('ArrowRight');
      expect(await titleOf(figure)).toMatch(/^After 1 step,/);
    });
  });
});

describe('the three ways of drawing negatives', () => {
  test('are computed again in the browser, to the printed bits, and can be stopped', async () => {
    await book.visit('models/bpr', async ({ page }) => {
      const demo = page.getByRole('region', { name: 'Three ways of drawing negatives, live' });
      await demo.scrollIntoViewIfNeeded();
      await alive(demo);
      const finding = await titleOf(demo);
      const bar = demo.getByRole('group', { name: 'Run', exact: true });
      const says = () => bar.locator('.report').innerText();
      await bar.getByRole('button', { name: 'Run' }).click();
      await until(says, (text) => text.includes('Fit '), 'a fit is under way');
      await bar.getByRole('button', { name: 'Stop' }).click();
      await until(says, (text) => text.includes('Stopped'), 'the run is stopped');
      await bar.getByRole('button', { name: 'Run' }).click();
      await until(says, (text) => text.includes('identical'), 'the run is reproduced', 60_000);
      expect(await titleOf(demo)).toBe(finding);
    });
  });

  test('ask before they tell, and a run answers', async () => {
    await book.visit(
      'models/bpr',
      async ({ page }) => {
        const demo = page.getByRole('region', { name: 'Three ways of drawing negatives, live' });
        await demo.scrollIntoViewIfNeeded();
        await alive(demo);
        const told = page.locator('.told[data-asked="bpr-negatives"] > p:not(.told-note)').first();
        expect(await demo.locator('.finding').isVisible()).toBe(false);
        expect(await demo.locator('figcaption').isVisible()).toBe(false);
        expect(await told.isVisible()).toBe(false);
        await demo.getByRole('radio', { name: 'Less known items' }).check();
        await demo.getByRole('button', { name: 'Run', exact: true }).click();
        await until(
          () => demo.locator('.verdict').innerText(),
          (text) => text.startsWith('As you said: less known items. With j drawn by popularity'),
          'it is answered',
          60_000,
        );
        expect(await demo.locator('.finding').isVisible()).toBe(true);
        await until(() => told.isVisible(), Boolean, 'the text is open');
        expect(await violationsOf(page, '.negatives-demo')).toEqual([]);
      },
      { asks: true },
    );
  });

  test('tell of each epoch by keyboard, and the address keeps it', async () => {
    await book.visit('models/bpr', async ({ page }) => {
      const demo = page.getByRole('region', { name: 'Three ways of drawing negatives, live' });
      await demo.scrollIntoViewIfNeeded();
      await alive(demo);
      const finding = await titleOf(demo);
      await demo.getByRole('slider', { name: /epochs/ }).focus();
      await page.keyboard.press('ArrowLeft');
      expect(await titleOf(demo)).not.toBe(finding);
      expect(await violationsOf(page, '.negatives-demo')).toEqual([]);
      await until(
        () => page.evaluate(() => location.search),
        (query) => query === '?draw.epochs=10',
        'the address has the epochs',
      );
    });
  });

  test('can be seen in another world', async () => {
    await book.visit('models/bpr', async ({ page }) => {
      const demo = page.getByRole('region', { name: 'Three ways of drawing negatives, live' });
      await demo.scrollIntoViewIfNeeded();
      await alive(demo);
      await demo.getByLabel('World').selectOption('heavy-tail');
      await demo.getByRole('button', { name: 'Run', exact: true }).click();
      const caption = () => demo.locator('caption').textContent();
      const isThere = (text: string | null) => (text ?? '').includes('in the world “Heavy tail”');
      await until(caption, isThere, 'the table is of that world');
    });
  });
});

test('the figures of BPR stand in the page without scripts, and fit a phone', async () => {
  await book.visit(
    'models/bpr',
    async ({ page }) => {
      for (const selector of ['.step-figure', '.training-figure', '.negatives-demo']) {
        expect((await titleOf(page.locator(selector))).length).toBeGreaterThan(20);
        expect(await page.locator(`${selector} svg`).count()).toBeGreaterThan(1);
      }
    },
    { javaScriptEnabled: false },
  );
  await book.visit(
    'models/bpr',
    async ({ page }) => {
      const figure = await figureOn(page, '.step-figure');
      await figure.getByLabel('Person').selectOption('Eve');
      await figure.getByRole('button', { name: 'Step', exact: true }).click();
      expect(await page.evaluate(overflowing)).toEqual([]);
    },
    { width: 320 },
  );
});
