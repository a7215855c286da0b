// Finding one's way: by the keys of the page, back to where one was, to a place for errors, and by the search.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chapters, linkOf } from '../../.vitepress/chapters.ts';
import { inFolder } from '../support/site.ts';
import { violationsOf } from './support/axe.ts';
import { isAlive, settled, useBook } from './support/book.ts';
import { until } from './support/until.ts';

const book = useBook();
/** Built for a known place, from a known repository. */
const bookWithAddress = useBook(inFolder);

const links = chapters.map(linkOf);
const pathOf = (page: Page): string => new URL(page.url()).pathname.replace(/^\/book/, '');

/** Before that nobody hears a key. */
const hears = (page: Page): Promise<boolean> => until(() => isAlive(page), Boolean, 'it is alive');

async function turned(page: Page, to: string): Promise<void> {
  await until(
    () => Promise.resolve(pathOf(page)),
    (path) => path === to,
    `the page is ${to}`,
  );
  await settled(page);
}

test('the arrow keys turn the pages, on and back, and the book ends at its covers', async () => {
  await book.visit('start', async ({ page }) => {
    await hears(page);
    expect(await page.locator('.page-turn .keys').innerText()).toContain('turn the page');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await turned(page, links[1]);
    await page.keyboard.press('ArrowRight');
    await turned(page, links[2]);
    await page.keyboard.press('ArrowLeft');
    await turned(page, links[1]);
    // The second press does not wait for the page that the first one asked for.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await turned(page, links[3]);
  });
});

test('the arrow keys turn nothing with another key, in a field, on a choice, in a table that scrolls, and under the search', async () => {
  await book.visit('models/bpr', async ({ page }) => {
    await hears(page);
    for (const keys of ['Shift', 'Control', 'Meta'])
      await page.keyboard.press(`${keys}+ArrowRight`);
    const controls = [
      'input[type="range"]',
      'input[type="number"]',
      'input[type="radio"]',
      'main select',
      '[tabindex="0"]',
    ];
    for (const selector of controls) {
      const control = page.locator(selector).first();
      await control.scrollIntoViewIfNeeded();
      await control.focus();
      await page.keyboard.press('ArrowRight');
    }
    await page.locator('.listing-edit').first().click();
    await page.locator('main textarea').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('/');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await settled(page);
    expect(pathOf(page)).toBe('/models/bpr');
  });
});

