// A prediction before the run of a chapter: made, answered with what was measured, and remembered.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { predictions } from '../../../.vitepress/reader/learning/predictions.ts';
import { violationsOf } from '../support/axe.ts';
import { alive, useBook } from '../support/book.ts';
import { demoOn } from '../support/demo.ts';
import { until } from '../support/until.ts';

const book = useBook();
const asks = Object.fromEntries(Object.entries(predictions).map(([id, make]) => [id, make(0.036)]));

const partsOf = (page: Page) => {
  // A chapter may ask more; its first question is its own.
  const root = page.locator('.predict').first();
  return {
    root,
    verdict: () => root.locator('.verdict').innerText(),
    measured: () =>
      until(
        () => root.locator('.verdict').innerText(),
        (text) => /Measured|As you said/.test(text),
        'it is answered',
        30_000,
      ),
  };
};

test.concurrent('a run with the asked settings answers, and nothing jumps', async () => {
  await book.visit('models/implicit-als', async ({ page }) => {
    const demo = await demoOn(page, 'Implicit ALS');
    const { root, verdict, measured } = partsOf(page);
    const [falls] = asks['implicit-als'].answers;
    await root.getByLabel(falls).check();
    const height = (await root.boundingBox())?.height;
    expect(await verdict()).toBe('Now press “Try it with alpha 1 and reg 10”.');
    await root.getByRole('button', { name: 'Try it with alpha 1 and reg 10' }).click();
    await measured();
    expect(await verdict()).toMatch(
      /^You said: it falls\. Measured: it rises\. The lists hold the next new book of \d+ of the 300 people; as printed it was \d+\. \d+ people gained by it and \d+ people lost\.$/,
    );
    expect((await root.boundingBox())?.height).toBe(height);
    expect(await demo.slider('Alpha').inputValue()).not.toBe('');
    expect(await violationsOf(page, '.predict')).toEqual([]);
    await page.waitForLoadState('networkidle');
    await page.reload();
    await demoOn(page, 'Implicit ALS');
    expect(await root.getByLabel(falls).isChecked()).toBe(true);
  });
});

test.concurrent(
  'a run without a prediction is answered as well, and Run was never locked',
  async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const demo = await demoOn(page, 'Popularity');
      const { verdict } = partsOf(page);
      await demo.runAndWait();
      expect(await verdict()).toMatch(
        /^Measured: about twice\. Popularity’s recall is 0\.\d{3}, \d\.\d times the 0\.\d{3}/,
      );
    });
  },
);

test.concurrent('a prediction can be made and answered by keyboard alone', async () => {
  await book.visit('models/trending', async ({ page }) => {
    await demoOn(page, 'Trending');
    const { root, verdict, measured } = partsOf(page);
    await root.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await measured();
    expect(await verdict()).toMatch(/^As you said: it falls\./);
  });
});

test.concurrent.for(['start', 'data', 'leaderboard'])(
  '%s asks before its run and answers',
  async (name) => {
    await book.visit(name, async ({ page }) => {
      const { root, verdict, measured } = partsOf(page);
      await root.scrollIntoViewIfNeeded();
      await alive(root);
      await root.getByRole('radio').first().check();
      const asked = root.getByRole('button', { name: /^Try it with/ });
      if ((await asked.count()) > 0) await asked.click();
      else await page.getByRole('button', { name: 'Run', exact: true }).first().click();
      await measured();
      expect(await verdict()).toMatch(/^(You said|As you said): .*\d/);
    });
  },
);

test.concurrent(
  'without JavaScript the question stays, and nothing that could not be pressed',
  async () => {
    await book.visit(
      'models/bpr',
      async ({ page }) => {
        const { root } = partsOf(page);
        expect(await root.innerText()).toBe(asks['bpr'].question);
        expect(await root.locator('input:visible, button:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  },
);
