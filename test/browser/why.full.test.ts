// "Why this?": under each row of a demo's list stands a bill, and what it lists adds up to the score.
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { models } from '../../code/models.ts';
import { violationsOf } from './support/axe.ts';
import { useBook } from './support/book.ts';
import type { Demo } from './support/demo.ts';
import { demoOn } from './support/demo.ts';
import { overflowing } from './support/layout.ts';
import { until } from './support/until.ts';

const book = useBook();

const rowsOf = (demo: Demo): Locator =>
  demo.root
    .getByRole('list', { name: /recommends to person/ })
    .locator('details')
    .filter({ has: demo.root.page().locator('summary') });

interface Bill {
  readonly parts: readonly number[];
  readonly total: number;
  readonly score: number;
  /** Half of the last decimal that is shown. */
  readonly half: number;
}

const numberOf = (text: string): number => Number(text.replace('−', '-'));

async function billOf(row: Locator): Promise<Bill> {
  const values = (await row.locator('.bill .value').allInnerTexts()).map(numberOf);
  const text = (await row.locator('summary .score').innerText()).replace(/score\s*/, '').trim();
  const decimals = text.split('.')[1]?.length ?? 0;
  return {
    parts: values.slice(0, -1),
    total: values.at(-1) ?? NaN,
    score: numberOf(text),
    half: 10 ** -decimals / 2,
  };
}

const isOpen = (row: Locator): Promise<boolean> =>
  row.evaluate((details) => (details as HTMLDetailsElement).open);

describe.for(models.map(({ id, title }) => ({ id, title })))(
  'the list of $title',
  ({ id, title }) => {
    test('says for each item what its score is made of, to pointer and keyboard', async () => {
      await book.visit(`models/${id}`, async ({ page }) => {
        const demo = await demoOn(page, title);
        const rows = rowsOf(demo);
        const many = await rows.count();
        expect(many).toBe(10);
        for (let n = 0; n < many; n++) {
          const row = rows.nth(n);
          const summary = row.locator('summary');
          if (n % 2 === 0) await summary.click();
          else {
            await summary.focus();
            await page.keyboard.press(n % 4 === 1 ? 'Enter' : 'Space');
          }
          await until(
            () => isOpen(row),
            (open) => open,
            `answer ${n + 1} is open`,
          );
          const { parts, total, score, half } = await billOf(row);
          expect(parts.length, `${id}, row ${n + 1}`).toBeGreaterThan(0);
          expect(total).toBe(score);
          const sum = parts.reduce((a, b) => a + b, 0);
          // Each number is rounded by itself.
          expect(Math.abs(sum - score)).toBeLessThanOrEqual((parts.length + 1) * half * 1.000001);
          // One answer at a time, and all of it is seen.
          const open = await Promise.all(
            Array.from({ length: many }, (_, i) => isOpen(rows.nth(i))),
          );
          expect(open.filter(Boolean)).toHaveLength(1);
          const below = await row.locator('.bill').evaluate((bill) => {
            const list = bill.closest('.ranked')?.getBoundingClientRect();
            return bill.getBoundingClientRect().bottom - (list?.bottom ?? NaN);
          });
          expect(below).toBeLessThanOrEqual(1);
        }
        expect(await violationsOf(page, '.ranked')).toEqual([]);
        await rows
          .nth(many - 1)
          .locator('summary')
          .click();
        await until(
          () => isOpen(rows.nth(many - 1)),
          (open) => !open,
          'the answer is closed',
        );
      });
    });
  },
);

test('the columns of the list stand in line, and nothing is wider than a phone', async () => {
  for (const width of [1280, 360]) {
    await book.visit(
      'models/item-item-cf',
      async ({ page }) => {
        const demo = await demoOn(page, 'Item-item CF');
        await rowsOf(demo).nth(1).locator('summary').click();
        const lefts = await rowsOf(demo)
          .locator('.score')
          .evaluateAll((scores) =>
            scores.map((score) => Math.round(score.getBoundingClientRect().right)),
          );
        expect(new Set(lefts).size).toBe(1);
        expect(await page.evaluate(overflowing)).toEqual([]);
      },
      { viewport: { width, height: 800 } },
    );
  }
});
