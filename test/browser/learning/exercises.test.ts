// The exercises as a reader does them: an answer, what is said to it, and what the device keeps.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Exercise } from '../../../.vitepress/reader/learning/exercise.ts';
import { exerciseChapters, exercisesOf } from '../../support/exercises.ts';
import { violationsOf } from '../support/axe.ts';
import { alive, useBook } from '../support/book.ts';
import { until } from '../support/until.ts';

/** How many exercises the first chapter has. */
const ofStart = exercisesOf('start').length;
const book = useBook();

/** A run is ended with its frame, whatever that is still loading. */
const ended = { expected: /^request failed: blob:null/ };

const modules = import.meta.glob<{ exercises: Readonly<Record<string, Exercise>> }>(
  '../../../.vitepress/chapters/[a-z]*/exercises.ts',
  { eager: true },
);
const exercises = Object.assign(
  {},
  ...Object.values(modules).map((module) => module.exercises),
) as Record<string, Exercise>;

/** An exercise on a page, awake. */
async function exerciseOn(page: Page, id: string) {
  const root = page.locator(`#${id}`);
  await root.scrollIntoViewIfNeeded();
  const check = root.getByRole('button', { name: /^(Check|Write it here)/ });
  await alive(root);
  return {
    root,
    check,
    field: root.getByRole('textbox'),
    reply: root.locator('.reply'),
    says: () => root.locator('.reply').innerText(),
  };
}

/** What the reader has solved, awake: until then it says what was printed. */
async function progressOn(page: Page) {
  const progress = page.locator('.exercise-progress');
  await progress.scrollIntoViewIfNeeded();
  await alive(progress);
  return progress;
}

test.concurrent.for(exerciseChapters)(
  'the exercises of $id take the right numbers and choices, and tell that they are solved',
  async ({ id: chapter, file }) => {
    await book.visit(file.replace(/\.md$/, ''), async ({ page }) => {
      let solved = 0;
      for (const id of exercisesOf(chapter)) {
        const exercise = exercises[id];
        if (exercise.kind === 'code') continue;
        const { root, check, field, says } = await exerciseOn(page, id);
        if (exercise.kind === 'choice')
          await root.getByLabel(exercise.answers[exercise.right()], { exact: true }).check();
        else await field.fill(String(exercise.expected()));
        await check.click();
        expect(await says()).toMatch(/^Right\. /);
        solved++;
      }
      const count = exercisesOf(chapter).length;
      expect(await (await progressOn(page)).innerText()).toContain(`${solved} of ${count} solved`);
      const place = page.locator(`.chapters .toc-done[data-chapter="${chapter}"]`);
      await until(
        () => place.getAttribute('data-done'),
        (done) => done === (solved === count ? 'all' : 'some'),
        'the contents are marked',
      );
      expect(await place.textContent()).toBe(`, ${solved} of ${count} exercises solved`);
    });
  },
);

test.concurrent('a wrong answer hears what is wrong with it, by keyboard alone', async () => {
  await book.visit('models/bpr', async ({ page }) => {
    const { field, reply, says, root } = await exerciseOn(page, 'bpr-1');
    const height = (await root.boundingBox())?.height;
    await field.focus();
    await page.keyboard.type('0.05');
    await page.keyboard.press('Enter');
    expect(await says()).toBe('Not yet. The weight w is missing. What is it at m = 0?');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await reply.getAttribute('role')).toBe('status');
    expect((await root.boundingBox())?.height).toBe(height);
    expect(await violationsOf(page, '#bpr-1')).toEqual([]);
    await field.fill('0,025');
    await page.keyboard.press('Enter');
    expect(await says()).toMatch(/^Right\. 0\.025/);
    expect((await root.boundingBox())?.height).toBe(height);
    expect(await violationsOf(page, '#bpr-1')).toEqual([]);
    const choice = await exerciseOn(page, 'bpr-3');
    await choice.root.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    expect(await choice.says()).toMatch(/^Not yet\. /);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await choice.says()).toMatch(/^Right\. /);
  });
});

test.concurrent(
  'what is solved is there after a reload and on the cover, until it is forgotten',
  async () => {
    await book.visit('start', async ({ page, home }) => {
      const { field, check, says } = await exerciseOn(page, 'start-2');
      await field.fill('1/2');
      await check.click();
      await until(says, (now) => now.startsWith('Right.'), 'it is solved');
      await page.reload();
      const again = await exerciseOn(page, 'start-2');
      expect(await again.says()).toBe('Solved on this device before.');
      const mark = page.locator('.chapters .toc-done[data-chapter="start"]');
      expect(await mark.getAttribute('data-done')).toBe('some');
      expect(await violationsOf(page)).toEqual([]);
      await page.goto(home);
      await page.locator('.contents .toc-done[data-done="some"]').waitFor({ state: 'attached' });
      await page.goto(`${home}start`);
      const progress = await progressOn(page);
      await progress.getByRole('button', { name: 'Forget all chapters' }).click();
      expect(await progress.innerText()).toContain(
        `None of ${ofStart} solved. Your answers stay on this device.`,
      );
      await until(
        () => mark.getAttribute('data-done'),
        (done) => done === 'none',
        'the mark is gone',
      );
      expect(await page.evaluate(() => localStorage.getItem('recommendation-book-progress'))).toBe(
        null,
      );
    });
  },
);

