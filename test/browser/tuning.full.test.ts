import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { violationsOf } from './support/axe.ts';
import { useBook } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import { until, untilEqual } from './support/until.ts';

// The map of settings on the page of the leaderboard: what it prints, computes, and tells of a cell.

const book = useBook();
const usual = findModel('implicit-als').defaults;

const mapOf = (page: Page) => page.getByRole('region', { name: 'The map of settings, live' });
const demoOf = (page: Page) => demoOn(page, 'The map of settings');
const factorsOf = (page: Page) => mapOf(page).getByRole('combobox', { name: 'Try ALS with' });

/** The numbers of the map, row by row; empty where there is none yet. */
const numbers = (page: Page): Promise<string[]> =>
  mapOf(page)
    .getByRole('grid')
    .evaluate((grid: HTMLTableElement) =>
      [...grid.querySelectorAll('td .number')].map((cell) => cell.textContent.trim()),
    );

/** The cell with these settings. */
const cellAt = (page: Page, reg: number, alpha: number) =>
  mapOf(page)
    .getByRole('row', { name: new RegExp(`^${reg} `) })
    .getByRole('gridcell')
    .nth([0.1, 1, 10, 40, 100].indexOf(alpha));

/** The panel beside the map. */
async function readout(page: Page): Promise<string> {
  const text = await mapOf(page).locator('.readout').innerText();
  return text.replace(/\s+/g, ' ');
}

const search = (page: Page): string => new URL(page.url()).search;

test.concurrent(
  'the map is printed, and equals what the browser computes cell by cell',
  async () => {
    const printed = await book.visit('leaderboard', ({ page }) => numbers(page), {
      javaScriptEnabled: false,
    });
    expect(printed).toHaveLength(25);
    expect(printed.every((text) => /^0\.\d{3}$/.test(text))).toBe(true);

    await book.visit('leaderboard', async ({ page }) => {
      const demo = await demoOf(page);
      expect(await numbers(page)).toEqual(printed);
      await demo.button('Run').click();
      const half = await until(
        () => numbers(page),
        (now) => now[2] !== '' && now[20] === '',
        'some cells are there and others are not',
      );
      const there = half.filter((text) => text !== '');
      expect(there).toEqual(printed.slice(0, there.length));
      expect(await demo.says()).toMatch(/Setting \d+ of 25/);
      await demo.becomes('done', 60_000);
      expect(await numbers(page)).toEqual(printed);
      expect(await demo.says()).toMatch(/identical to the printed numbers/);
    });
  },
);

test.concurrent('nothing on the page moves while cells come, at 1280 and at 360 px', async () => {
  for (const width of [1280, 360]) {
    await book.visit(
      'leaderboard',
      async ({ page }) => {
        const demo = await demoOf(page);
        await factorsOf(page).selectOption('8');
        const places = () =>
          mapOf(page).evaluate((root) =>
            ['.side-by-side', 'td.chosen', 'figcaption', '.once', '.numbers'].map(
              (part) => (root.querySelector(part)?.getBoundingClientRect().top ?? 0) + scrollY,
            ),
          );
        const before = await places();
        await demo.button('Run').click();
        await until(
          () => numbers(page),
          (now) => now[24] === '',
          'the map is emptied',
        );
        expect(await places()).toEqual(before);
        await demo.becomes('done', 60_000);
        expect(await places()).toEqual(before);
      },
      { width },
    );
  }
});

test.concurrent('Stop in the middle ends the worker and brings the whole map back', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const demo = await demoOf(page);
    const printed = await numbers(page);
    await demo.button('Run').click();
    await until(
      () => numbers(page),
      (now) => now[3] !== '' && now[24] === '',
      'the run is in its middle',
    );
    await demo.button('Stop').click();
    await demo.becomes('stopped');
    await untilEqual(() => page.workers().length, 0, 'the number of workers');
    expect(await numbers(page)).toEqual(printed);
    expect(await demo.says()).toMatch(/last complete result/);
  });
});

test.concurrent('arrow keys walk the map, and Enter takes the setting to its chapter', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    await demoOf(page);
    const stops = mapOf(page).locator('td[tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await stops.focus();
    expect(await readout(page)).toContain(`alpha ${usual['alpha']}, reg ${usual['reg']}`);
    const start = await readout(page);
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft', 'ArrowLeft']) {
      await page.keyboard.press(key);
    }
    const there = await readout(page);
    expect(there).toContain('alpha 1, reg 10');
    expect(there).not.toBe(start);
    const focused = await page.evaluate(() => document.activeElement?.textContent.trim());
    expect(there).toContain(focused);
    expect(await stops.count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Implicit ALS/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('alpha')).toBe('1');
    const demo = await demoOn(page, 'Implicit ALS');
    expect(await demo.number('Regularisation').inputValue()).toBe('10');
    expect(await demo.number('Factors').inputValue()).toBe('32');
  });
});

