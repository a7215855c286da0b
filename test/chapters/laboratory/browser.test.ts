// The laboratory: predict, run, see; by pointer and by keyboard.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stationIds, stations } from '../../../.vitepress/chapters/laboratory/stations.ts';
import { makeLab } from '../../../.vitepress/chapters/laboratory/lab.job.ts';
import { tuneAlike, tunedOf } from '../../../.vitepress/chapters/leaderboard/tuneAlike.job.ts';
import { usualSetup } from '../../../code/evaluation/laboratory.ts';
import { alive, useBook } from '../../browser/support/book.ts';
import { demoOn } from '../../browser/support/demo.ts';
import { until } from '../../browser/support/until.ts';

const book = useBook();

const stationOf = (page: Page, id: string) => page.locator(`[data-station="${id}"]`);

test.concurrent('every station is printed with what was measured', async () => {
  await book.visit(
    'laboratory',
    async ({ page }) => {
      for (const id of stationIds) {
        const station = stationOf(page, id);
        await station.getByText('What was measured').click();
        expect(await station.locator('.finding').innerText()).toMatch(/\d/);
        expect(await station.locator('.verdict').innerText()).toMatch(/^Measured: \S/);
        expect(await station.getByRole('img').locator('desc').textContent()).toMatch(
          /BPR from 0\.\d{3} to 0\.\d{3}/,
        );
      }
    },
    { javaScriptEnabled: false },
  );
});

const wordsOf = (page: Page, id: string) => ({
  says: () => stationOf(page, id).locator('.report').innerText(),
  verdict: () => stationOf(page, id).locator('.verdict').innerText(),
});

test.concurrent(
  'a prediction by pointer is answered by a run, bit for bit the printed one',
  async () => {
    // As it is printed: with the settings that a search finds.
    const tuned = tunedOf(tuneAlike({ data: { seed: 0 } }));
    const setup = { ...usualSetup, tuned };
    const [before, after] = makeLab()([setup, { ...setup, ...stations.sampled.change }]);
    const right = stations.sampled.right(before, after);
    await book.visit('laboratory', async ({ page }) => {
      const station = stationOf(page, 'sampled');
      await station.scrollIntoViewIfNeeded();
      await alive(station);
      const wrong = (right + 1) % 4;
      await station.getByLabel(stations.sampled.answers[wrong]).check();
      await station.getByRole('button', { name: 'Run' }).click();
      const { says, verdict } = wordsOf(page, 'sampled');
      await until(says, (text) => /identical to the printed/.test(text), 'the run is done', 20_000);
      expect(await verdict()).toBe(
        `You said: ${stations.sampled.answers[wrong]}. Measured: ${stations.sampled.answers[right]}.`,
      );
      expect(await station.locator('.finding').innerText()).toBe(
        stations.sampled.finding(before, after),
      );
      await station.getByLabel(stations.sampled.answers[right]).check();
      expect(await verdict()).toBe(`As you said: ${stations.sampled.answers[right]}.`);
    });
  },
);

test.concurrent('a station can be used by keyboard alone', async () => {
  await book.visit('laboratory', async ({ page }) => {
    const station = stationOf(page, 'cut');
    await station.scrollIntoViewIfNeeded();
    await alive(station);
    await station.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await station.getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const { says, verdict } = wordsOf(page, 'cut');
    await until(says, (text) => /identical to the printed/.test(text), 'the run is done', 20_000);
    expect(await verdict()).toMatch(/^(?:As you said|You said)/);
  });
});

test.concurrent(
  'all switches at once: the address keeps them, and Stop ends a long run',
  async () => {
    await book.visit('laboratory', async ({ page }) => {
      const demo = await demoOn(page, 'The laboratory');
      const printed = await demo.result();
      await demo.root.getByLabel('rank among').selectOption('20 sampled items');
      await until(
        () => demo.root.getByRole('img').locator('desc').textContent(),
        (text) => /Random from 0\.\d+ to 0\.[345]/.test(text ?? ''),
        'the sample is ranked',
        20_000,
      );
      await until(
        () => new URL(page.url()).search,
        (query) => query === '?among=20',
        'the switch is told',
      );
      await demo.root.getByLabel('logs').selectOption('10');
      await demo.root.getByLabel('users').selectOption('1200');
      await until(demo.says, (text) => /not yet that of these/.test(text), 'the chart is old');
      await demo.button('Run').click();
      await until(demo.says, (text) => /Fit \d+ of \d+/.test(text), 'a fit is done');
      await demo.button('Stop').click();
      await demo.becomes('stopped');
      await until(
        () => page.workers().length,
        (n) => n === 0,
        'no worker is left',
      );
      await demo.button('Reset').click();
      await until(demo.result, (now) => now.join() === printed.join(), 'all is as printed');
    });
    await book.visit(
      'laboratory',
      async ({ page }) => {
        const demo = await demoOn(page, 'The laboratory');
        await demo.becomes('done');
        // Out of view it is not laid out, and has no innerText.
        expect(await demo.root.locator('.head').textContent()).toContain('Recall@5');
      },
      { query: '?k=5&ties=random' },
    );
  },
);

test.concurrent('whose device has kept the answer of a station finds its chart open', async () => {
  await book.visit('laboratory', async ({ page }) => {
    const station = stationOf(page, 'users');
    await station.scrollIntoViewIfNeeded();
    await until(() => station.getByRole('img').first().isVisible(), Boolean, 'the chart is open');
  });
});

test.concurrent('a link to a station where it was before leads on to it', async () => {
  await book.visit(
    'evaluation',
    async ({ page, home }) => {
      await page.waitForURL(`${home}laboratory#station-time`);
      await until(
        () =>
          stationOf(page, 'time').evaluate((it) => it.getBoundingClientRect().top < innerHeight),
        (isInView) => isInView,
        'the station is in view',
      );
    },
    { query: '#station-time' },
  );
});
