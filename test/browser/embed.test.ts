// A demo in a page of someone else's: it runs there, looks like its surroundings, and leads back to the book.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './support/axe.ts';
import { useBook } from './support/book.ts';
import { newPage } from './support/browser.ts';
import { until } from './support/until.ts';

const book = useBook();

/** Another site, with a page around the code that Embed gives. */
let code = '';
const elsewhere = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>A course</title><main><h1>A course</h1>${code}</main></html>`,
  );
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  // Another name for the same machine is another origin.
  address = `http://localhost:${(elsewhere.address() as AddressInfo).port}/`;
});
afterAll(() => {
  elsewhere.close();
  elsewhere.closeAllConnections();
});

test('Embed gives the code of the demo as it is set', async () => {
  await book.visit(
    'models/popularity',
    async ({ page, home }) => {
      const demo = page.locator('.demo').first();
      await demo.getByRole('button', { name: 'Embed this demo' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Embed this demo' });
      code = await dialog.getByRole('textbox').inputValue();
      expect(code).toContain(`src="${home}embed/popularity?k=5"`);
      expect(code).toMatch(/^<iframe [^<>]+><\/iframe>$/);
      expect(await violationsOf(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Copy' }).click();
      await dialog.getByText('Copied.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    },
    { query: '?k=5', permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

describe.for(['light', 'dark'] as const)('in a page of another site, %s', (colorScheme) => {
  test('the demo runs, and what leads away opens beside', async () => {
    const { page, troubles, close } = await newPage(book.browser(), address, { colorScheme });
    try {
      const home = book.server().url;
      code = `<iframe src="${home}embed/popularity?k=5" title="Popularity, live" width="100%" height="1200"></iframe>`;
      await page.goto(address);
      const frame = page.frameLocator('iframe');
      const demo = frame.locator('.demo');
      await until(
        () => demo.locator('.ranked > ol > li').count(),
        (items) => items === 5,
        'the settings of the address are taken over',
      );
      await demo.getByRole('button', { name: 'Run', exact: true }).click();
      await until(
        () => demo.locator('.run-bar .status').innerText(),
        (text) => /in your browser/.test(text),
        'the run is over',
      );
      const ground = await frame
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
      expect(ground).toBe(colorScheme === 'dark' ? 'rgb(20, 18, 15)' : 'rgb(251, 248, 241)');
      expect(
        await frame.locator('.page-head, .chapters, .page-foot, .take.embed:visible').count(),
      ).toBe(0);
      const [beside] = await Promise.all([
        page.context().waitForEvent('page'),
        frame.getByRole('link', { name: 'Popularity' }).last().click(),
      ]);
      expect(beside.url()).toBe(`${home}models/popularity`);
      await beside.close();
      // Of another site's page no more was asked for than its frame.
      const own = troubles.filter((trouble) => !trouble.includes(new URL(home).host));
      expect(own).toEqual([]);
    } finally {
      await close();
    }
  });
});
