// The same bits in every engine: the page that computes the fingerprint is opened in each of them, and
// its worker, as it was built, must come to the digests that Node printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sites } from '../support/site.ts';
import { useBook } from './support/book.ts';
import { findFirefox, findWebKit, readWithout } from './support/driverless.ts';
import { untilEqual } from './support/until.ts';

const book = useBook();
const lastLine = (file: string): string =>
  readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
const [digest] = lastLine(join(root, 'test/fixtures/fingerprint.txt')).split(' ');
const reproduced = /^Reproduced in your browser in [\d.]+ m?s: identical to the printed numbers\.$/;

test('Chromium computes the bits that Node computed', async () => {
  await book.visit('exp', async ({ page }) => {
    await page.getByRole('button', { name: 'Compute them here' }).click();
    const report = page.locator('.fingerprint-demo .report');
    await report.getByText('Reproduced').waitFor();
    expect((await report.textContent())?.trim()).toMatch(reproduced);
    expect(await page.locator('.fingerprint-demo .all code').allTextContents()).toEqual([
      digest,
      digest,
    ]);
    expect(await page.locator('.fingerprint-demo .same').count()).toBeGreaterThan(20);
    expect(await page.locator('.fingerprint-demo .by').textContent()).toBe('with WebAssembly');
    expect(page.workers()).toHaveLength(1);

    await page.getByRole('button', { name: 'Measure this browser' }).click();
    await page.getByText('Measured in your browser in').waitFor();
    const others = page.locator('.math-demo .others');
    expect(await others.locator('summary').innerText()).toMatch(/: (the same|other) bits in /);
    const row = others.locator('tr', { hasText: 'Math.sqrt' });
    expect(await row.locator('td').first().textContent()).toBe('0');

    // Each demo has its worker, as long as the page is open.
    expect(page.workers()).toHaveLength(2);
    await page.getByRole('navigation').getByRole('link', { name: 'Leaderboard' }).first().click();
    await untilEqual(() => page.workers().length, 0, 'the number of workers');
  });
});

const others = [
  { name: 'Firefox', agent: /Firefox\/\d/, find: findFirefox, needs: 'firefox-esr or firefox' },
  {
    name: 'WebKit',
    agent: /AppleWebKit\/.* Safari\//,
    find: findWebKit,
    needs: 'MiniBrowser of WebKitGTK, and xvfb-run where there is no display',
  },
];

test.for(others)('$name computes the bits that Node computed', async (engine, context) => {
  const start = engine.find();
  if (!start) return context.skip(`needs ${engine.needs}, not found on this machine`);
  const told = await readWithout(start, sites[0]);
  console.log(`${engine.name}: ${told.agent}`);
  expect(told.agent).toMatch(engine.agent);
  expect(told.agent).not.toMatch(/Chrome/);
  expect(told.says).toMatch(reproduced);
  expect(told.digest).toBe(digest);
  // The policy of the page is not that of its worker, whose script comes by its own address.
  expect(told.by).toBe('with WebAssembly');
  expect(told.sqrt).toBe('0');
});

test('a digest that is printed otherwise is found, and named', async () => {
  await book.visit(
    'exp',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Compute them here' }).click();
      const report = page.locator('.fingerprint-demo .report');
      await report.getByText('Not reproduced').waitFor();
      expect(await report.textContent()).toMatch(
        /digest of bpr lists printed "0000\w+…, here "\w+…\./,
      );
      await page.getByText(/^Your browser has other bits than Node [\d.]+ in 1 of the/).waitFor();
      expect(await page.locator('.fingerprint-demo .other').textContent()).toMatch(/^lists/);
    },
    {
      expected: /Hydration completed but contains mismatches/,
      prepare: (page) =>
        page.route(/\/assets\/.*\.js$/, async (route) => {
          const response = await route.fetch();
          const text = await response.text();
          const body = text.replace(/(bpr lists[^}]{1,20})[0-9a-f]{4}(?=[0-9a-f]{60})/, '$10000');
          await route.fulfill({ response, body });
        }),
    },
  );
});
