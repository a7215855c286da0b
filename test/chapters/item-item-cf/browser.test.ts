// The model by hand: two columns of a small log, and one person's scores, by pointer and by keyboard.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook } from '../../browser/support/book.ts';
import { demoOn } from '../../browser/support/demo.ts';
import { overflowing, smallTargets, smallTexts } from '../../browser/support/layout.ts';
import { until, untilEqual } from '../../browser/support/until.ts';

const book = useBook();

/** Both figures, awake. */
async function byHand(page: Page) {
  const root = page.locator('.item-item-by-hand');
  const [pair, sum] = [root.locator('figure').first(), root.locator('figure').last()];
  await pair.scrollIntoViewIfNeeded();
  const cell = (name: string) => pair.getByRole('button', { name, exact: true });
  // It answers as soon as its script is there.
  const first = cell('You, book A');
  await until(
    async () => {
      await first.click();
      return first.getAttribute('aria-pressed');
    },
    (pressed) => pressed === 'true',
    'a press on a cell is answered',
  );
  await pair.getByRole('button', { name: 'As in the text' }).click();
  const title = (figure: typeof pair) => () => figure.locator('.finding').innerText();
  return { root, pair, sum, cell, titleOfPair: title(pair), titleOfSum: title(sum) };
}

const becomes = (read: () => Promise<string>, wanted: RegExp) =>
  until(read, (text) => wanted.test(text), `the title is ${wanted}`);

test('neighbours and shrinkage are in the hand, and the figure says what they do', async () => {
  await book.visit('models/item-item-cf', async ({ page }) => {
    const demo = await demoOn(page, 'Item-item CF');
    const printed = await demo.list();
    const [neighbours, shrink] = [demo.number('Neighbours'), demo.number('Shrinkage')];
    expect(await neighbours.inputValue()).toBe('');
    expect(await neighbours.getAttribute('placeholder')).toBe('all');

    await demo.slider('Neighbours').focus();
    await demo.slider('Neighbours').press('ArrowLeft');
    await demo.slider('Neighbours').press('ArrowLeft');
    await demo.slider('Neighbours').press('ArrowLeft');
    expect(await neighbours.inputValue()).toBe('20');
    await until(
      demo.list,
      (list) => list.join() !== printed.join(),
      'each item keeps twenty, and the list is another',
    );
    expect(new URL(page.url()).search).toBe('?neighbours=20');

    await neighbours.fill('2');
    const list = page.locator('.similarity .neighbours');
    await untilEqual(() => list.locator('.title').count(), 2, 'the number of neighbours');
    await shrink.fill('5');
    await until(
      () => list.innerText(),
      (text) => / \/ \(√\(\d+ · \d+\) \+ 5\)/.test(text),
      'the shrinkage stands below the line',
    );
    await page.getByText(/have a mean similarity of/).waitFor();
    expect(await violationsOf(page, '.demo')).toEqual([]);

    await neighbours.fill('');
    await untilEqual(() => list.locator('.title').count(), 8, 'the number of neighbours');
    expect(await demo.slider('Neighbours').getAttribute('aria-valuetext')).toBe('all');
    await demo.button('Reset').click();
    await untilEqual(demo.list, printed, 'the list');
    expect(new URL(page.url()).search).toBe('');
  });
});

test('a press on a cell changes the count, the cosine and the list', async () => {
  await book.visit('models/item-item-cf', async ({ page }) => {
    const { root, pair, sum, cell, titleOfPair, titleOfSum } = await byHand(page);
    expect(await titleOfPair()).toBe('A and D share 3 readers, of 4 and 3: their cosine is 0.866');
    expect(await titleOfSum()).toBe('D comes first for Ada: A 0.866 + B 0.408 = 1.274');
    const height = await root.evaluate((element) => element.getBoundingClientRect().height);

    await cell('Eve, book E').click();
    await cell('Ben, book C').click();
    await pair.getByRole('radio', { name: 'i is book C' }).click();
    await pair.getByRole('radio', { name: 'j is book E' }).click();
    await becomes(titleOfPair, /^C and E have one reader, the same: their cosine is 1$/);
    // Another pair, by a cell of S.
    await pair.getByRole('button', { name: /^B and D:/ }).click();
    await becomes(titleOfPair, /^B and D share one reader, of 2 and 3: their cosine is 0\.408$/);

    await sum.getByRole('combobox').selectOption('You');
    await becomes(titleOfSum, /^You have nothing on the shelf/);
    await sum.getByRole('checkbox', { name: 'C' }).click();
    await becomes(titleOfSum, /^E comes first for you: C 0\.707 = 0\.707$/);
    expect(await cell('You, book C').getAttribute('aria-pressed')).toBe('true');
    // Nothing below has moved.
    expect(await root.evaluate((element) => element.getBoundingClientRect().height)).toBe(height);
    expect(await violationsOf(page, '.item-item-by-hand')).toEqual([]);
  });
});

test('arrow keys go from cell to cell, and space and arrows do what a press does', async () => {
  await book.visit('models/item-item-cf', async ({ page }) => {
    const { pair, titleOfPair } = await byHand(page);
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    await pair.getByRole('button', { name: 'You, book A', exact: true }).focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
    expect(await focused()).toBe('Dan, book B');
    await page.keyboard.press('Space');
    expect(await page.locator(':focus').getAttribute('aria-pressed')).toBe('true');
    // One stop of the Tab key, then S, whose diagonal is passed over.
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^A and B:/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^C and D:/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await becomes(titleOfPair, /^B and D share 2 readers, of 3 and 3: their cosine is 0\.667$/);
    // The same item on both sides swaps them.
    await pair.getByRole('radio', { name: 'i is book B' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await becomes(titleOfPair, /^D and C share/);
  });
});

test('on a phone its texts can be read, its cells can be hit, and nothing stands out', async () => {
  await book.visit(
    'models/item-item-cf',
    async ({ page }) => {
      await byHand(page);
      expect(await page.evaluate(smallTexts)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 740 });
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(page, '.item-item-by-hand')).toEqual([]);
    },
    { width: 360 },
  );
});
