import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { useBook } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import { tasksWhile } from './support/longTasks.ts';
import { untilEqual } from './support/until.ts';

// What happens beside the page: the worker that computes, while it runs and when it must go.

const book = useBook();
const [als, bpr] = [findModel('implicit-als'), findModel('bpr')];

/** Long enough to be stopped: the most that the controls allow. */
const long = '?factors=64&iters=30';

const workers = (page: Page): number => page.workers().length;
const noWorker = (page: Page): Promise<number> =>
  untilEqual(() => workers(page), 0, 'the number of workers');

test.concurrent('Stop ends a run and its worker; Run begins anew', async () => {
  await book.visit(
    'models/implicit-als',
    async ({ page }) => {
      const demo = await demoOn(page, als.title);
      const printed = await demo.result();
      await demo.becomes('running');
      expect(workers(page)).toBe(1);
      await demo.button('Stop').click();
      await demo.becomes('stopped');
      await noWorker(page);
      expect(await demo.list()).toHaveLength(10);
      expect((await demo.result()).filter((line) => line.startsWith('factors'))).toEqual(
        printed.filter((line) => line.startsWith('factors')),
      );

      await demo.button('Run').click();
      await demo.becomes('running');
      await demo.button('Stop').click();
      await demo.becomes('stopped');
      await demo.button('Reset').click();
      await demo.runAndWait();
      expect(new URL(page.url()).search).toBe('');
    },
    { query: long },
  );
});

test.concurrent('going to another page of the book ends the run and its worker', async () => {
  await book.visit(
    'models/implicit-als',
    async ({ page }) => {
      const demo = await demoOn(page, als.title);
      await demo.becomes('running');
      expect(workers(page)).toBe(1);
      await page.evaluate(() => ((window as unknown as { same: boolean }).same = true));
      await page.getByRole('navigation').getByRole('link', { name: 'Leaderboard' }).first().click();
      await page.getByRole('heading', { level: 1, name: /leaderboard/i }).waitFor();
      expect(await page.evaluate(() => 'same' in window)).toBe(true);
      await noWorker(page);
    },
    { query: long },
  );
});

test.concurrent('leaving the book, and coming back, leaves no worker', async () => {
  await book.visit(
    'models/implicit-als',
    async ({ page }) => {
      const demo = await demoOn(page, als.title);
      await demo.becomes('running');
      await page.goto('about:blank');
      await noWorker(page);
      await page.goBack();
      const again = await demoOn(page, als.title);
      expect(await again.list()).toHaveLength(10);
      expect(workers(page)).toBeLessThanOrEqual(1);
    },
    { query: long },
  );
});

const isWorkerScript = /\/assets\/[^?]*worker[^?]*\.js/;

test.concurrent(
  'a worker script that is not there is a clear failure, and Retry mends it',
  async () => {
    await book.visit(
      'models/implicit-als',
      async ({ page }) => {
        let asked = 0;
        await page.route(isWorkerScript, (route) => {
          asked++;
          return route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' });
        });
        const demo = await demoOn(page, als.title);
        const before = await demo.result();
        await demo.button('Run').click();
        await demo.becomes('failed');
        expect(asked).toBeGreaterThan(0);
        expect(await demo.says()).toMatch(/could not be loaded/);
        expect(await demo.result()).toEqual(before);
        await noWorker(page);

        await page.unroute(isWorkerScript);
        await demo.button('Retry').click();
        await demo.becomes('done');
        expect(await demo.result()).toEqual(before);
      },
      { expected: /worker/i },
    );
  },
);

test.concurrent(
  'a worker that died is a clear failure of the next run, and Retry mends it',
  async () => {
    await book.visit('models/bpr', async ({ page }) => {
      const demo = await demoOn(page, bpr.title);
      await demo.runAndWait();
      const before = await demo.result();
      const [worker] = page.workers();
      await worker.evaluate(() => {
        self.close();
      });
      await demo.button('Run').click();
      await demo.becomes('failed', 40_000);
      expect(await demo.says()).toMatch(/try again/i);
      expect(await demo.result()).toEqual(before);
      await demo.button('Retry').click();
      await demo.becomes('done');
      expect(await demo.result()).toEqual(before);
    });
  },
);

describe('while a model trains', () => {
  test.for([
    { entry: als, page: 'models/implicit-als' },
    { entry: bpr, page: 'models/bpr' },
  ])(
    '$page never holds up the main thread for 50 ms',
    { retry: 2 },
    async ({ entry, page: name }) => {
      await book.visit(name, async ({ page }) => {
        const demo = await demoOn(page, entry.title);
        await page.waitForTimeout(200);
        const { longest, count } = await tasksWhile(book.browser(), page, async () => {
          await demo.runAndWait();
        });
        expect(count).toBeGreaterThan(10);
        expect(longest).toBeLessThanOrEqual(50);
      });
    },
  );
});
