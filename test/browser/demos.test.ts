// Every demo in the hand of a reader: run, stopped, changed, reset, and opened by an address full of nonsense.
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { modelPages } from '../support/pages.ts';
import { useBook } from './support/book.ts';
import { until, untilEqual } from './support/until.ts';
import { demoOn, lengthLabel, personLabel } from './support/demo.ts';

const book = useBook();
const queryOf = (page: Page): string => new URL(page.url()).search;
/** The script of the worker that fits the models. */
const workerScript = /\/assets\/[^?]*worker[^?]*\.js/;

describe.for(modelPages)('the demo of $id', ({ id, page: name }) => {
  const entry = findModel(id);
  const { title } = entry;

  test.concurrent(
    'can be stopped in mid-run, then runs to the printed result, follows its fields, and is reset',
    async () => {
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((done) => (letGo = done));
      await book.visit(
        name,
        async ({ page }) => {
          const demo = await demoOn(page, title);
          const printed = await demo.result();
          expect(await demo.list()).toHaveLength(10);

          await demo.button('Run').click();
          await demo.becomes('running');
          await demo.button('Stop').click();
          await demo.becomes('stopped');
          await untilEqual(() => page.workers().length, 0, 'the number of workers');
          expect(await demo.result()).toEqual(printed);

          letGo();
          await page.unroute(workerScript);
          await demo.runAndWait();
          expect(await demo.says()).toMatch(/identical to the printed numbers/);
          expect(await demo.result()).toEqual(printed);
          expect(queryOf(page)).toBe('');

          await demo.number(lengthLabel).fill('5');
          await until(demo.list, ({ length }) => length === 5, 'the list has 5 items');
          await demo.number(personLabel).fill('42');
          await page.getByRole('list', { name: /recommends to person 42/ }).waitFor();
          await until(
            () => queryOf(page),
            (query) => query.includes('user=42') && query.includes('k=5'),
            'the address tells',
          );

          await demo.button('Reset').click();
          await untilEqual(demo.result, printed, 'the result');
          await untilEqual(() => queryOf(page), '', 'the query');
          expect(await demo.status()).toBe('idle');
        },
        {
          // However fast the machine, the first run is caught before its worker has begun.
          prepare: (page) =>
            page.route(workerScript, async (route) => {
              await held;
              await route.continue().catch(() => undefined); // its worker may be gone
            }),
          expected: /request failed: .*worker.*ERR_ABORTED/,
        },
      );
    },
  );

  test.concurrent(
    'survives nonsense in its address, and says quietly what it ignored',
    async () => {
      const options = ['user', 'k', 'data', ...Object.keys(entry.ranges)];
      const nonsense = [
        'NaN',
        '-1',
        '1e999',
        '',
        '9'.repeat(2000),
        '%00',
        '<script>',
        '[1,2]',
        '1.5.2',
      ];
      // Each demo gives another value to each of its options.
      const shift = modelPages.findIndex((model) => model.id === id);
      const pairs = options.map((option, at) => {
        const value = nonsense[(at + shift) % nonsense.length];
        return `${option}=${encodeURIComponent(value)}`;
      });
      const odd = [
        '__proto__=1',
        'constructor=5',
        'toString',
        'k[]=3',
        'user=5&user=6',
        '=',
        '%E0%A4%A',
      ];
      for (const query of [`?${pairs.join('&')}`, `?${odd.join('&')}`]) {
        await book.visit(
          name,
          async ({ page }) => {
            const demo = await demoOn(page, title);
            expect(await demo.list(), query).toHaveLength(10);
            await until(
              demo.says,
              (text) => /ignored in the address/i.test(text),
              `the note is there for ${query}`,
            );
            await demo.runAndWait();
            expect(await demo.list(), query).toHaveLength(10);
          },
          { query },
        );
      }
    },
  );
});
