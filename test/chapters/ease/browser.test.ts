// The figures of EASE in the reader's hand: a column by hand, and two rows with l2 beside them.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook } from '../../browser/support/book.ts';
import { overflowing, smallTargets, smallTexts } from '../../browser/support/layout.ts';
import { until } from '../../browser/support/until.ts';

const book = useBook();
const path = 'models/ease';

async function figureOn(page: Page, kind: string): Promise<Locator> {
  const figure = page.locator(`figure.${kind}`);
  await figure.scrollIntoViewIfNeeded();
  const control = figure.locator('button, input, select').first();
  await until(
    () =>
      control.evaluate((element) =>
        Object.getOwnPropertySymbols(element).some(({ description }) =>
          ['_vei', '_assign'].includes(description ?? ''),
        ),
      ),
    Boolean,
    `the figure ${kind} is alive`,
  );
  return figure;
}

const titleOf = (figure: Locator) => () => figure.locator('.finding').innerText();
const becomes = (figure: Locator, wanted: RegExp) =>
  until(titleOf(figure), (text) => wanted.test(text), `the title is ${wanted}`);
const heightOf = (figure: Locator): Promise<number> =>
  figure.evaluate((element) => element.getBoundingClientRect().height);

test('a book and a price by hand, to pointer and keyboard, and back to the text', async () => {
  await book.visit(path, async ({ page }) => {
    const figure = await figureOn(page, 'ease-by-hand');
    const height = await heightOf(figure);
    expect(await titleOf(figure)()).toMatch(/^B shares readers with D, cosine 0\.41; .* −0\.067/);
    await figure.getByRole('slider').focus();
    await page.keyboard.press('End');
    await becomes(figure, /^A says most for D/);
    await figure.getByRole('radio', { name: 'book E' }).check();
    await becomes(figure, /^Nobody has E/);
    await page.keyboard.press('ArrowUp');
    await becomes(figure, /for D|with D/);
    await figure.getByRole('button', { name: 'As in the text' }).click();
    await becomes(figure, /^B shares readers with D, cosine 0\.41; .* −0\.067/);
    expect(await heightOf(figure)).toBe(height);
    expect(await violationsOf(page, 'figure.ease-by-hand')).toEqual([]);
  });
});

test('two rows follow the price beside them and the demo’s own slider, and any item can be chosen', async () => {
  await book.visit(path, async ({ page }) => {
    const figure = await figureOn(page, 'two-rows');
    const height = await heightOf(figure);
    const printed = await titleOf(figure)();
    expect(printed).toMatch(/EASE lets it speak against \d+$/);
    const price = figure.getByRole('slider', { name: 'Price' });
    await price.focus();
    await page.keyboard.press('End');
    await until(titleOf(figure), (text) => text !== printed, 'the rows follow the price');
    const own = page.locator('[data-demo="ease"] .sliders').getByRole('slider', { name: 'Price' });
    expect(await own.getAttribute('aria-valuetext')).toBe('20,000');
    await own.focus();
    await page.keyboard.press('Home');
    await until(() => price.getAttribute('aria-valuetext'), (text) => text === '2', 'both agree'); // prettier-ignore
    await page.locator('[data-demo="ease"]').getByRole('button', { name: 'Reset' }).click();
    await until(titleOf(figure), (text) => text === printed, 'the rows are as printed');
    const select = figure.getByRole('combobox');
    const items = await select.locator('option').allInnerTexts();
    await select.selectOption({ label: items[items.length - 1] });
    await until(titleOf(figure), (text) => text.includes(items[items.length - 1]), 'another item');
    expect(await figure.getByRole('listitem').count()).toBe(12);
    expect(await heightOf(figure)).toBe(height);
    expect(await violationsOf(page, 'figure.two-rows')).toEqual([]);
  });
});

test('on a phone their texts can be read, their controls can be hit, and nothing stands out', async () => {
  await book.visit(
    path,
    async ({ page }) => {
      for (const kind of ['ease-by-hand', 'two-rows']) await figureOn(page, kind);
      expect(await page.evaluate(smallTexts)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 740 });
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      // High enough for a whole figure: the head of the page must not lie over the control that is looked at.
      await page.setViewportSize({ width: 320, height: 2200 });
      for (const kind of ['ease-by-hand', 'two-rows']) {
        await page.locator(`figure.${kind}`).scrollIntoViewIfNeeded();
        expect(await violationsOf(page, `figure.${kind}`)).toEqual([]);
      }
    },
    { width: 360 },
  );
});
