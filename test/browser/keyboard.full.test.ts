import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findModel } from '../../code/models.ts';
import { useBook } from './support/book.ts';
import { demoOn } from './support/demo.ts';
import { until } from './support/until.ts';

const book = useBook();
const als = findModel('implicit-als');

/** What has the focus: its name, and whether one can see that it has it. */
const focus = (page: Page): Promise<{ name: string; visible: boolean; seen: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', visible: false, seen: false };
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const labelled = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    const name =
      element.getAttribute('aria-label') ??
      labelled?.textContent ??
      labels.map(({ textContent }) => textContent).join(' ');
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      name: (name || (element.textContent ?? '')).replace(/\s+/g, ' ').trim(),
      visible: box.width > 1 && box.height > 1 && element.checkVisibility(),
      seen:
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none',
    };
  });

test('Tab goes through skip link, head, contents and controls, and one sees where it is', async () => {
  await book.visit('models/implicit-als', async ({ page }) => {
    await demoOn(page, als.title);
    const stops: { name: string; visible: boolean; seen: boolean }[] = [];
    for (let n = 0; n < 150; n++) {
      await page.keyboard.press('Tab');
      stops.push(await focus(page));
      if (stops[n].name === 'Link to this state') break;
    }
    const names = stops.map(({ name }) => name);
    expect(names[0]).toBe('Skip to content');
    const wanted = ['Search', 'Leaderboard', 'Appearance', '1Start here', 'Recommend', 'Factors'];
    wanted.push('Run', 'Stop', 'Reset', 'Link to this state');
    const places = wanted.map((name) => names.indexOf(name));
    expect(places, `${wanted.join(', ')} among ${names.join(' | ')}`).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stops.filter(({ visible }) => !visible).map(({ name }) => name)).toEqual([]);
    expect(stops.filter(({ seen }) => !seen).map(({ name }) => name)).toEqual([]);
  });
});

test('the skip link leads to the text', async () => {
  await book.visit('models/implicit-als', async ({ page }) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#content') !== null)).toBe(
      true,
    );
  });
});

test.for(['Enter', 'Space'])('%s on Run runs the demo, and the focus stays', async (key) => {
  await book.visit('models/implicit-als', async ({ page }) => {
    const demo = await demoOn(page, als.title);
    await demo.button('Run').focus();
    await page.keyboard.press(key);
    await demo.becomes('done');
    expect((await focus(page)).name).toBe('Run');
  });
});

test('the search, by keyboard alone, finds alternating least squares', async () => {
  await book.visit('start', async ({ page }) => {
    await page.keyboard.press('/');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type('alternating least squares', { delay: 5 });
    const results = page.getByRole('option');
    await until(
      async () => (await results.allInnerTexts()).slice(0, 5),
      (texts) => texts.some((text) => /Implicit ALS/.test(text)),
      'Implicit ALS is among the first results',
    );
    const first = await results.first().innerText();
    await page.keyboard.press('Enter');
    await until(
      () => page.url(),
      (url) => !url.endsWith('/start'),
      'another page is open',
    );
    expect(first).not.toBe('');
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
});

test('Escape closes the search and gives the focus back', async () => {
  await book.visit('start', async ({ page }) => {
    await page.getByRole('button', { name: 'Search' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').waitFor({ state: 'hidden' });
    await until(
      async () => (await focus(page)).name,
      (name) => name === 'Search',
      'the focus is on Search again',
    );
  });
});

test('the switch of the theme works by keyboard and is remembered', async () => {
  await book.visit(
    'start',
    async ({ page }) => {
      const theme = page.getByRole('switch', { name: 'Appearance' }).first();
      expect(await theme.getAttribute('aria-checked')).toBe('false');
      const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await theme.focus();
      await page.keyboard.press('Space');
      await page.locator('html.dark').waitFor();
      expect(await theme.getAttribute('aria-checked')).toBe('true');
      await until(
        () => page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        (colour) => colour !== before,
        'the paper is dark',
      );
      await page.reload();
      await page.locator('html.dark').waitFor();
    },
    { colorScheme: 'light' },
  );
});
