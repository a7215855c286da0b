// The figures of the chapter on the log: one event by hand, and the whole log in two orders.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook, wholeRead } from '../../browser/support/book.ts';
import { boxInView } from '../../browser/support/drawn.ts';

const book = useBook();

const generatorOn = async (page: Page) => {
  await wholeRead(page);
  const root = page.locator('figure.generator');
  return {
    root,
    title: () => root.locator('.finding').textContent(),
    r: root.getByRole('slider', { name: /^The draw/ }),
    button: (name: string) => root.getByRole('button', { name, exact: true }),
    chances: () =>
      root.locator('.product tbody tr:not([aria-hidden]) td:nth-child(7)').allTextContents(),
  };
};

test('a draw can be made by keyboard alone, and the same draws land elsewhere when a slider moves', async () => {
  await book.visit('data', async ({ page }) => {
    const { root, title, r, button, chances } = await generatorOn(page);
    await r.press('Home');
    await expect.poll(title).toMatch(/^The draw r = 0\.000 lands on A/);
    await r.press('End');
    await expect.poll(title).toMatch(/^The draw r = 0\.999 lands on F/);
    expect(await r.getAttribute('aria-valuetext')).toBe('0.999: item F, Romance');

    const events = root
      .getByRole('list', { name: 'The newest events of Ada' })
      .getByRole('listitem');
    const before = await events.count();
    await button('Draw').press('Enter');
    await expect.poll(() => events.count()).toBe(before + 1);
    await button('Draw 20').press('Space');
    await expect.poll(() => events.count()).toBe(28);
    await root
      .getByText(`of ${before + 21}`, { exact: true })
      .first()
      .waitFor();
    expect(await events.filter({ hasText: 'again' }).count()).toBeGreaterThan(0);

    const letters = await events.allTextContents();
    await root.getByRole('slider', { name: /popularity counts/ }).press('Home');
    await root.getByRole('slider', { name: /power/ }).press('Home');
    await expect.poll(chances).toEqual(Array.from({ length: 6 }, () => '0.167'));
    expect(await events.allTextContents()).not.toEqual(letters);

    await root.getByRole('radio', { name: 'Eve' }).press('Space');
    await root.getByRole('list', { name: 'The newest events of Eve' }).waitFor();
    expect(await violationsOf(page, 'figure.generator')).toEqual([]);
    await button('Start over').press('Enter');
    await root.getByText('0 of 0 events repeat').waitFor();
    expect(await violationsOf(page, 'figure.generator')).toEqual([]);
  });
});

test('the needle follows the pointer, and its row in the table with it', async () => {
  await book.visit('data', async ({ page }) => {
    const { root, title } = await generatorOn(page);
    const box = await boxInView(root.locator('svg.stripe'));
    const y = box.y + 30;
    await page.mouse.move(box.x + 10, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, y, { steps: 3 });
    await expect.poll(title).toMatch(/^The draw r = 0\.[45]\d\d lands on A/);
    await page.mouse.move(box.x + box.width + 50, y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(title).toMatch(/^The draw r = 0\.999 lands on F/);
    await page.mouse.move(box.x + 10, y);
    expect(await root.locator('tr.hit th').textContent()).toBe('F');
    expect(await title()).toMatch(/r = 0\.999/);
  });
});

test('a finger moves the needle too', async () => {
  await book.visit(
    'data',
    async ({ page }) => {
      const { root, title } = await generatorOn(page);
      const line = root.locator('svg.stripe');
      await line.scrollIntoViewIfNeeded();
      await line.tap({ position: { x: 2, y: 30 } });
      await expect.poll(title).toMatch(/^The draw r = 0\.00\d lands on A/);
    },
    { width: 360, hasTouch: true },
  );
});

test('the whole log can be sorted by popularity, and a link brings the order and the sliders back', async () => {
  await book.visit(
    'data',
    async ({ page }) => {
      const figure = page.locator('figure', { has: page.getByLabel('Tastes to the power') });
      await figure.getByText('items in order of popularity').waitFor();
      expect(await figure.getByLabel('Tastes to the power').inputValue()).toBe('4');
      expect(await figure.getByRole('radio', { name: 'popularity' }).isChecked()).toBe(true);
      expect(await violationsOf(page, 'figure:has(.matrix)')).toEqual([]);

      await figure.getByRole('radio', { name: 'genre' }).press('Space');
      await figure.getByText('items in order of genre').waitFor();
      await expect.poll(() => new URL(page.url()).search).toBe('?tastePow=4');
      await figure.getByRole('button', { name: 'Reset' }).click();
      await expect.poll(() => new URL(page.url()).search).toBe('');
    },
    { query: '?tastePow=4&order=popularity' },
  );
});

test('without scripts the figures of the log are complete', async () => {
  await book.visit(
    'data',
    async ({ page }) => {
      const generator = page.locator('figure.generator');
      expect(await generator.locator('.finding').textContent()).toMatch(
        /^The draw r = 0\.\d+ lands on/,
      );
      expect(await generator.locator('.stretch').count()).toBe(6);
      expect(await page.locator('.matrix .cells path').count()).toBe(16);
    },
    { javaScriptEnabled: false },
  );
});
