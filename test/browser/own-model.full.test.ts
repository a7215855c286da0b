// A model of the reader's own: checked, entered in the race, and told what is wrong.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { models } from '../../code/models.ts';
import { root, sites } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
import { useBook, wholeRead } from './support/book.ts';
import { openEditor } from './support/editor.ts';
import { overflowing } from './support/layout.ts';
import { until } from './support/until.ts';

const book = useBook();
const start = readFileSync(join(root, 'docs/snippets/own-model.ts'), 'utf8').trimEnd();
const page = 'your-own-model';
const expected = /^request failed: (blob:null\/|\S+\/isolated\.html)/;

test('the model to start from keeps its promises and stands among the models of the book', async () => {
  await book.visit(
    page,
    async ({ page }) => {
      await wholeRead(page);
      // What keeps the book comes by itself, some seconds later.
      const isKept = () =>
        page.evaluate(() =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('/keepBook.')),
        );
      await until(isKept, Boolean, 'the page has all of its own');
      const scripts = new Set<string>();
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.endsWith('.js')) scripts.add(pathname);
      });
      const editor = await openEditor(page, 'own-model');
      expect(await editor.text.inputValue()).toBe(start);
      await editor.text.press('Control+Enter');
      await editor.status('Done in');
      const contract = editor.root.getByRole('region', { name: 'The contract', exact: true });
      expect(await contract.innerText()).toMatch(
        /^Your model keeps all \d+ promises that were tried\./,
      );
      const rows = await editor.rows();
      // As they come, and some of them a second time, tuned, as on the board.
      const names = rows.map(([name]) => name);
      const tuned = names.filter((name) => name.endsWith(', tuned'));
      const titles = models.map(({ title }) => title);
      expect(tuned.length).toBeGreaterThan(0);
      expect(names.filter((name) => !tuned.includes(name)).sort()).toEqual(
        [...titles, 'Your model'].sort(),
      );
      for (const name of tuned) expect(titles).toContain(name.replace(/, tuned$/, ''));
      const values = rows.map(([, value]) => Number(value));
      expect(values).toEqual([...values].sort((a, b) => b - a));
      const own = Number(rows.find(([name]) => name === 'Your model')?.[1]);
      for (const [name, value, difference, interval] of rows) {
        if (name === 'Your model') continue;
        expect(Number(difference.replace('−', '-'))).toBeCloseTo(own - Number(value), 2);
        const [low, high] = interval.replaceAll('−', '-').split(' to ').map(Number);
        expect(low).toBeLessThanOrEqual(high);
      }
      expect(await violationsOf(page)).toEqual([]);
      const sizeOf = (paths: readonly string[]): number =>
        paths.reduce((sum, path) => {
          return sum + gzipSync(readFileSync(join(sites[0].dir, path)), { level: 9 }).length;
        }, 0);
      const contractScripts = [...scripts].filter((path) => path.includes('isolated-checks'));
      const others = [...scripts].filter((path) => !contractScripts.includes(path));
      console.log(`The editor: ${sizeOf(others)} bytes, the checks: ${sizeOf(contractScripts)}`);
      expect(contractScripts).toHaveLength(1);
      expect(sizeOf(others)).toBeLessThanOrEqual(60_000);
      // The library that draws the logs; nobody has it who does not check a model of their own.
      expect(sizeOf(contractScripts)).toBeLessThanOrEqual(40_000);
    },
    { expected },
  );
});

describe.for([1280, 360])('at %i px', (width) => {
  test('a broken promise, and an error in the race, are told in words and at a line', async () => {
    await book.visit(
      page,
      async ({ page }) => {
        const editor = await openEditor(page, 'own-model');
        await editor.change('people[item] += 1', 'people[item] += nUsers === 300 ? nothing : 1');
        await editor.change('this.seenBy(user), k)', '[], k)');
        await editor.run();
        await editor.alert.getByText('ReferenceError').waitFor();
        const line = start.split('\n').findIndex((text) => text.includes('people[item] += 1')) + 1;
        expect(await editor.alert.innerText()).toContain(`ReferenceError, line ${line}.`);
        const contract = editor.root.getByRole('region', { name: 'The contract', exact: true });
        expect(await contract.innerText()).toMatch(/breaks \d+\./);
        expect(await contract.getByText('✗ Broken').count()).toBeGreaterThan(0);
        expect(await page.evaluate(overflowing)).toEqual([]);
        expect(await violationsOf(page)).toEqual([]);
      },
      { width, expected },
    );
  });
});
