// What a reader takes along as files: a figure as SVG and as PNG, a table as CSV.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { parsePiece, textOf } from '../../.vitepress/build/edition/tree.ts';
import { violationsOf } from './support/axe.ts';
import { useBook } from './support/book.ts';

const book = useBook();

interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

const figures = (page: Page): Locator => page.locator('.figure-frame');

/** What comes when this is pressed. */
async function saved(page: Page, press: () => Promise<unknown>): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Presses a button by keyboard. */
async function enter(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

async function fromFigure(page: Page, figure: Locator, choice: RegExp): Promise<Saved> {
  await enter(figure.getByRole('button', { name: 'Save this figure' }));
  const dialog = page.getByRole('dialog', { name: 'Save this figure' });
  const file = await saved(page, () => enter(dialog.getByRole('button', { name: choice })));
  await dialog.waitFor({ state: 'detached' });
  return file;
}

/** Shows a file alone, as a viewer would, and gives the colours of some of its points. */
const pointsOf = (page: Page, svg: string, places: readonly (readonly [number, number])[]) =>
  page.evaluate(
    async ([source, wanted]) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context?.drawImage(image, 0, 0);
      const { width, height } = canvas;
      const all = context?.getImageData(0, 0, width, height).data ?? [];
      const colours = new Set<number>();
      for (let n = 0; n < all.length; n += 4)
        colours.add((all[n] << 16) | (all[n + 1] << 8) | all[n + 2]);
      const points = wanted.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])]);
      return { width, height, colours: colours.size, points };
    },
    [svg, places] as const,
  );

describe.for(['light', 'dark'] as const)('on a page in the %s theme', (colorScheme) => {
  test('a figure is saved as a drawing that stands alone, and as points', async () => {
    await book.visit(
      'models/item-item-cf',
      async ({ page }) => {
        const figure = figures(page).first();
        const finding = (await figure.locator('.finding').innerText()).trim();
        const svg = await fromFigure(page, figure, /SVG/);
        expect(svg.name).toMatch(/^item-item-cf-figure-\d+\.svg$/);
        const text = svg.bytes.toString();
        // Nothing of the page is needed: no style sheet, no variable, no script, no other file.
        expect(text).not.toMatch(
          /var\(|currentcolor|class=|data-v-|\sstyle=|<script|foreignObject|undefined/i,
        );
        expect(text).not.toContain('NaN');
        expect(text.match(/\b(?:href|src)="(?!#)/g)).toBeNull();
        const isWhole = await page.evaluate(
          (source) =>
            new DOMParser()
              .parseFromString(source, 'image/svg+xml')
              .querySelector('parsererror') === null,
          text,
        );
        expect(isWhole).toBe(true);
        const [, title, description] =
          /<title>([^]*?)<\/title><desc>([^]*?)<\/desc>/.exec(text) ?? [];
        expect(textOf(parsePiece(title))).toBe(finding);
        expect(description.length).toBeGreaterThan(20);
        const seen = await pointsOf(page, text, [[2, 2]]);
        expect(seen.points).toEqual([[0xfb, 0xf8, 0xf1, 0xff]]);
        expect(seen.colours).toBeGreaterThan(8);

        const png = await fromFigure(page, figure, /PNG/);
        expect(png.name).toBe(svg.name.replace('.svg', '.png'));
        expect(png.bytes.toString('latin1', 1, 4)).toBe('PNG');
        expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
          2 * seen.width,
          2 * seen.height,
        ]);
        // The page is as it was.
        expect(await page.evaluate(() => document.documentElement.classList.contains('dark'))).toBe(
          colorScheme === 'dark',
        );
      },
      { colorScheme },
    );
  });
});

test('the table of a figure is saved with all its numbers', async () => {
  await book.visit('models/item-item-cf', async ({ page }) => {
    const figure = figures(page).first();
    const csv = await fromFigure(page, figure, /Every pair of books/);
    expect(csv.name).toMatch(/^item-item-cf-figure-\d+-every-pair-of-books\.csv$/);
    const lines = csv.bytes.toString().split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines[0]).toBe('Books,Readers of the first,of the second,of both,Cosine');
    for (const line of lines.slice(1, -1)) {
      expect(line).toMatch(/^[A-Z] and [A-Z],\d+,\d+,\d+,\d(?:\.\d+)?$/);
    }
    // The page shows three digits of them.
    expect(await figure.locator('table').textContent()).toContain('0.707');
    expect(lines).toContainEqual(expect.stringMatching(/,0\.7071\d*$/));
  });
});

test('a table that stands alone is saved by one press', async () => {
  await book.visit('data', async ({ page }) => {
    const table = page.locator('.data-table', { hasText: 'what the item is' });
    const button = table.getByRole('button', { name: 'Save this table' });
    const csv = await saved(page, () => enter(button));
    expect(csv.name).toMatch(/^data-the-first-.*\.csv$/);
    const lines = csv.bytes.toString().trimEnd().split('\r\n');
    expect(lines.length).toBe(1 + (await table.locator('tbody tr').count()));
    expect(lines[1]).toMatch(/^\d+,\d+,0,\D/);
  });
});

test('who changes their mind is where they were', async () => {
  await book.visit('models/random', async ({ page }) => {
    const button = figures(page).first().getByRole('button', { name: 'Save this figure' });
    await enter(button);
    await page.getByRole('dialog').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

test('what tells an answer is not saved before its question is answered', async () => {
  await book.visit(
    'models/popularity',
    async ({ page }) => {
      await page.locator('.demo.model-run.closed').waitFor();
      // By a name that it keeps when it opens.
      const demo = page.locator('.demo.model-run');
      expect(await demo.getByRole('button', { name: 'Save this figure' }).count()).toBe(0);
      await demo.getByRole('button', { name: 'Show it without a guess' }).click();
      await demo.locator('.take-line .save').waitFor({ state: 'visible' });
    },
    { asks: true },
  );
});

test('on paper nothing is there to be saved', async () => {
  await book.visit('models/random', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.take:visible').count()).toBe(0);
  });
});

test('code goes to a playground by a link that says where it leads, and nothing is asked before', async () => {
  await book.visit('full-implementation', async ({ page }) => {
    await enter(page.getByRole('button', { name: 'Open in a playground' }));
    const dialog = page.getByRole('dialog', { name: 'Open in a playground' });
    const link = dialog.getByRole('link');
    expect(await link.innerText()).toContain('play.vuejs.org');
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    const address = (await link.getAttribute('href')) ?? '';
    expect(address).toMatch(/^https:\/\/play\.vuejs\.org\/#eN[\w+/]+=*$/);
    expect(await violationsOf(page)).toEqual([]);
    // That no other site was asked for anything is seen at the end of the visit.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});
