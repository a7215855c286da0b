// The editor of the listings: opened, changed, run, stopped and left, by pointer and by keyboard.
import { describe, expect, test } from 'vitest';
import { furtherModels } from '../../.vitepress/build/oneFile.ts';
import { tunable } from '../../code/evaluation/tuned.ts';
import { models } from '../../code/models.ts';
import { root } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
import { editButton, editorOf, openEditor, popularity, useEditedBook } from './support/editor.ts';
import { overflowing, smallTargets } from './support/layout.ts';
import { until, untilEqual } from './support/until.ts';

const book = useEditedBook();

const lineOf = (text: string, part: string): number =>
  text.split('\n').findIndex((line) => line.includes(part)) + 1;

test('a region that is no model is run with all models, and the metric that changed is shown', async () => {
  await book.visit('evaluation', async ({ page }) => {
    await page.getByText('The four metrics in code').click();
    const editor = await openEditor(page, 'metrics');
    await editor.run();
    await editor.status('Done in');
    expect(await editor.finding.textContent()).toMatch(/^The same bits as the book’s/);
    expect(await editor.rows()).toHaveLength(models.length);
    await editor.change('(rank) => 1 / rank', '(rank) => 1 / (rank * rank)');
    await editor.run();
    await until(
      () => editor.finding.textContent(),
      (text) =>
        text === `${models.length} of ${models.length} models give other results than the book’s.`,
      'all come out otherwise',
    );
    expect(await editor.root.getByRole('table').innerText()).toMatch(/^MAP, over 300 test users/);
    for (const [, theirs, yours] of await editor.rows())
      expect(Number(yours)).toBeLessThan(Number(theirs));
  });
});

