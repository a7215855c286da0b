// Code in a link: copied by one reader, read by the next, and run by nobody but them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { editionOf, toHash } from '../../.vitepress/reader/editor/link.ts';
import { passageOf } from '../../.vitepress/reader/editor/region.ts';
import { root } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
import { useBook } from './support/book.ts';
import { editorOf, openEditor } from './support/editor.ts';
import { overflowing } from './support/layout.ts';

const book = useBook();
const file = 'code/recsys.ts';
const popularity = passageOf(readFileSync(join(root, file), 'utf8'), 'popularity');
const edition = editionOf(popularity.text);
const mine = popularity.text.replace('counts[i] += 1', 'counts[i] += 2');

const linkTo = (text: string, region = 'popularity', made = edition): Promise<string> =>
  toHash({ file, region, edition: made, text });

/** Whether anything of the reader's was run, or is about to be. */
const runs = async (page: Page): Promise<number> =>
  page.workers().length + (await page.locator('iframe').count());

test('Share copies a link, and who opens it reads the code before it can run', async () => {
  let link = '';
  await book.visit(
    'models/popularity',
    async ({ page }) => {
      const editor = await openEditor(page, 'popularity');
      await editor.change('counts[i] += 1', 'counts[i] += 2');
      await editor.button('Share').click();
      await editor.status('The link is copied.');
      link = await page.evaluate(() => navigator.clipboard.readText());
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
  const { pathname, hash } = new URL(link);
  expect(pathname).toBe('/models/popularity');
  expect(link.length).toBeLessThan(2048);

  await book.visit(
    'models/popularity',
    async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const editor = editorOf(page, 'popularity');
      await editor.text.waitFor();
      expect(await editor.text.inputValue()).toBe(mine);
      const note = editor.root.getByRole('note');
      expect(await note.innerText()).toMatch(
        /^This code came by a link\. Read it before you run it\./,
      );
      const changes = await note.getByRole('listitem').allInnerTexts();
      expect(changes.map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
        '− taken out: for (const i of log.items) counts[i] += 1;',
        '+ put in: for (const i of log.items) counts[i] += 2;',
      ]);
      expect(await note.innerText()).not.toContain('another edition');
      expect(await runs(page)).toBe(0);
      expect(asked.filter((url) => /runner|isolated/.test(url))).toEqual([]);
      expect(await violationsOf(page)).toEqual([]);

      await editor.run();
      await editor.status('Done in');
      expect(await editor.finding.textContent()).toMatch(/^Other bits/);
    },
    { query: hash, expected: /^request failed: blob:null/ },
  );
});

test('a link of another edition says so', async () => {
  await book.visit(
    'models/popularity',
    async ({ page }) => {
      const note = editorOf(page, 'popularity').root.getByRole('note');
      await note.getByText('another edition of this region').waitFor();
      expect(await page.evaluate(overflowing)).toEqual([]);
    },
    { query: await linkTo(mine, 'popularity', 'older'), width: 360 },
  );
});

test('a link that is followed within the book opens too', async () => {
  const hash = await linkTo(mine, 'bpr-step');
  await book.visit('models/popularity', async ({ page }) => {
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      link.textContent = 'From a friend';
      document.querySelector('main .vp-doc')?.prepend(link);
    }, `/models/bpr${hash}`);
    await page.getByRole('link', { name: 'From a friend' }).click();
    const editor = editorOf(page, 'bpr-step');
    await editor.text.waitFor();
    expect(await editor.text.inputValue()).toBe(mine);
    expect(await runs(page)).toBe(0);
  });
});

test.concurrent.for([
  ['damaged code', '#code=AAAA', 'the code in this link is damaged'],
  [
    'a region that the page does not have',
    await linkTo('let a;', 'no-such-region'),
    'no-such-region, which this page',
  ],
  [
    'another file',
    await toHash({ file: 'code/other.ts', region: 'popularity', edition, text: '' }),
    'popularity, which this page',
  ],
] as const)('a link with %s opens no editor and says why', async ([, hash, words]) => {
  await book.visit(
    'models/popularity',
    async ({ page }) => {
      await page.getByRole('alert').getByText(words).waitFor();
      expect(await page.locator('.code-editor').count()).toBe(0);
      expect(await violationsOf(page)).toEqual([]);
    },
    { query: hash },
  );
});

test('code that is too long for a link is told, not cut', async () => {
  await book.visit('models/popularity', async ({ page }) => {
    const editor = await openEditor(page, 'popularity');
    // Digits that no compression takes away.
    let seed = 1;
    const digits = Array.from({ length: 12_000 }, () => {
      seed = (seed * 48271) % 2147483647;
      return (seed % 36).toString(36);
    }).join('');
    await editor.change('/**', `// ${digits}\n/**`);
    await editor.button('Share').click();
    await editor.status(/^The link would be \d+ kB long.*Download the file/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      editor.button('Download').click(),
    ]);
    expect(download.suggestedFilename()).toBe('recsys.ts');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain(digits);
    expect(text).toContain('export class BPR');
  });
});
