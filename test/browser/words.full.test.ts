// Terms, symbols and citations: by pointer, by keyboard and by touch.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOf } from './support/axe.ts';
import { useBook } from './support/book.ts';
import { until } from './support/until.ts';

const book = useBook();
const touch = { width: 360, hasTouch: true, isMobile: true } as const;

const noteOn = (page: Page): Locator => page.getByRole('note').and(page.locator('.word-note'));
const term = (page: Page, name: string): Locator =>
  page.locator('main').getByRole('link', { name, exact: true }).and(page.locator('a.term'));

describe('a term of the glossary', () => {
  test('says what it means under the pointer, which may go into the note', async () => {
    await book.visit('models/content-based', async ({ page }) => {
      const word = term(page, 'half-life');
      await word.hover();
      const note = noteOn(page);
      await note.waitFor();
      expect(await note.innerText()).toContain('The age at which an event counts half.');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      );
      const home = note.getByRole('link', { name: 'Taught in chapter 6, Trending' });
      await home.hover();
      await page.waitForTimeout(400);
      expect(await note.isVisible()).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
      await home.click();
      await page.waitForURL('**/models/trending#term-half-life');
      await note.waitFor({ state: 'detached' });
      expect(await page.locator('dfn#term-half-life').innerText()).toBe('half-life');
    });
  });

  test('keeps quiet again when the pointer has gone', async () => {
    await book.visit('models/content-based', async ({ page }) => {
      await term(page, 'half-life').hover();
      await noteOn(page).waitFor();
      await page.mouse.move(2, 400);
      await noteOn(page).waitFor({ state: 'detached' });
    });
  });

  test('says it to the keyboard, is closed by Escape, and leads to the glossary', async () => {
    await book.visit('models/content-based', async ({ page }) => {
      const word = term(page, 'half-life');
      // The browser shows the focus once a key was pressed.
      await page.keyboard.press('Tab');
      await word.focus();
      await noteOn(page).waitFor();
      const described = await word.getAttribute('aria-describedby');
      expect(await page.locator(`#${described}`).innerText()).toMatch(/^half-life\. The age at/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await noteOn(page).waitFor({ state: 'detached' });
      expect(await word.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/glossary#half-life');
      expect(await page.locator('.glossary-entry:target dt').innerText()).toBe('half-life');
    });
  });

  test('opens its note at the first tap, and the note leads to the glossary', async () => {
    await book.visit(
      'models/content-based',
      async ({ page }) => {
        const word = term(page, 'half-life');
        await word.tap();
        const note = noteOn(page);
        await note.waitFor();
        const box = await note.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
        await word.tap();
        await note.waitFor({ state: 'detached' });
        expect(page.url()).toMatch(/content-based$/);
        await word.tap();
        await note.getByRole('link', { name: 'In the glossary' }).tap();
        await page.waitForURL('**/glossary#half-life');
      },
      touch,
    );
  });

  test('is a link without scripts', async () => {
    await book.visit(
      'models/content-based',
      async ({ page }) => {
        await term(page, 'half-life').click();
        await page.waitForURL('**/glossary#half-life');
      },
      { javaScriptEnabled: false },
    );
  });
});

/** The places of a symbol that are lit, and whether no other one is. */
async function litOn(page: Page): Promise<{ names: string[]; count: number }> {
  return page.evaluate(() => {
    const lit = [...document.querySelectorAll('[data-symbol]:not(.symbol-pin)')].filter(
      (element) => getComputedStyle(element).getPropertyValue('--lit') !== '',
    );
    const names = new Set(lit.map((element) => element.getAttribute('data-symbol') ?? ''));
    return { names: [...names], count: lit.length };
  });
}

/** @param also what figures may call the same symbol; they come when the reader is near */
const becomeLit = (page: Page, name: string, also: readonly string[] = []) =>
  until(
    () => litOn(page),
    ({ names }) => names.filter((lit) => !also.includes(lit)).join() === name,
    name ? `${name} is lit, and nothing else` : 'nothing is lit',
  );

describe('a symbol', () => {
  test('lights up in equations, listings and the table under the pointer, and says its meaning', async () => {
    await book.visit('models/implicit-als', async ({ page }) => {
      await page.locator('.equation [data-symbol="A"]').first().hover();
      await becomeLit(page, 'A');
      const all = await page.locator('[data-symbol="A"]:not(.symbol-pin)').count();
      expect((await litOn(page)).count).toBe(all);
      expect(all).toBeGreaterThan(10);
      await noteOn(page).waitFor();
      expect(await noteOn(page).innerText()).toContain('normal equations');
      await page.keyboard.press('Escape');
      await noteOn(page).waitFor({ state: 'detached' });
      await page.locator('pre [data-symbol="alpha"]').first().hover();
      await becomeLit(page, 'alpha');
      await page.mouse.move(2, 400);
      await becomeLit(page, '');
    });
  });

  test('is pinned by the button of its row, with the keyboard alone', async () => {
    await book.visit('models/bpr', async ({ page }) => {
      await page.locator('.symbols summary').focus();
      await page.keyboard.press('Enter');
      const button = page.getByRole('button', { name: 'Light up w', exact: true });
      await button.focus();
      await page.keyboard.press('Space');
      await becomeLit(page, 'w');
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      const status = page.locator('.symbols-status');
      expect(await status.innerText()).toMatch(/^w is lit in \d+ places of this page\.$/);
      expect(await violationsOf(page)).toEqual([]);
      await page.mouse.move(2, 400);
      await page.keyboard.press('Tab');
      await becomeLit(page, 'lr');
      await page.keyboard.press('Escape');
      await becomeLit(page, '');
      expect(await button.getAttribute('aria-pressed')).toBe('false');
    });
  });

  test('lights up at a tap, and goes out at a tap elsewhere', async () => {
    await book.visit(
      'models/bpr',
      async ({ page }) => {
        await page.locator('.equation [data-symbol="y_j"]').first().tap();
        await becomeLit(page, 'y_j', ['yj']);
        await noteOn(page).waitFor();
        await page.getByRole('heading', { level: 2, name: 'The equation' }).tap();
        await becomeLit(page, '');
        await noteOn(page).waitFor({ state: 'detached' });
      },
      touch,
    );
  });
});

test('a chapter can be cited: the text and the entry for BibTeX are copied', async () => {
  await book.visit(
    'models/trending',
    async ({ page }) => {
      const cite = page.locator('details.cite');
      await cite.getByText('Cite this chapter').click();
      await cite.getByRole('button', { name: 'Copy the BibTeX entry' }).click();
      await until(
        () => page.evaluate(() => navigator.clipboard.readText()),
        (text) => text.startsWith('@incollection{recsys-book:trending,'),
        'the entry is in the clipboard',
      );
      await cite.getByRole('button', { name: 'Copy the citation' }).click();
      await until(
        () => page.evaluate(() => navigator.clipboard.readText()),
        (text) => text.includes('“Trending”. Chapter 6 of'),
        'the citation is in the clipboard',
      );
      expect(await violationsOf(page, 'main')).toEqual([]);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});
