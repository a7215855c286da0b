// Every printed result carries the badge of its reproduction: computed again in the reader's browser
// it is the same, or the page says which number is not.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { modelPages } from '../support/pages.ts';
import { useBook, wholeRead } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import { until } from './support/until.ts';

const book = useBook();
const same =
  /^Reproduced in your browser in (less than )?[\d.]+ m?s: identical to the printed numbers\.$/;

/** The badges of a page that has been run with the printed settings. */
const badges = async (page: Page, kind: 'reproduced' | 'differs'): Promise<string[]> => {
  const texts = await page.locator(`.result-badge.${kind}`).allTextContents();
  return texts.map((text) => text.trim());
};

/** Another number than the printed one in the script that brings the printed result. */
const tamper =
  (from: RegExp, to: string) =>
  (page: Page): Promise<unknown> =>
    page.route(/\/assets\/.*\.js$/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(from, to);
      await route.fulfill({ response, body });
    });

describe.for(modelPages)('the demo of $id', ({ id, page: name }) => {
  const { title, curve } = findModel(id);

  test.concurrent(
    'is reproduced, says so, and says nothing of the kind of other settings',
    async () => {
      await book.visit(name, async ({ page }) => {
        const demo = await demoOn(page, title);
        expect(await badges(page, 'reproduced')).toEqual([]);
        await demo.runAndWait();
        const [badge, ...more] = await until(
          () => badges(page, 'reproduced'),
          ({ length }) => length > 0,
          'a badge',
        );
        expect(more).toEqual([]);
        expect(badge).toMatch(same);
        const heard = page.getByRole('status').filter({ hasText: badge });
        await heard.first().waitFor({ state: 'attached' });
        expect(await demo.root.locator('.reproduced svg[aria-hidden="true"]').count()).toBe(1);

        await demo.number(/person/i).fill('5');
        await page.getByRole('list', { name: /recommends to person 5/ }).waitFor();
        await until(
          () => badges(page, 'reproduced'),
          ({ length }) => length === 0,
          'the badge has gone',
        );
        expect(await demo.says()).toMatch(/Fitted in your browser in/);
        await demo.button('Reset').click();
        expect(await demo.says()).toContain('Computed when this page was made.');
      });
    },
  );

  test.concurrent('names the number that was printed otherwise', async () => {
    await book.visit(
      name,
      async ({ page }) => {
        const demo = await demoOn(page, title);
        await demo.runAndWait();
        const [badge] = await until(
          () => badges(page, 'differs'),
          ({ length }) => length > 0,
          'a badge',
        );
        expect(badge).toMatch(
          /^Not reproduced in your browser \(.+\): recall printed 0\.9876, here 0\.\d+\.$/,
        );
        expect(await badges(page, 'reproduced')).toEqual([]);
      },
      {
        expected: /Hydration completed but contains mismatches/,
        prepare: tamper(/(metrics\\?"?:\{\\?"?recall\\?"?:)0?\.\d+/, '$10.9876'),
      },
    );
  });

  if (curve) {
    test.concurrent('gives no badge to what is not yet computed', async () => {
      await book.visit(name, async ({ page }) => {
        const demo = await demoOn(page, title);
        await demo.runAndWait();
        await until(
          () => badges(page, 'reproduced'),
          ({ length }) => length === 1,
          'a badge',
        );
        await demo.slider('Factors').focus();
        await demo.slider('Factors').press('ArrowLeft');
        await until(
          () => badges(page, 'reproduced'),
          ({ length }) => length === 0,
          'no badge',
        );
        expect(await demo.says()).toContain('Not yet computed');
      });
    });
  }
});

test('the leaderboard is reproduced as a whole', async () => {
  await book.visit('leaderboard', async ({ page }) => {
    const board = page.locator('.leaderboard-demo');
    await board.scrollIntoViewIfNeeded();
    await board.getByRole('button', { name: 'Run', exact: true }).click();
    const [badge] = await until(
      () => badges(page, 'reproduced'),
      ({ length }) => length > 0,
      'a badge',
    );
    expect(badge).toMatch(same);
  });
});

test('the two lists of the start are reproduced, and another person’s carry no badge', async () => {
  await book.visit('start', async ({ page }) => {
    const demo = page.getByRole('region', { name: 'One person, two lists, live' });
    await demo.scrollIntoViewIfNeeded();
    await demo.getByRole('button', { name: 'Run', exact: true }).click();
    const [badge] = await until(
      () => badges(page, 'reproduced'),
      ({ length }) => length > 0,
      'a badge',
    );
    expect(badge).toMatch(same);
    await demo.getByRole('button', { name: 'Next person' }).click();
    await demo.getByText('Both models fitted in your browser in').waitFor();
    expect(await badges(page, 'reproduced')).toEqual([]);
  });
});

test('the log is reproduced, and a log of other settings carries no badge', async () => {
  await book.visit('data', async ({ page }) => {
    await wholeRead(page);
    const figure = page.locator('figure', { has: page.getByLabel('Tastes to the power') });
    await figure.getByRole('button', { name: 'Run', exact: true }).click();
    const [badge] = await until(
      () => badges(page, 'reproduced'),
      ({ length }) => length > 0,
      'a badge',
    );
    expect(badge).toMatch(same);
    await figure.getByLabel('Tastes to the power').press('Home');
    await figure.getByText('Drawn in your browser in').waitFor();
    expect(await badges(page, 'reproduced')).toEqual([]);
  });
});

test('a log that was printed otherwise is found, and the number named', async () => {
  await book.visit(
    'data',
    async ({ page }) => {
      await wholeRead(page);
      const figure = page.locator('figure', { has: page.getByLabel('Tastes to the power') });
      await figure.getByRole('button', { name: 'Run', exact: true }).click();
      const [badge] = await until(
        () => badges(page, 'differs'),
        ({ length }) => length > 0,
        'a badge',
      );
      expect(badge).toMatch(/: nPairs printed 4321, here \d+\.$/);
    },
    {
      expected: /Hydration completed but contains mismatches/,
      prepare: tamper(/(nPairs\\?"?:)\d+/, '$14321'),
    },
  );
});

test('the ladder of the metrics is reproduced at the printed cut alone', async () => {
  await book.visit('evaluation', async ({ page }) => {
    await wholeRead(page);
    const figure = page.locator('figure', {
      has: page.getByText('The item they took next stands'),
    });
    const [badge] = await until(
      () => badges(page, 'reproduced'),
      ({ length }) => length > 0,
      'a badge',
    );
    expect(badge).toMatch(same);
    await figure.getByRole('combobox').selectOption('5');
    expect(await badges(page, 'reproduced')).toEqual([]);
  });
});