test.for(furtherModels(root))(
  'a further model, %s, is edited as those of the module are',
  async (file) => {
    const id = file.replace(/^.*\/|\.ts$/g, '');
    await book.visit(`models/${id}`, async ({ page }) => {
      const editor = await openEditor(page, id);
      await editor.run();
      await editor.status('Done in');
      expect(await editor.finding.textContent()).toMatch(/^The same bits as the book’s/);
      const text = await editor.text.inputValue();
      const start = /^ {2}fit\([^{]*\{$/m.exec(text)?.[0] ?? '';
      await editor.change(start, `${start} throw new Error('halt');`);
      await editor.run();
      await editor.alert.getByText('halt').waitFor();
      await editor.button('Reset').click();
      await until(
        () => editor.text.inputValue(),
        (now) => now === text,
        'the text is the book’s',
      );
      expect(await violationsOf(page, '.code-editor')).toEqual([]);
    });
  },
);

test('Copy takes the text along', async () => {
  await book.visit(
    'models/popularity',
    async ({ page }) => {
      const editor = await openEditor(page, 'popularity');
      await editor.change('counts[i] += 1', 'counts[i] += 4');
      await editor.button('Copy').click();
      await editor.status('Copied.');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        popularity.text.replace('counts[i] += 1', 'counts[i] += 4'),
      );
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('the leaderboard enters what was changed elsewhere, as a row of its own', async () => {
  await book.visit('models/popularity', async ({ page }) => {
    const editor = await openEditor(page, 'popularity');
    await editor.change('counts[i] += 1', 'counts[i] -= 1');
    await page.getByRole('navigation').getByRole('link', { name: 'Leaderboard' }).first().click();
    const board = page.getByRole('region', { name: 'The leaderboard, live' });
    const panel = board.getByRole('group', { name: 'Your version on the leaderboard' });
    await panel.getByText('popularity').waitFor();
    const table = board.locator('.board-table');
    const own = table.locator('tr.yours');
    expect(await own.count()).toBe(0);
    await panel.getByRole('button', { name: 'Enter your version' }).click();
    // Popularity has nothing to tune: one row is another.
    const nModels = models.length + tunable.length;
    await panel.getByText(`${nModels - 1} of ${nModels} models give the same bits`).waitFor();
    expect(await own.count()).toBe(1);
    const cells = await own.locator('th, td').allTextContents();
    expect(cells[0]).toMatch(/Popularity, yours$/);
    const booksRow = table.getByRole('row', { name: /^Popularity/ }).first();
    const books = await booksRow.locator('th, td').allTextContents();
    expect(cells).toHaveLength(books.length);
    expect(Number(cells[1])).toBeLessThan(Number(books[1]));
    expect(cells[3]).toMatch(/^−0\.\d{3} on the book’s \(−0\.\d{3} to −0\.\d{3}\)$/);
    const difference = Number(cells[3].slice(0, 6).replace('−', '-'));
    expect(difference).toBeCloseTo(Number(cells[1]) - Number(books[1]), 2);
    expect(await violationsOf(page, '.leaderboard-demo')).toEqual([]);
    // Another board is not the one that it ran on.
    await board.getByLabel('Compare by').selectOption('nDCG');
    await untilEqual(() => own.count(), 0, 'the number of own rows');
  });
});

describe('by keyboard alone', () => {
  test.concurrent('one opens, types, indents, undoes, runs and leaves the editor', async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const edit = editButton(page, 'popularity');
      await edit.focus();
      await page.keyboard.press('Enter');
      const editor = editorOf(page, 'popularity');
      await editor.text.waitFor();
      const inText = () => editor.text.evaluate((element) => element === document.activeElement);
      await until(inText, Boolean, 'the text has the focus');

      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+]');
      expect(await editor.text.inputValue()).toBe(`  ${popularity.text}`);
      await page.keyboard.press('Control+[');
      expect(await editor.text.inputValue()).toBe(popularity.text);
      await page.keyboard.type('// mine');
      await page.keyboard.press('Enter');
      expect(await editor.text.inputValue()).toBe(`// mine\n${popularity.text}`);
      await page.keyboard.press('Control+Enter');
      await editor.status('Done in');
      expect(await editor.finding.textContent()).toMatch(/^The same bits/);
      for (let n = 0; n < 20 && (await editor.text.inputValue()) !== popularity.text; n++)
        await page.keyboard.press('Control+z');
      expect(await editor.text.inputValue()).toBe(popularity.text);

      const before = await editor.text.inputValue();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Run');
      await page.keyboard.press('Shift+Tab');
      expect(await inText()).toBe(true);
      await page.keyboard.press('Shift+Tab');
      expect(await inText()).toBe(false);
      expect(await editor.text.inputValue()).toBe(before);
      await editor.text.focus();
      await page.keyboard.press('Escape');
      expect(await edit.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await editor.root.count()).toBe(1);
      const hint = await editor.text.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${hint}"]`).textContent()).toMatch(/Tab leaves the editor/);
    });
  });

  test.concurrent('one goes from an error to its line, and stops a loop', async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const editor = await openEditor(page, 'popularity');
      await editor.change('counts[i] += 1', 'counts[n] += 1');
      await editor.text.press('Control+Enter');
      await editor.alert.getByText('ReferenceError').waitFor();
      await editor
        .button(`Go to line ${popularity.start + lineOf(popularity.text, 'counts[i] +=') - 1}`)
        .press('Enter');
      const line = await editor.text.evaluate((element) => {
        const { value, selectionStart } = element as HTMLTextAreaElement;
        return value.slice(selectionStart).split('\n')[0];
      });
      expect(line).toContain('counts[n] += 1');
      await editor.change('counts[n] += 1', '{ for (;;) {} }');
      await editor.text.press('Control+Enter');
      await editor.status('Running');
      await editor.button('Stop').press('Enter');
      await editor.status('Stopped');
    });
  });
});

describe('a loop without an end', () => {
  test.concurrent(
    'is told after some seconds, leaves the page alive, and ends with Stop',
    async () => {
      await book.visit('models/popularity', async ({ page }) => {
        const editor = await openEditor(page, 'popularity');
        await editor.change('counts[i] += 1', '{ for (;;) {} }');
        await editor.run();
        await editor.status('A loop without an end? Stop ends it.');
        expect(page.workers()).toHaveLength(1);
        await editor.button('Stop').click();
        await editor.status('Stopped');
        await untilEqual(() => page.workers().length, 0, 'the number of workers');
        expect(await page.locator('iframe').count()).toBe(0);
        await editor.change('{ for (;;) {} }', 'counts[i] += 1');
        await editor.run();
        await editor.status('Done in');
        expect(await editor.finding.textContent()).toMatch(/^The same bits/);
      });
    },
  );

  test.concurrent('ends with its page', async () => {
    await book.visit('models/popularity', async ({ page }) => {
      const editor = await openEditor(page, 'popularity');
      await editor.change('counts[i] += 1', '{ for (;;) {} }');
      await editor.run();
      await until(
        () => page.workers().length,
        (n) => n === 1,
        'the worker runs',
      );
      await page.getByRole('navigation').getByRole('link', { name: 'Leaderboard' }).first().click();
      await page.getByRole('heading', { level: 1, name: /leaderboard/i }).waitFor();
      await untilEqual(() => page.locator('iframe').count(), 0, 'the number of frames');
      await untilEqual(() => page.workers().length, 0, 'the number of workers');
    });
  });
});