test('the first page offers where one was, moves nothing for it, and forgets it', async () => {
  await book.visit('models/implicit-als', async ({ page, home }) => {
    await hears(page);
    const heading = page.locator('h2#the-equation');
    await heading.evaluate((element) => element.scrollIntoView());
    await until(
      () => page.evaluate(() => localStorage.getItem('recommendation-book-place') ?? ''),
      (kept) => kept.includes('the-equation'),
      'the section is kept',
    );
    // What is only looked up does not count.
    await page.goto(`${home}glossary`);
    await settled(page);
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          (window as unknown as { moved: number }).moved =
            ((window as unknown as { moved?: number }).moved ?? 0) +
            (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const width of [360, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(home);
      await settled(page);
      const offer = page.locator('.resume a');
      await offer.waitFor();
      const moved = await page.evaluate(() => (window as unknown as { moved?: number }).moved ?? 0);
      expect(moved, `at ${width}`).toBeLessThan(0.01);
    }
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.resume a').click();
    await turned(page, '/models/implicit-als');
    expect(new URL(page.url()).hash).toBe('#the-equation');
    await page.goto(home);
    await page.locator('.resume button').click();
    await page.locator('.resume a').waitFor({ state: 'detached' });
    await page.reload();
    await hears(page);
    expect(await page.locator('.resume a').count()).toBe(0);
  });
});

test('an error is reported with the address of the page and its edition', async () => {
  await bookWithAddress.visit('models/bpr', async ({ page }) => {
    const link = await page.getByRole('link', { name: 'Report an error' }).getAttribute('href');
    const url = new URL(link ?? '');
    expect(url.pathname).toMatch(/\/issues\/new$/);
    expect(url.searchParams.get('body')).toContain('https://example.org/book/models/bpr');
    expect(url.searchParams.get('body')).toMatch(/Edition: \d+\.\d+\.\d+/);
  });
});

test.for([1280, 390])(
  'the search shows what it found in its place, leads to a term itself, and anyone can use it, at %i px',
  async (width) => {
    await book.visit(
      'start',
      async ({ page }) => {
        await hears(page);
        await page.getByRole('button', { name: 'Search' }).click();
        await page.getByRole('searchbox').fill('serendipty');
        const first = page.getByRole('option').first();
        await first.waitFor();
        expect(await first.locator('mark').first().innerText()).toBe('serendipity');
        expect((await first.locator('.excerpt').innerText()).length).toBeGreaterThan(40);
        expect(await violationsOf(page)).toEqual([]);
        await page.keyboard.press('Enter');
        await turned(page, '/glossary');
        const entry = page.locator('#serendipity');
        await until(
          () => entry.evaluate((element) => element === document.activeElement),
          Boolean,
          'the term has the focus',
        );
        expect(await entry.evaluate((it) => it.getBoundingClientRect().top)).toBeLessThan(400);
      },
      { width },
    );
  },
);

const sectionsOf = (page: Page): Promise<string[]> =>
  page.locator('main :is(h2, h3)[tabindex]').evaluateAll((list) => list.map(({ id }) => `#${id}`));

test.for([1280, 1440])(
  'the outline stands beside the page at %i px, marks the section in view, and leads to each by keyboard',
  async (width) => {
    await book.visit(
      'models/implicit-als',
      async ({ page }) => {
        await hears(page);
        const links = page.locator('.section-list a').filter({ visible: true });
        const targets = await links.evaluateAll((list) =>
          list.map((link) => link.getAttribute('href')),
        );
        expect(targets).toEqual(await sectionsOf(page));
        const marked = page.locator('.section-list a[aria-current]').filter({ visible: true });
        expect(await marked.count()).toBe(0);
        await page.locator('h2#in-code').evaluate((heading) => heading.scrollIntoView());
        await until(
          () => marked.evaluateAll((list) => list.map((link) => link.getAttribute('href')).join()),
          (now) => now === '#in-code',
          'the section in view is marked',
        );
        expect(await marked.evaluate((link) => link.checkVisibility())).toBe(true);
        await links.nth(1).focus();
        await page.keyboard.press('Enter');
        await until(
          () => page.evaluate(() => `#${document.activeElement?.id ?? ''}`),
          (now) => now === targets[1],
          'the heading has the focus',
        );
        await until(
          () => marked.evaluateAll((list) => list.map((link) => link.getAttribute('href')).join()),
          (now) => now === targets[1],
          'that section is marked',
        );
        // From far below a heading to far above it, which no frame shows in the upper part of the window.
        await page.locator('h2#in-code').evaluate((heading) => {
          scrollTo({
            top: heading.getBoundingClientRect().top + scrollY + 700,
            behavior: 'instant',
          });
        });
        await until(
          () => marked.count(),
          (count) => count > 0,
          'a section is marked',
        );
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
        await until(
          () => marked.count(),
          (count) => count === 0,
          'none is marked at the head',
        );
      },
      { viewport: { width, height: 900 } },
    );
  },
);

test('on a phone a button opens the outline, by keyboard too, and a link closes it', async () => {
  await book.visit(
    'models/implicit-als',
    async ({ page }) => {
      const button = page.getByRole('button', { name: 'On this page' });
      await button.focus();
      await page.keyboard.press('Enter');
      const outline = page.getByRole('navigation', { name: 'On this page' });
      await outline.waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Tab');
      const first = outline.getByRole('link').first();
      expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
      await page.keyboard.press('Enter');
      await outline.waitFor({ state: 'hidden' });
      const [wanted] = await sectionsOf(page);
      await until(
        () => page.evaluate(() => `#${document.activeElement?.id ?? ''}`),
        (now) => now === wanted,
        'the heading has the focus',
      );
      await button.evaluate((it) => it.focus({ preventScroll: true }));
      await page.keyboard.press('Enter');
      await outline.waitFor();
      expect(await outline.locator('[aria-current]').getAttribute('href')).toBe(wanted);
      await page.keyboard.press('Escape');
      await outline.waitFor({ state: 'hidden' });
      expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
    },
    { width: 390 },
  );
});
