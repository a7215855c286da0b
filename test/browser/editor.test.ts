// The editor of the listings: opened, changed, run, stopped and left, by pointer and by keyboard.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { sites } from '../support/site.ts';
import { wholeRead } from './support/book.ts';
import { demoOn, personLabel } from './support/demo.ts';
import { editButton, openEditor, popularity, useEditedBook } from './support/editor.ts';
import { until, untilEqual } from './support/until.ts';

const book = useEditedBook();
const [site] = sites;

const scriptsOf = (page: Page): string[] => {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol.startsWith('http')) paths.push(pathname);
  });
  return paths;
};

const gzipped = (path: string): number =>
  gzipSync(readFileSync(join(site.dir, path.slice(site.base.length))), { level: 9 }).length;

describe('the editor', () => {
  test.concurrent(
    'comes when it is asked for, the compiler when it is run, in 60 kB of scripts',
    async () => {
      await book.visit('models/popularity', async ({ page }) => {
        const asked = scriptsOf(page);
        await page.reload({ waitUntil: 'networkidle' });
        await wholeRead(page);
        // The page's own worker comes by itself, some seconds later.
        const own = () => asked.some((path) => /model\.worker/.test(path));
        await until(own, Boolean, 'the page has all of its own');
        const atLoad = new Set(asked);
        for (const path of atLoad)
          expect(path).not.toMatch(/\/(open|runner)\.|isolated|recsys\.ts/);

        asked.length = 0;
        const editor = await openEditor(page, 'popularity');
        expect(asked.filter((path) => path.includes('/runner.'))).toEqual([]);
        expect(asked.filter((path) => path.endsWith('/code/recsys.ts'))).toHaveLength(1);
        await editor.run();
        await editor.status('Done in');
        expect(asked.filter((path) => path.endsWith('/isolated.html'))).toHaveLength(1);
        const scripts = [...new Set(asked)].filter(
          (path) => path.endsWith('.js') && !atLoad.has(path),
        );
        expect(scripts.some((path) => path.includes('/runner.'))).toBe(true);
        const size = scripts.reduce((sum, path) => sum + gzipped(path), 0);
        console.log(
          `The editor: ${size} bytes of scripts, the source ${gzipped(`${site.base}code/recsys.ts`)}`,
        );
        expect(size).toBeGreaterThan(20_000);
        expect(size).toBeLessThanOrEqual(60_000);
      });
    },
  );

  test.concurrent('shows the region as it stands in the file, with its line numbers', async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const editor = await openEditor(page, 'popularity');
      expect(await editor.text.inputValue()).toBe(popularity.text);
      const last = popularity.start + popularity.text.split('\n').length - 1;
      expect(await editor.text.getAttribute('aria-label')).toBe(
        `Code of popularity, lines ${popularity.start} to ${last} of code/recsys.ts`,
      );
      const counter = await page
        .locator('.prism-code-editor')
        .evaluate((element) => getComputedStyle(element).counterReset);
      expect(counter).toBe(`line ${popularity.start - 1}`);
      const button = editButton(page, 'popularity');
      expect(await button.getAttribute('aria-expanded')).toBe('true');
      await button.click();
      expect(await button.getAttribute('aria-expanded')).toBe('false');
      expect(await editor.root.count()).toBe(0);
      expect(await page.locator('[data-region="popularity"] pre').isVisible()).toBe(true);
    });
  });

  test.concurrent('runs the unchanged region and says that it gives the same bits', async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const demo = await demoOn(page, findModel('popularity').title);
      const shown = (await demo.list()).map((line) => line.split(' ').slice(1, 3).join(' '));
      const editor = await openEditor(page, 'popularity');
      await editor.run();
      await editor.status('Done in');
      expect(await editor.finding.textContent()).toMatch(/^The same bits as the book’s/);
      const rows = await editor.rows();
      expect(rows.map(([name]) => name)).toEqual(['Recall', 'Precision', 'nDCG', 'MAP']);
      for (const [, theirs, yours, difference] of rows) {
        expect(yours).toBe(theirs);
        expect(difference).toBe('same bits');
      }
      const mine = await editor.root
        .getByRole('list', { name: 'Your list' })
        .getByRole('listitem')
        .allTextContents();
      expect(mine).toHaveLength(10);
      expect(shown).toHaveLength(10);
      mine.forEach((line, n) => expect(line.replace(/\s+/g, ' ')).toContain(shown[n]));
      expect(await page.locator('iframe').count()).toBe(0);
      await untilEqual(() => page.workers().length, 0, 'the number of workers');
    });
  });

  test.concurrent(
    'sets a changed region beside the book’s, with the difference and its interval',
    async () => {
      await book.visit('models/popularity', async ({ page }) => {
        const editor = await openEditor(page, 'popularity');
        await editor.change('counts[i] += 1', 'counts[i] -= 1');
        await editor.run();
        await editor.status('Done in');
        const [recall] = await editor.rows();
        const [, theirs, yours, difference, interval] = recall;
        expect(Number(yours)).toBeLessThan(Number(theirs));
        expect(Number(difference.replace('−', '-'))).toBeCloseTo(Number(yours) - Number(theirs), 2);
        const [low, high] = interval.replaceAll('−', '-').split(' to ').map(Number);
        expect(low).toBeLessThan(high);
        expect(high).toBeLessThan(0);
        expect(await editor.finding.textContent()).toMatch(
          /more than chance between people explains\.$/,
        );

        await editor.change('counts[i] -= 1', 'counts[i] += 2');
        expect(
          await editor.root.getByText('The text has changed since this run.').isVisible(),
        ).toBe(true);
        await editor.run();
        await until(
          () => editor.finding.textContent(),
          (text) => /^Other bits/.test(text ?? ''),
          'other bits, same list',
        );
      });
    },
  );

  test.concurrent('runs for the person and the length that the demo shows', async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const demo = await demoOn(page, findModel('popularity').title);
      await demo.number(personLabel).fill('7');
      await demo.number(personLabel).press('Enter');
      await until(
        () => page.locator('[data-run]').getAttribute('data-run'),
        (run) => /"user":7\b/.test(run ?? ''),
        'the demo shows person 7',
      );
      const editor = await openEditor(page, 'popularity');
      await editor.run();
      await editor.status('Done in');
      expect(await editor.root.getByRole('list', { name: 'Your list for person 7' }).count()).toBe(
        1,
      );
    });
  });

  test.concurrent('keeps the text while the reader is elsewhere in the book', async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const editor = await openEditor(page, 'popularity');
      await editor.change('counts[i] += 1', 'counts[i] += 3');
      await page.evaluate(() => ((window as unknown as { same: boolean }).same = true));
      await page.getByRole('navigation').getByRole('link', { name: 'Leaderboard' }).first().click();
      await page.getByRole('heading', { level: 1, name: /leaderboard/i }).waitFor();
      expect(await editor.root.count()).toBe(0);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: /popularity/i }).waitFor();
      const again = await openEditor(page, 'popularity');
      expect(await page.evaluate(() => 'same' in window)).toBe(true);
      expect(await again.text.inputValue()).toContain('counts[i] += 3');
      await again.button('Reset').click();
      expect(await again.text.inputValue()).toBe(popularity.text);
    });
  });

  test.concurrent('is not offered without JavaScript', async () => {
    await book.visit(
      'models/popularity',
      async ({ page }) => {
        expect(await page.locator('.listing-edit').count()).toBeGreaterThan(0);
        expect(await page.locator('.listing-edit').first().isVisible()).toBe(false);
        expect(await page.locator('[data-region="popularity"] pre').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false, expected: /\.js \(csp\)$/ },
    );
  });
});
