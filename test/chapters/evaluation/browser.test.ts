// The figures of the chapter on evaluation: a hit that can be moved, and five time lines.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook, wholeRead } from '../../browser/support/book.ts';
import { boxInView } from '../../browser/support/drawn.ts';

const book = useBook();

/** Presses at one place of an element and lets go at another, both as shares of its width. */
async function drag(page: Page, selector: string, from: number, to: number, y: number) {
  const box = await boxInView(page.locator(selector));
  await page.mouse.move(box.x + from * box.width, box.y + y);
  await page.mouse.down();
  await page.mouse.move(box.x + to * box.width, box.y + y, { steps: 4 });
  await page.mouse.up();
}

test('the hit can be dragged in its list, out of it too, and the metrics are worked with its rank', async () => {
  await book.visit('evaluation', async ({ page }) => {
    await wholeRead(page);
    const figure = page.locator('figure.metric-demo');
    const values = () => figure.locator('.meters dd:last-child').allTextContents();
    const numbers = () => figure.locator('.meters dd:nth-of-type(2)').allTextContents();
    expect(await numbers()).toContain('= [3 ≤ 10] / log₂(3 + 1) = 1 / 2.000');

    await drag(page, '.rack', 2.5 / 21, 6.5 / 21, 140);
    await expect.poll(values).toEqual(['1.000', '0.100', '0.333', '0.143']);
    expect(await numbers()).toContain('= [7 ≤ 10] / 7 = 1 / 7');
    await drag(page, '.rack', 6.5 / 21, 20.5 / 21, 140);
    await expect.poll(values).toEqual(['0.000', '0.000', '0.000', '0.000']);
    expect(await figure.getByRole('slider').getAttribute('aria-valuetext')).toBe('not in the list');

    await figure.getByRole('slider').press('Home');
    await expect.poll(values).toEqual(['1.000', '0.100', '1.000', '1.000']);
    expect(await violationsOf(page, 'figure.metric-demo')).toEqual([]);
  });
});

test('the rules of holding out are switched by keyboard, and the cut is moved by slider and by pointer', async () => {
  await book.visit('evaluation', async ({ page }) => {
    await wholeRead(page);
    const figure = page.locator('figure.split-figure');
    const title = () => figure.locator('.finding').textContent();
    const cut = figure.getByRole('slider', { name: /Cut before/ });
    expect(await title()).toMatch(/2 of 4 can be found/);
    expect(await figure.locator('.time-lines .later').count()).toBe(8);
    expect(await cut.isDisabled()).toBe(true);

    await figure.getByRole('radio', { name: 'Ben' }).press('Space');
    await figure.getByText('no list of new items can hold it').waitFor();
    expect(await figure.locator('.time-lines .later').count()).toBe(1);

    const rule = figure.getByRole('radio', { name: 'the last event of each' });
    await rule.press('ArrowRight');
    await expect.poll(title).toMatch(/all 4 can be found, and 3 later events are dropped/);
    await figure.getByRole('radio', { name: 'the last new item of each' }).press('ArrowRight');
    await expect.poll(title).toMatch(/2 of 5 people are asked/);
    expect(await figure.locator('.time-lines .later').count()).toBe(0);

    await cut.press('End');
    await expect.poll(title).toMatch(/0 of 5 people are asked/);
    await drag(page, '.time-lines', 18 / 19, 4 / 19, 60);
    await expect.poll(() => cut.inputValue()).toBe('4');
    await figure.getByRole('radio', { name: 'Eve', exact: true }).press('Space');
    await figure.getByText('Eve has no past to learn from.').waitFor();
    expect(await violationsOf(page, 'figure.split-figure')).toEqual([]);
  });
});

test('without scripts the time lines and the worked metrics are there', async () => {
  await book.visit(
    'evaluation',
    async ({ page }) => {
      const figure = page.locator('figure.split-figure');
      expect(await figure.locator('.time-lines .event').count()).toBe(19);
      await page.getByText('= [3 ≤ 10] / 3 = 1 / 3').waitFor();
    },
    { javaScriptEnabled: false },
  );
});