test.concurrent('a pointer shows a cell while it is there, and a press keeps it', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    await demoOf(page);
    const start = await readout(page);
    await cellAt(page, 10, 1).hover();
    expect(await readout(page)).toContain('alpha 1, reg 10');
    await mapOf(page)
      .getByRole('link', { name: /Use this setting/ })
      .hover();
    expect(await readout(page)).toBe(start);
    await cellAt(page, 40, 10).click();
    await mapOf(page)
      .getByRole('link', { name: /Use this setting/ })
      .hover();
    expect(await readout(page)).toContain('alpha 10, reg 40');
  });
});

test.concurrent('a finger presses a cell and reads the same', async () => {
  await book.visit(
    'leaderboard',
    async ({ page }) => {
      await demoOf(page);
      await cellAt(page, 40, 10).dispatchEvent('pointerenter', { pointerType: 'touch' });
      expect(await readout(page)).not.toContain('alpha 10, reg 40');
      await cellAt(page, 40, 10).click();
      expect(await readout(page)).toContain('alpha 10, reg 40');
    },
    { width: 360 },
  );
});

test.concurrent(
  'log and factors stand in the address, beside those of the leaderboard',
  async () => {
    await book.visit(
      'leaderboard',
      async ({ page }) => {
        const demo = await demoOf(page);
        const few = await numbers(page);
        expect(await factorsOf(page).inputValue()).toBe('8');
        await factorsOf(page).selectOption('32');
        await untilEqual(() => search(page), '?k=20', 'the query');
        expect(await numbers(page)).not.toEqual(few);
        await demo.number('Seed of the log').fill('3');
        await untilEqual(() => search(page), '?tune.data=3&k=20', 'the query');
        expect(await demo.says()).toMatch(/not yet that of these settings/);
        await factorsOf(page).selectOption('4');
        const printed = await numbers(page);
        await demo.button('Run').click();
        await demo.becomes('done', 60_000);
        expect(await numbers(page)).not.toEqual(printed);
        expect(await demo.says()).toMatch(/25 settings fitted and evaluated in your browser/);
        await untilEqual(() => search(page), '?tune.data=3&tune.factors=4&k=20', 'the query');
        await demo.button('Reset').click();
        await untilEqual(() => search(page), '?k=20', 'the query');
        await mapOf(page).getByLabel('World').selectOption({ index: 1 });
        await until(
          () => search(page),
          (query) => /^\?tune\.world=[\w-]+&k=20$/.test(query),
          'the query',
        );
        expect(await demo.says()).toMatch(/not yet that of these settings/);
        const board = await demoOn(page, 'The leaderboard');
        expect(await board.number(/first/).inputValue()).toBe('20');
      },
      { query: '?k=20&tune.factors=8' },
    );
  },
);

test.concurrent(
  'the test set is closed until it is asked for, and another map closes it',
  async () => {
    await book.visit('leaderboard', async ({ page }) => {
      await demoOf(page);
      const table = mapOf(page).getByRole('table', { name: /Recall@10 with \d+ factors/ });
      expect(await table.isVisible()).toBe(false);
      await mapOf(page).getByText('Open the test set, once').click();
      expect(await table.isVisible()).toBe(true);
      expect(await table.getByRole('row').count()).toBe(3);
      expect(await table.innerText()).toMatch(/default:[^]*chosen:/);
      await factorsOf(page).selectOption('8');
      expect(await table.isVisible()).toBe(false);
    });
  },
);

test.concurrent('nonsense in the address of the map is ignored with a note', async () => {
  await book.visit(
    'leaderboard',
    async ({ page }) => {
      const demo = await demoOf(page);
      expect(await numbers(page)).toHaveLength(25);
      await until(demo.says, (text) => /ignored in the address/i.test(text), 'there is a note');
    },
    { query: '?tune.factors=5&tune.data=1e99&tune.x=%00' },
  );
});

test.concurrent.for(['light', 'dark'] as const)(
  'the map is accessible after a run, in the middle of one, and with all that can be opened open, %s',
  async (theme) => {
    await book.visit(
      'leaderboard',
      async ({ page }) => {
        const demo = await demoOf(page);
        await page.locator(theme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor();
        await demo.button('Run').click();
        await until(
          () => numbers(page),
          (now) => now[3] !== '' && now[24] === '',
          'the run is in its middle',
        );
        expect(await violationsOf(page, '.tuning-map')).toEqual([]);
        // A quick machine may have ended the run meanwhile: then this presses nothing.
        await demo.button('Stop').press('Enter');
        await factorsOf(page).selectOption('8');
        await demo.runAndWait();
        await mapOf(page).evaluate((root) => {
          for (const details of root.querySelectorAll('details')) details.open = true;
        });
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await violationsOf(page, '.tuning-map'), `${width} px`).toEqual([]);
        }
      },
      { colorScheme: theme, reducedMotion: 'reduce' },
    );
  },
);
