import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { modelPages } from '../support/pages.ts';
import { useBook } from './support/book.ts';
import { until, untilEqual } from './support/until.ts';
import { contentOf, demoOn, lengthLabel, personLabel } from './support/demo.ts';
import type { Demo } from './support/demo.ts';

const book = useBook();

/** ALS and BPR run when told to; the others follow their controls. */
const learns = (id: string): boolean => findModel(id).curve !== null;

/** Another value for a slider, by keyboard. */
async function push(demo: Demo, label: string): Promise<void> {
  const slider = demo.slider(label);
  await slider.focus();
  const key = (await slider.inputValue()) === '0' ? 'ArrowRight' : 'ArrowLeft';
  for (let step = 0; step < 3; step++) await slider.press(key);
}

const queryOf = (page: Page): string => new URL(page.url()).search;

describe.for(modelPages)('the demo of $id', ({ id, page: name }) => {
  const entry = findModel(id);
  const { title } = entry;
  const ranges = Object.entries(entry.ranges).filter(([option]) => option !== 'seed');

  test.concurrent(
    'shows its default result without JavaScript, and the same numbers after a run',
    async () => {
      const printed = await book.visit(
        name,
        async ({ page }) => {
          const region = page.getByRole('region', { name: `${title}, live` });
          const list = region.getByRole('list', { name: /recommends to person/ });
          expect(await list.getByRole('listitem').count()).toBe(10);
          expect(await list.isVisible()).toBe(true);
          for (const metric of ['Recall', 'Precision', 'nDCG', 'MAP']) {
            expect(await region.getByText(metric, { exact: true }).first().isVisible()).toBe(true);
          }
          expect(await region.locator('figure svg:visible').count()).toBeGreaterThan(0);
          const run = region.getByRole('button', { name: 'Run', exact: true });
          expect(await run.isVisible()).toBe(false);
          return region.evaluate(contentOf);
        },
        { javaScriptEnabled: false },
      );

      await book.visit(name, async ({ page }) => {
        const demo = await demoOn(page, title);
        expect(await demo.result()).toEqual(printed);
        await demo.runAndWait();
        expect(await demo.says()).toMatch(/in your browser/);
        expect(await demo.result()).toEqual(printed);
        expect(queryOf(page)).toBe('');
      });
    },
  );

  test.concurrent(
    'shows other lists for another person and another length, and Reset undoes all',
    async () => {
      await book.visit(name, async ({ page }) => {
        const demo = await demoOn(page, title);
        const before = { list: await demo.list(), result: await demo.result() };

        await demo.number(lengthLabel).fill('5');
        await until(demo.list, ({ length }) => length === 5, 'the list has 5 items');
        expect(await demo.list()).toEqual(before.list.slice(0, 5));

        await demo.number(personLabel).fill('42');
        await page.getByRole('list', { name: /recommends to person 42/ }).waitFor();
        await until(
          demo.list,
          (list) => list.join() !== before.list.slice(0, 5).join(),
          'the list is another',
        );
        await until(
          () => queryOf(page),
          (query) => query.includes('user=42'),
          'the address tells',
        );
        expect(queryOf(page)).toContain('k=5');

        await demo.button('Reset').click();
        await untilEqual(demo.list, before.list, 'the list');
        expect(await demo.result()).toEqual(before.result);
        await untilEqual(() => queryOf(page), '', 'the query');
        expect(await demo.status()).toBe('idle');
      });
    },
  );

  test.concurrent('is the same again under the link that it gives', async () => {
    const saved = await book.visit(
      name,
      async ({ page }) => {
        const demo = await demoOn(page, title);
        for (const [, { label }] of ranges) await push(demo, label);
        await demo.number(personLabel).fill('3');
        await demo.number(lengthLabel).fill('7');
        await until(demo.list, ({ length }) => length === 7, 'the list has 7 items');
        await demo.becomes('done');
        if (learns(id)) await demo.runAndWait();
        await demo.button('Link to this state').click();
        const link = await until(
          () => page.evaluate(() => navigator.clipboard.readText()),
          (text) => text.includes('user=3'),
          'the link is copied',
        );
        await untilEqual(() => page.url(), link, 'the address');
        return { link, result: await demo.result() };
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
    const query = new URL(saved.link).search;
    for (const [option] of ranges) expect(query).toContain(`${option}=`);

    await book.visit(
      name,
      async ({ page }) => {
        const demo = await demoOn(page, title);
        await demo.becomes('done');
        expect(await demo.result()).toEqual(saved.result);
        expect(queryOf(page)).toBe(query);
      },
      { query },
    );
  });

  test.concurrent('runs once at a time, however often Run is clicked', async () => {
    await book.visit(name, async ({ page }) => {
      const demo = await demoOn(page, title);
      const before = await demo.result();
      const run = demo.button('Run');
      await run.evaluate((button: HTMLButtonElement) => {
        for (let n = 0; n < 5; n++) button.click();
      });
      for (let n = 0; n < 5; n++) await run.click({ noWaitAfter: true });
      await demo.becomes('done');
      expect(page.workers().length).toBeLessThanOrEqual(1);
      expect(await demo.result()).toEqual(before);
    });
  });

  const cheap = !learns(id) && ranges.length > 0;
  if (cheap)
    test.concurrent('follows its slider, and the last of many values counts', async () => {
      const [[option, range]] = ranges;
      await book.visit(name, async ({ page }) => {
        const demo = await demoOn(page, title);
        const before = await demo.result();
        await push(demo, range.label);
        await demo.becomes('done');
        await until(demo.result, (now) => now.join() !== before.join(), 'the result is another');

        // Another than the default, which the address would not tell.
        const isLow = entry.defaults[option] !== range.min;
        const took = await demo.slider(range.label).evaluate((slider: HTMLInputElement, isLow) => {
          const start = performance.now();
          const top = Number(slider.max);
          for (let n = 1; n <= 100; n++) {
            slider.value = String(n < 100 ? n % (top + 1) : isLow ? 0 : top);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
          }
          return performance.now() - start;
        }, isLow);
        expect(took).toBeLessThan(1000);
        await until(
          () => queryOf(page),
          (query) => query.includes(`${option}=`),
          'the address tells',
        );
        await demo.becomes('done');
        const last = await settledResult(demo);
        const query = queryOf(page);
        await book.visit(
          name,
          async ({ page: other }) => {
            const same = await demoOn(other, title);
            await same.becomes('done');
            await untilEqual(same.result, last, 'the result under the link');
          },
          { query },
        );
      });
    });
});

/** The result when it has stopped to change. */
async function settledResult(demo: Demo): Promise<string[]> {
  for (let last: string[] = []; ;) {
    const now = await demo.result();
    if (JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
    await demo.root.page().waitForTimeout(300);
  }
}