test.concurrent('a closed storage does no harm', async () => {
  await book.visit(
    'start',
    async ({ page }) => {
      const { field, check, says } = await exerciseOn(page, 'start-2');
      await field.fill('0.5');
      await check.click();
      expect(await says()).toMatch(/^Right\. /);
      expect(await (await progressOn(page)).innerText()).toContain(`1 of ${ofStart} solved`);
    },
    {
      // VitePress says so once, too.
      expected: /SecurityError: closed/,
      prepare: (page) =>
        page.addInitScript(() => {
          const refuse = (): never => {
            throw new DOMException('closed', 'SecurityError');
          };
          Storage.prototype.getItem = refuse;
          Storage.prototype.setItem = refuse;
          Storage.prototype.removeItem = refuse;
        }),
    },
  );
});

test.concurrent(
  'without JavaScript there are questions, hints and solutions, and no dead control',
  async () => {
    await book.visit(
      'models/trending',
      async ({ page }) => {
        for (const id of exercisesOf('trending')) {
          const root = page.locator(`#${id}`);
          expect(
            (await root.locator('p:not(.exercise-number)').first().innerText()).length,
          ).toBeGreaterThan(20);
          await root.getByText('Hint', { exact: true }).click();
          await root.getByText('Solution', { exact: true }).click();
          expect(await root.locator('details').last().innerText()).not.toBe('Solution');
          expect(await root.locator('.exercise-check :is(button, input):visible').count()).toBe(0);
        }
      },
      { javaScriptEnabled: false },
    );
  },
);

test.concurrent('a function is written, refused with an input, and taken', async () => {
  await book.visit(
    'models/trending',
    async ({ page }) => {
      const { root, check, says } = await exerciseOn(page, 'trending-4');
      await check.click();
      const editor = root.getByRole('group', { name: 'Editor of update' });
      const text = editor.getByRole('textbox');
      await text.waitFor();
      const start = await text.inputValue();
      await text.fill(start.replace('score + 1', 'score * Math.exp(-(t - last) / halfLife) + 1'));
      await editor.getByRole('button', { name: 'Check' }).click();
      await until(says, (now) => now.startsWith('Not yet.'), 'it is refused', 20_000);
      expect(await says()).toMatch(
        /leaves 1\/e.* update\(5, 0, 4, 2\) gives 1\.67668, and should give 2\.25\./,
      );
      expect(await violationsOf(page, '#trending-4')).toEqual([]);
      await text.fill(start.replace('score + 1', 'score.nothing.at'));
      await page.keyboard.press('Control+Enter');
      const at = start.split('\n').findIndex((line) => line.includes('score + 1')) + 1;
      await editor.getByText(`TypeError, line ${at}.`).waitFor();
      await text.fill(start.replace('score + 1', 'score * 0.5 ** ((t - last) / halfLife) + 1'));
      await page.keyboard.press('Control+Enter');
      await until(says, (now) => now.startsWith('Right.'), 'it is taken', 20_000);
      expect(await says()).toMatch(/On 204 inputs it gives what the book’s does/);
      // Escape closes it, and the text is there the next time.
      await text.focus();
      await page.keyboard.press('Escape');
      await check.waitFor();
      await check.click();
      expect(await text.inputValue()).toContain('0.5 **');
    },
    ended,
  );
});

test.concurrent(
  'progress is saved to a file, and loaded on another device; a bad file changes nothing',
  async () => {
    let file = Buffer.alloc(0);
    await book.visit('start', async ({ page }) => {
      const { field, check, says } = await exerciseOn(page, 'start-2');
      await field.fill('1/2');
      await check.click();
      await until(says, (now) => now.startsWith('Right.'), 'it is solved');
      const progress = await progressOn(page);
      const save = progress.getByRole('button', { name: /^Save progress of all chapters/ });
      const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
      expect(download.suggestedFilename()).toBe('progress.json');
      file = readFileSync(await download.path());
      expect((JSON.parse(file.toString()) as { solved: unknown }).solved).toEqual(['start-2']);
    });
    await book.visit('start', async ({ page }) => {
      const progress = await progressOn(page);
      const take = progress.getByRole('button', { name: 'Load saved progress' });
      const choose = async (name: string, buffer: Buffer) => {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), take.click()]);
        await chooser.setFiles({ name, mimeType: 'application/json', buffer });
      };
      const said = progress.locator('.file-said');
      await choose('poem.json', Buffer.from('Roses are red'));
      await until(
        () => said.innerText(),
        (text) => /^poem\.json was not loaded, and nothing has changed\. It is not/.test(text),
        'the bad file is refused',
      );
      expect(await progress.innerText()).toContain('None of');
      await choose('progress.json', file);
      await until(
        () => said.innerText(),
        (text) => text.startsWith('Loaded: 1 exercise and'),
        'the file is loaded',
      );
      expect(await progress.innerText()).toMatch(/\b1 of \d+ solved/);
      expect(await violationsOf(page, '.exercise-progress')).toEqual([]);
      await page.reload();
      expect(await (await exerciseOn(page, 'start-2')).says()).toBe(
        'Solved on this device before.',
      );
    });
  },
);
