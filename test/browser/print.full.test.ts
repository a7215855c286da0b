// The whole book as it comes from the printer: its pages are full, nothing is parted that belongs together, and the
// contents say where each chapter is.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chapters, linkOf } from '../../.vitepress/chapters.ts';
import { readPdf } from '../support/pdf.ts';
import { useBook } from './support/book.ts';
import { layOutPages } from './support/print.ts';

const book = useBook();
const ids = [
  ...chapters.map((chapter) => linkOf(chapter).slice(1).replaceAll('/', '-')),
  'solutions',
];

/** What the page says in its contents. */
const numbersOf = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => {
    await window.bookPages?.numbered;
    return Array.from(
      document.querySelectorAll<HTMLElement>('.print-contents .page-ref'),
      ({ dataset }) => dataset['page'],
    );
  });

test('every page is at least half full, no headline stands alone, and the contents are right', async () => {
  await book.visit('print.html', async ({ page }) => {
    const numbers = await numbersOf(page);
    const counted = await page.evaluate(layOutPages);
    const printed = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));

    // What is counted in columns is what comes on paper.
    expect(counted.fills.length).toBe(printed.pages);
    expect(numbers).toEqual(ids.map((id) => String(printed.places.get(id))));
    const moved = counted.places.filter(([id, at]) => (printed.places.get(id) ?? at) !== at);
    // On paper a box may begin at the very foot of a page, and what is in it on the next one.
    expect(moved.length, String(moved)).toBeLessThanOrEqual(printed.places.size / 50);

    console.log(
      `The book has ${printed.pages} pages; the emptiest is ${Math.min(...counted.fills.slice(0, -1)).toFixed(2)} full.`,
    );
    // The last page ends where the book ends.
    const empty = counted.fills
      .slice(0, -1)
      .flatMap((fill, n) => (fill < 0.5 ? [[n + 1, fill]] : []));
    expect(empty).toEqual([]);
    expect(counted.parted).toEqual([]);
    expect(counted.wide).toEqual([]);
  });
});

test('every place that another refers to has its page', async () => {
  await book.visit('print.html', async ({ page }) => {
    await numbersOf(page);
    const bare = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLAnchorElement>('a.page-ref'))
        .filter(({ dataset }) => !/^\d+$/.test(dataset['page'] ?? ''))
        .map(({ href }) => href),
    );
    expect(bare).toEqual([]);
  });
});
