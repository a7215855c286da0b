// The steps, run in the reader's browser: behind their question, with workers of the worker, by keyboard.
import { expect, test } from 'vitest';
import { inTier } from '../../support/tier.ts';
import { violationsOf } from '../../browser/support/axe.ts';
import { alive, useBook, wholeRead } from '../../browser/support/book.ts';
import { until } from '../../browser/support/until.ts';

const book = useBook();

test('a guess opens the steps, and says what the largest saves', () =>
  book.visit(
    'making-it-fast',
    async ({ page }) => {
      const finding = page.locator('.ladder-demo .finding');
      const guess = page.locator('[data-predict="making-it-fast"]');
      await guess.scrollIntoViewIfNeeded();
      await alive(guess);
      expect(await finding.isVisible()).toBe(false);
      await guess.getByRole('radio', { name: 'About one in 30', exact: true }).check();
      await until(() => finding.isVisible(), Boolean, 'the steps are open');
      expect(await guess.locator('.verdict').innerText()).toMatch(
        /^You said: about one in 30\. Counted: about one in 100\. It is one in 110\. /,
      );
    },
    { asks: true },
  ));

test('every step runs here, several cores too, and has the same bits', () =>
  book.visit(
    'making-it-fast',
    async ({ page }) => {
      await wholeRead(page);
      const demo = page.locator('.ladder-demo');
      const finding = () => demo.locator('.finding').innerText();
      expect(await finding()).toMatch(/^Counted: the zeros are/);
      await demo.getByRole('button', { name: 'Run', exact: true }).press('Enter');
      await until(finding, (text) => text.startsWith('From '), 'all steps have run', 120_000);
      expect(await finding()).toMatch(/^From .* as fast, and every factor has the same bits$/);
      const said = await demo.locator('svg.ladder-bars desc').textContent();
      expect(said?.match(/same bits/g)).toHaveLength(5);
      expect(said).not.toContain('not here');
      expect(await demo.locator('rect.measured').count()).toBe(5);
      expect(await demo.locator('.report').innerText()).toMatch(/The workers were ready after/);
      expect(await violationsOf(page, '.ladder-demo')).toEqual([]);

      // What is shown is not what the controls ask for any more.
      await demo.getByLabel('Factors').last().fill('16');
      await until(finding, (text) => text.startsWith('Counted: '), 'it is counted again');
      await demo.getByRole('button', { name: 'Reset' }).press('Enter');
      expect(await demo.locator('rect.measured').count()).toBe(0);
    },
    { query: '?events=10000&factors=8' },
  ));

test('Stop ends it, with the workers', () =>
  book.visit('making-it-fast', async ({ page }) => {
    await wholeRead(page);
    const demo = page.locator('.ladder-demo');
    await demo.getByRole('button', { name: 'Run', exact: true }).press('Enter');
    const bars = demo.locator('rect.measured');
    await until(
      () => bars.count(),
      (count) => count > 0,
      'the first step has run',
      60_000,
    );
    await demo.getByRole('button', { name: 'Stop' }).press('Enter');
    await until(
      () => demo.locator('.report').innerText(),
      (text) => text.startsWith('Stopped'),
      'it stopped',
    );
    await until(
      () => page.workers().length,
      (count) => count === 0,
      'no worker is left',
    );
  }));

test('the growth is counted, then measured', () =>
  book.visit('making-it-fast', async ({ page }) => {
    await wholeRead(page);
    const figure = page.locator('figure.growth-figure');
    const finding = () => figure.locator('.finding').textContent();
    expect(await finding()).toMatch(/ has .* the operations/);
    expect(await figure.locator('circle.measured').count()).toBe(0);
    await figure.getByRole('button', { name: 'Measure it here' }).press('Enter');
    await until(finding, (text) => Boolean(text?.includes(' takes ')), 'it is measured', 120_000);
    expect(await figure.locator('circle.measured').count()).toBe(12);
    for (const width of inTier([360], [360, 1280])) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violationsOf(page, 'figure.growth-figure')).toEqual([]);
    }
  }));

test('an item passes the table in each of three ways', () =>
  book.visit('making-it-fast', async ({ page }) => {
    await wholeRead(page);
    const figure = page.locator('figure.tile-figure');
    const finding = () => figure.locator('.finding').textContent();
    expect(await finding()).toBe('One item has passed: 8 products took 16 loads and 8 stores');
    await figure.getByRole('button', { name: 'Let an item pass' }).press('Enter');
    await figure.getByRole('radio', { name: 'A tile of 4 × 4, two at once' }).check();
    expect(await finding()).toBe('2 items have passed: 32 products took 12 loads and no store');
    expect(await violationsOf(page, 'figure.tile-figure')).toEqual([]);
  }));

test('nonsense in the address is told, and the defaults stand', () =>
  book.visit(
    'making-it-fast',
    async ({ page }) => {
      await wholeRead(page);
      const demo = page.locator('.ladder-demo');
      expect(await demo.locator('.report').innerText()).toMatch(/press run.*ignored/is);
      expect(await demo.getByRole('spinbutton', { name: 'Workers' }).inputValue()).toBe('2');
    },
    { query: '?workers=many&events=-5' },
  ));
