// Popularity, in hand: a log to press, two lists side by side, and what is shown to anybody.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { headList, meanShared } from '../../../.vitepress/chapters/popularity/listPictures.ts';
import { makeCoverage, makeTwoLists } from '../../../.vitepress/chapters/popularity/lists.ts';
import { makeTally, paperTimes, press } from '../../../.vitepress/chapters/popularity/tally.ts';
import { bookLog } from '../../../.vitepress/run/bookLog.ts';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook } from '../../browser/support/book.ts';
import { overflowing, smallTargets, smallTexts } from '../../browser/support/layout.ts';
import { until, untilEqual } from '../../browser/support/until.ts';

const book = useBook();
const letters = ['A', 'B', 'C', 'D', 'E'];

async function figureOn(page: Page, selector: string): Promise<Locator> {
  const figure = page.locator(selector);
  await figure.scrollIntoViewIfNeeded();
  return figure;
}
const titleOf = (figure: Locator) => () => figure.locator('.finding').innerText();
const cell = (figure: Locator, name: string): Locator =>
  figure.getByRole('button', { name: new RegExp(`^${name}`) });
const headsOf = (figure: Locator) => (): Promise<string[]> =>
  figure.locator('.tally thead .book').allInnerTexts();
const listsOf = (figure: Locator) => (): Promise<string[]> =>
  figure.locator('.tally tbody td.list').allInnerTexts();
const said = (lists: readonly (readonly number[])[]): string[] =>
  lists.map((list) => list.map((item) => letters[item]).join(', '));

test('one more event moves a column and the lists of others, to pointer and keyboard', async () => {
  await book.visit('models/popularity', async ({ page }) => {
    const figure = await figureOn(page, '.counts-on-paper');
    const printed = said(makeTally(paperTimes).lists);
    await until(
      async () => {
        await figure.getByRole('radio', { name: 'list', exact: true }).check();
        return listsOf(figure)();
      },
      (lists) => lists.join() === printed.join(),
      'the lists of the last step',
    );
    const { height } = (await figure.boundingBox()) ?? { height: 0 };
    const eve = cell(figure, 'Eve, book C');
    // Once: what is pressed before the figure is alive is carried out when it is.
    await eve.click();
    await untilEqual(headsOf(figure), ['A', 'C', 'D', 'B', 'E'], 'C has moved ahead: the order');
    const more = press(paperTimes, 4, 2);
    await untilEqual(listsOf(figure), said(makeTally(more).lists), 'the lists');
    // The focus stays with the cell, wherever its column goes.
    await page.keyboard.press('Enter');
    await untilEqual(listsOf(figure), said(makeTally(press(more, 4, 2)).lists), 'without C');
    await page.keyboard.press('Space');
    await untilEqual(listsOf(figure), said(makeTally(paperTimes).lists), 'as at first');
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
    expect(await violationsOf(page, '.counts-on-paper')).toEqual([]);
  });
});

test('the steps go from counts to lists: unsorted at first, struck out before the lists', async () => {
  await book.visit('models/popularity', async ({ page }) => {
    const figure = await figureOn(page, '.counts-on-paper');
    await until(
      async () => {
        await figure.getByRole('radio', { name: 'count', exact: true }).check();
        return headsOf(figure)();
      },
      (heads) => heads.join() === 'A,B,C,D,E',
      'the books stand by letter',
    );
    expect(await figure.locator('.strike').count()).toBe(0);
    const { height } = (await figure.boundingBox()) ?? { height: 0 };
    await page.keyboard.press('ArrowRight');
    await untilEqual(headsOf(figure), ['A', 'D', 'B', 'C', 'E'], 'sorted');
    await page.keyboard.press('ArrowRight');
    await untilEqual(() => figure.locator('.strike').count(), 11, 'struck out');
    expect((await listsOf(figure)()).join('')).toBe('');
    await page.keyboard.press('ArrowRight');
    await untilEqual(listsOf(figure), said(makeTally(paperTimes).lists), 'the lists');
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
  });
});

