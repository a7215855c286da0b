// The figures of ALS in the reader's hand: half-steps, the scrubber over iterations, and fold-in.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook } from '../../browser/support/book.ts';
import { drawn } from '../../browser/support/drawn.ts';
import { overflowing, shortened, smallTargets, smallTexts } from '../../browser/support/layout.ts';
import { until } from '../../browser/support/until.ts';

const book = useBook();
const page_ = 'models/implicit-als';

/** A figure that has come alive: its controls listen. */
async function figureOn(page: Page, kind: string): Promise<Locator> {
  const figure = page.locator(`figure.${kind}`);
  await figure.scrollIntoViewIfNeeded();
  const control = figure.locator('button, input, select').first();
  const listens = () =>
    control.evaluate((element) =>
      Object.getOwnPropertySymbols(element).some(({ description }) =>
        // Vue's own: handlers, and where a bound input hands its value.
        ['_vei', '_assign'].includes(description ?? ''),
      ),
    );
  await until(listens, Boolean, `the figure ${kind} is alive`);
  return figure;
}

const findingOf = (figure: Locator): Promise<string> => figure.locator('.finding').innerText();
const heightOf = (figure: Locator): Promise<number> =>
  figure.evaluate((element) => element.getBoundingClientRect().height);

/** The two values of L that the title names. */
async function fallOf(figure: Locator): Promise<[from: number, to: number]> {
  const finding = await findingOf(figure);
  const [, from, to] = /from ([\d.]+) to ([\d.]+)/.exec(finding) ?? [];
  return [Number(from), Number(to)];
}

describe('half-steps by hand', () => {
  test('lower L at each press, to the pointer and to the keyboard, and go back', async () => {
    await book.visit(page_, async ({ page }) => {
      const figure = await figureOn(page, 'half-steps');
      const height = await heightOf(figure);
      const press = (name: RegExp) => figure.getByRole('button', { name });
      expect(await fallOf(figure)).toEqual([30, 16.87]);
      await press(/items’ rows/).click();
      const [from, to] = await fallOf(figure);
      expect(from).toBe(16.87);
      expect(to).toBeLessThan(from);
      await press(/users’ rows/).focus();
      await page.keyboard.press('Enter');
      const [next, lower] = await fallOf(figure);
      expect(next).toBe(to);
      expect(lower).toBeLessThan(to);
      // The same side again.
      await page.keyboard.press('Space');
      expect(await findingOf(figure)).toMatch(/4th half-step left L at .* lowest already/);
      expect(await heightOf(figure)).toBe(height);
      await press(/^Back$/).click();
      expect(await fallOf(figure)).toEqual([next, lower]);
      await press(/^Start over$/).click();
      expect(await findingOf(figure)).toMatch(/^Before the first half-step .* L is 30.00$/);
      expect(await violationsOf(page, '.half-steps')).toEqual([]);
    });
  });

  test('end at twelve, and the buttons say so without losing the focus', async () => {
    await book.visit(page_, async ({ page }) => {
      const figure = await figureOn(page, 'half-steps');
      for (let n = 0; n < 7; n++) {
        for (const name of [/items’ rows/, /users’ rows/]) {
          // Also where a button says that it is over.
          await figure.getByRole('button', { name }).focus();
          await page.keyboard.press('Enter');
        }
      }
      expect(await figure.locator('.status').innerText()).toMatch(/^12 half-steps taken/);
      const button = figure.getByRole('button', { name: /users’ rows/ });
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    });
  });

  test('show the equations of any row, from a list and from a press on the picture', async () => {
    await book.visit(page_, async ({ page }) => {
      const figure = await figureOn(page, 'half-steps');
      const equation = figure.locator('.equation');
      const matrixOf = (n: number) => equation.locator('.matrix').nth(n).getAttribute('aria-label');
      expect(await matrixOf(0)).toBe('7.00 0.00; 0.00 6.00');
      expect(await matrixOf(1)).toBe('4.00 −1.00; −1.00 4.00');
      expect(await equation.innerText()).toContain('2 · (2.00, 1.00) = (4.00, 2.00)');
      const row = figure.getByRole('combobox', { name: 'Row in hand' });
      await row.selectOption({ label: 'Eve' });
      expect(await matrixOf(0)).toBe('5.00 −1.00; −1.00 6.00');
      expect(await equation.innerText()).toMatch(/\(0\.00, 2\.00\) = b/);
      // Book A stands at (1, 0).
      const plane = figure.getByRole('img', { name: /^Books and people/ });
      await plane.locator('.point.items').first().click();
      expect(await row.inputValue()).toBe('items 0');
      expect(await equation.innerText()).toContain('A of book A');
    });
  });

  test('let the reader hold a row elsewhere, where its part of L is higher', async () => {
    await book.visit(page_, async ({ page }) => {
      const figure = await figureOn(page, 'half-steps');
      const reading = figure.locator('.reading');
      expect(await reading.innerText()).toMatch(/the lowest there is/);
      await figure.getByRole('slider', { name: 'x, 1st factor' }).focus();
      for (let n = 0; n < 20; n++) await page.keyboard.press('ArrowRight');
      const higher = /part of L is ([\d.]+); at the cross it is ([\d.]+)/;
      const [, here, lowest] = higher.exec(await reading.innerText()) ?? [];
      expect(Number(here)).toBeGreaterThan(Number(lowest));
      // By pointer: the ring goes where it is dragged.
      const ring = await figure.locator('.handle .grip').boundingBox();
      if (!ring) throw new Error('no ring to drag');
      await page.mouse.move(ring.x + ring.width / 2, ring.y + ring.height / 2);
      await page.mouse.down();
      await page.mouse.move(ring.x + 60, ring.y + 90, { steps: 4 });
      await page.mouse.up();
      const [, there] = higher.exec(await reading.innerText()) ?? [];
      expect(Number(there)).toBeGreaterThan(Number(lowest));
      expect(there).not.toBe(here);
      // The next half-step of its side takes it to the cross.
      await figure.getByRole('button', { name: /users’ rows/ }).click();
      expect(await reading.innerText()).toMatch(/the lowest there is/);
    });
  });

  test('start anew with other settings, by the keys of a slider', async () => {
    await book.visit(page_, async ({ page }) => {
      const figure = await figureOn(page, 'half-steps');
      await figure.getByRole('slider', { name: 'alpha' }).focus();
      await page.keyboard.press('End');
      // 11 events, each a miss that weighs 41; the books' squares add up to 8.
      expect(await fallOf(figure).then(([from]) => from)).toBe(11 * 41 + 8);
      await figure.getByRole('slider', { name: 'reg' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await fallOf(figure).then(([from]) => from)).toBe(11 * 41 + 16);
    });
  });
});

describe('the scrubber over iterations', () => {
  test('moves the items and tells what they show, by keyboard and by pointer', async () => {
    await book.visit(page_, async ({ page }) => {
      const figure = await figureOn(page, 'iteration-map');
      const height = await heightOf(figure);
      const slider = figure.getByRole('slider', { name: /^Iteration/ });
      const places = () =>
        figure
          .locator('.map .mark')
          .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('transform')).join());
      await slider.focus();
      await page.keyboard.press('Home');
      expect(await findingOf(figure)).toMatch(/^Before the first iteration .*as by chance$/);
      const start = await places();
      await page.keyboard.press('ArrowRight');
      expect(await findingOf(figure)).toMatch(/^After 1 iteration .* L has fallen from/);
      expect(await places()).not.toBe(start);
      await page.keyboard.press('End');
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^iteration 15 of 15: 7\d\s%/);
      await figure.getByRole('radio', { name: /the defaults/ }).click();
      expect(await findingOf(figure)).toMatch(/^After 15 iterations only 1\d\s% of the items/);
      const track = await slider.boundingBox();
      if (!track) throw new Error('no slider');
      await page.mouse.click(track.x + track.width / 2, track.y + track.height / 2);
      expect(await slider.inputValue()).toMatch(/^[78]$/);
      expect(await heightOf(figure)).toBe(height);
      expect(await violationsOf(page, '.iteration-map')).toEqual([]);
    });
  });
});