const place = (part: string): number => popularity.start + lineOf(popularity.text, part) - 1;

describe('an error is told at the line of the reader', () => {
  test.concurrent.for([
    [
      'a name that is not there',
      'counts[i] += 1',
      'counts[n] += 1',
      'ReferenceError',
      /n is not defined/,
      'counts[i] += 1',
    ],
    [
      'what does not parse',
      'return this;',
      'return this)',
      'Syntax error',
      /Unexpected token/,
      'return this;',
    ],
    [
      'what only the engine refuses',
      'return this;',
      'let log = 1; return this;',
      'Syntax error',
      /log/,
      'return this;',
    ],
    [
      'what is more than types',
      'static readonly defaults',
      'constructor(private a: number) {} static readonly defaults',
      'Syntax error',
      /declare the field/,
      'static readonly defaults',
    ],
    [
      'a bad argument of the book’s own',
      "'Popularity.fit', train",
      "'Popularity.fit', 7",
      'TypeError',
      /train must be/,
      "'Popularity.fit'",
    ],
    [
      'a list with what was seen',
      'return recommendFrom(',
      'return [...rowOf(this.fitted.R, user)].slice(0, k); recommendFrom(',
      'Wrong result',
      /has had/,
      'recommend(user',
    ],
    [
      'a score that is none',
      'counts[i] += 1',
      'counts[i] = NaN',
      'RangeError',
      /must be a number, got NaN/,
      'return recommendFrom',
    ],
  ] as const)('%s', async ([, from, to, name, words, at]) => {
    await book.visit('models/popularity', async ({ page }) => {
      const editor = await openEditor(page, 'popularity');
      await editor.change(from, to);
      await editor.run();
      await editor.alert.getByText(name).waitFor();
      const told = (await editor.alert.innerText()).replace(/\s+/g, ' ');
      expect(told).toMatch(words);
      expect(told.startsWith(`${name}, line ${place(at)}. `), told).toBe(true);
      const marked = await page.locator('.wrong-line').count();
      expect(marked).toBe(1);
      expect(await editor.text.getAttribute('aria-invalid')).toBe('true');
      await editor.button('Reset').click();
      expect(await page.locator('.wrong-line').count()).toBe(0);
      expect(await editor.alert.innerText()).toBe('');
    });
  });
});

test('the reader’s code finds no way out by name either', async () => {
  await book.visit('models/popularity', async ({ page }) => {
    const editor = await openEditor(page, 'popularity');
    const names =
      'fetch XMLHttpRequest WebSocket EventSource WebTransport importScripts postMessage indexedDB caches BroadcastChannel MessageChannel Worker FontFace'.split(
        ' ',
      );
    const open = `throw new Error([${names.map((name) => `typeof ${name}`).join(', ')}, typeof (globalThis as any)[Symbol.for('x')], typeof Array].join(' '));`;
    await editor.change('export class', `${open}\nexport class`);
    await editor.run();
    await editor.alert.getByText('function').waitFor();
    const told = (await editor.alert.innerText()).split('. ')[1].split('\n')[0].trim();
    expect(told).toBe(`${names.map(() => 'undefined').join(' ')} undefined function`);
  });
});

describe.for([
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const)('at $width px, $colorScheme', (options) => {
  test('axe finds no fault with the editor open, with an error, and after a run; nothing stands out', async () => {
    await book.visit(
      'models/popularity',
      async ({ page }) => {
        const looks = async (): Promise<string[]> => {
          // What was scrolled past lies under the head of the page, where nobody presses it.
          await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
          return [
            ...(await violationsOf(page)),
            ...(await page.evaluate(overflowing)),
            ...(await page.evaluate(smallTargets)).filter(
              (target) => !target.includes('Appearance'),
            ),
          ];
        };
        const editor = await openEditor(page, 'popularity');
        expect(await looks()).toEqual([]);
        await editor.change('counts[i] += 1', 'counts[n] += 1');
        await editor.run();
        await editor.alert.getByText('ReferenceError').waitFor();
        expect(await looks()).toEqual([]);
        await editor.change('counts[n] += 1', 'counts[i] -= 1');
        await editor.run();
        await editor.status('Done in');
        expect(await looks()).toEqual([]);
      },
      options,
    );
  });
});