test('two people’s lists are one ranking without what each has had', async () => {
  const data = bookLog();
  const two = makeTwoLists(
    Array.from({ length: data.nItems }, () => 0),
    data,
  );
  const common = (a: number, b: number, k: number) =>
    headList(two, a, k).filter((place) => headList(two, b, k).includes(place)).length;
  await book.visit('models/popularity', async ({ page }) => {
    const figure = await figureOn(page, '.two-lists');
    const title = titleOf(figure);
    await until(title, (text) => text.includes(`share ${common(108, 21, 10)} of 10`), 'printed');
    const { height } = (await figure.boundingBox()) ?? { height: 0 };
    const other = figure.getByRole('spinbutton', { name: 'Another' });
    await until(
      async () => {
        await other.fill('8');
        return title();
      },
      (text) => text.startsWith(`Nora and person 8 share ${common(108, 8, 10)} of 10 items`),
      'another pair',
    );
    expect(await figure.locator('tr.common').count()).toBe(common(108, 8, 10));
    const slider = figure.getByRole('slider', { name: 'Lists of' });
    await slider.focus();
    await page.keyboard.press('Home');
    const mean = meanShared(two.pairs[0]).toFixed(1);
    await untilEqual(
      title,
      `Nora and person 8 share ${common(108, 8, 1)} of 1 item; two people share ${mean} on average`,
      'lists of one',
    );
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
    expect(await violationsOf(page, '.two-lists')).toEqual([]);
  });
});

test('longer lists show more of the catalogue, and the place in hand is read', async () => {
  const data = bookLog();
  const { shown } = makeCoverage(
    Array.from({ length: data.nItems }, () => 0),
    data,
  );
  const covered = (n: number) => shown.popularity[n].filter((many) => many > 0).length;
  await book.visit('models/popularity', async ({ page }) => {
    const figure = await figureOn(page, '.coverage-figure');
    const title = titleOf(figure);
    await until(title, (text) => text.includes(`hold ${covered(3)} of the 150 items`), 'printed');
    const { height } = (await figure.boundingBox()) ?? { height: 0 };
    const slider = figure.getByRole('slider', { name: 'Lists of' });
    await slider.focus();
    // The first keys wake the figure.
    await until(
      async () => {
        await page.keyboard.press('Home');
        await page.keyboard.press('End');
        return title();
      },
      (text) => text.includes(`hold ${covered(5)} of the 150 items`),
      'lists of 50',
    );
    const box = await figure.locator('svg:visible').first().boundingBox();
    if (!box) throw new Error('no picture');
    const reading = figure.locator('.reading');
    await page.mouse.move(box.x + box.width * (9.5 / 150), box.y + 60);
    await until(
      () => reading.innerText(),
      (text) => text.startsWith('Place 10,'),
      'by pointer',
    );
    const numbers = ['random', 'popularity', 'item-item-cf'] as const;
    const [random, popularity, personal] = numbers.map((id) => shown[id][5][9]);
    expect(await reading.innerText()).toContain(
      `Lists: Random ${random}, Popularity ${popularity}, Item-item CF ${personal}.`,
    );
    await figure.getByRole('slider', { name: 'Place' }).focus();
    await page.keyboard.press('ArrowRight');
    await until(
      () => reading.innerText(),
      (text) => text.startsWith('Place 11,'),
      'by keyboard',
    );
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
    expect(await violationsOf(page, '.coverage-figure')).toEqual([]);
  });
});

test('on a phone all three stand within the window, with letters and targets of their size', async () => {
  await book.visit(
    'models/popularity',
    async ({ page }) => {
      await figureOn(page, '.two-lists');
      expect(await page.evaluate(overflowing)).toEqual([]);
      expect(await page.evaluate(smallTexts)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.locator('.tally').scrollIntoViewIfNeeded();
      const eve = cell(page.locator('.counts-on-paper'), 'Eve, book E');
      await until(
        async () => {
          await eve.tap();
          return eve.getAttribute('aria-label');
        },
        (label) => label?.includes('2 events') ?? false,
        'two taps are two events',
      );
    },
    { width: 360, hasTouch: true },
  );
});