describe('fold-in', () => {
  test('gives someone new a list at once, and a bill that adds up', async () => {
    await book.visit(page_, async ({ page }) => {
      const figure = await figureOn(page, 'fold-in');
      const height = await heightOf(figure);
      const list = figure.getByRole('list', { name: 'Recommended to someone new' });
      expect(await findingOf(figure)).toMatch(/^With 2 books of Poetry, .* all its 10 are/);
      const boxes = figure.getByRole('checkbox');
      await boxes.first().click();
      await drawn(page);
      expect(await findingOf(figure)).toMatch(/^With 2 books of Poetry and 1 of Crime/);
      await list.locator('summary').first().click();
      const values = await list.locator('details[open] .value').allInnerTexts();
      const [score, ...parts] = values.map((text) => Number(text.replace('−', '-'))).reverse();
      expect(parts).toHaveLength(3);
      expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - score)).toBeLessThan(0.0021);
      await list.locator('summary').first().click();
      // By keyboard: no book, no list.
      for (const box of await boxes.all()) {
        if (!(await box.isChecked())) continue;
        await box.focus();
        await page.keyboard.press('Space');
      }
      await drawn(page);
      expect(await findingOf(figure)).toMatch(/^With no book at all b is 0/);
      expect(await list.count()).toBe(0);
      expect(await heightOf(figure)).toBe(height);
      expect(await violationsOf(page, '.fold-in')).toEqual([]);
    });
  });
});

test('on a phone the three figures fit, their texts can be read, and their controls be hit', async () => {
  await book.visit(
    page_,
    async ({ page }) => {
      for (const kind of ['half-steps', 'iteration-map', 'fold-in']) await figureOn(page, kind);
      expect(await page.evaluate(overflowing)).toEqual([]);
      expect(await page.evaluate(smallTexts)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      expect(await page.evaluate(shortened)).toEqual([]);
    },
    { width: 360 },
  );
});

test('without JavaScript the three figures stand there, with their numbers', async () => {
  await book.visit(
    page_,
    async ({ page }) => {
      for (const kind of ['half-steps', 'iteration-map', 'fold-in']) {
        const figure = page.locator(`figure.${kind}`);
        expect((await findingOf(figure)).length).toBeGreaterThan(40);
        await figure.locator('summary', { hasText: 'Show the numbers' }).click();
        expect(await figure.getByRole('row').count()).toBeGreaterThan(3);
      }
    },
    { javaScriptEnabled: false },
  );
});
