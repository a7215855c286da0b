// One profile by hand: events, half-life, candidate and the tips of the arrows, by pointer and by keyboard.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook } from '../../browser/support/book.ts';
import { boxInView } from '../../browser/support/drawn.ts';
import { overflowing, smallTargets, smallTexts } from '../../browser/support/layout.ts';
import { until } from '../../browser/support/until.ts';

const book = useBook();
const asPrinted = 'E is the nearest unseen book: 12.9° away, and D gives most to its score';

/** The figure, awake. */
async function byHand(page: Page) {
  const figure = page.locator('figure.by-hand');
  await figure.scrollIntoViewIfNeeded();
  const title = () => figure.locator('.finding').innerText();
  const radio = (letter: string) => figure.getByRole('radio', { name: `Book ${letter}` });
  await until(
    async () => {
      await radio('B').click();
      return title();
    },
    (text) => text.startsWith('B lies'),
    'a press on a candidate is answered',
  );
  await radio('E').click();
  const becomes = (wanted: RegExp) =>
    until(title, (text) => wanted.test(text), `the title is ${wanted}`);
  const slider = (name: string | RegExp) => figure.getByRole('slider', { name });
  const height = () => figure.evaluate((element) => element.getBoundingClientRect().height);
  return { figure, title, radio, becomes, slider, height };
}

test('sliders by keyboard: events, half-life and the tip of an arrow', async () => {
  await book.visit('models/content-based', async ({ page }) => {
    const { figure, title, radio, becomes, slider, height } = await byHand(page);
    expect(await title()).toBe(asPrinted);
    const before = await height();
    // Never forgetting: (1.6, 1.8) / 3, and B is nearer.
    await slider('Half-life').focus();
    await page.keyboard.press('End');
    await becomes(/^E lies 25\.4°/);
    await radio('B').click();
    await becomes(/^B is the nearest unseen book: 11\.5° away, and /);
    // After the first event the profile is that book.
    await slider(/^Events so far/).focus();
    await page.keyboard.press('Home');
    await becomes(/^B is the nearest unseen book: 36\.9° away$/);
    expect(await radio('C').isEnabled()).toBe(true);
    expect(await radio('A').isEnabled()).toBe(false);
    // A onto the diagonal, by the sliders of its tip.
    await slider('stars of A').focus();
    await page.keyboard.press('End');
    await becomes(/^B is the nearest unseen book: 8\.1° away$/);
    expect(await height()).toBe(before);
    expect(await violationsOf(page, 'figure.by-hand')).toEqual([]);
    await figure.getByRole('button', { name: 'As in the text' }).click();
    await becomes(new RegExp(`^${asPrinted}$`));
  });
});

test('a tip can be dragged, and the sliders follow it', async () => {
  await book.visit('models/content-based', async ({ page }) => {
    const { figure, becomes, slider } = await byHand(page);
    const plane = figure.getByRole('img', { name: 'The angle between profile and candidate' });
    const box = await boxInView(plane);
    const scale = box.width / 300;
    // Where the plane has a point: its origin is at (30, 266), and 1.1 is 244 units away.
    const at = (sea: number, stars: number) =>
      [
        box.x + scale * (30 + (244 / 1.1) * sea),
        box.y + scale * (266 - (244 / 1.1) * stars),
      ] as const;
    await page.mouse.move(...at(0.28, 0.96));
    await page.mouse.down();
    await page.mouse.move(...at(0.6, 0.3), { steps: 3 });
    await page.mouse.move(...at(1, 0), { steps: 3 });
    await page.mouse.up();
    await becomes(/^E lies 60\.\d° from Ben’s profile, and /);
    expect(await slider('sea of E').inputValue()).toMatch(/^(1|0\.99)$/);
    expect(await slider('stars of E').inputValue()).toMatch(/^0(\.01)?$/);
  });
});

test('a finger drags a tip without moving the page', async () => {
  await book.visit(
    'models/content-based',
    async ({ page, inspect }) => {
      const { figure, slider, becomes } = await byHand(page);
      const plane = figure.getByRole('img', { name: 'Weighted arrows, head to tail' });
      await plane.evaluate((svg) => svg.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const box = await boxInView(plane);
      const scale = box.width / 300;
      // The plane goes to 1.5, in 244 units of its picture.
      const unit = 244 / 1.5;
      const scrolled = await page.evaluate(() => scrollY);
      const touch = await inspect();
      const send = (type: string, stars: number) =>
        touch.send('Input.dispatchTouchEvent', {
          type: type as 'touchStart',
          touchPoints:
            type === 'touchEnd'
              ? []
              : [{ x: box.x + scale * (30 + unit * 0.6), y: box.y + scale * (266 - unit * stars) }],
        });
      await send('touchStart', 0.8);
      for (const stars of [0.6, 0.3, 0]) await send('touchMove', stars);
      await send('touchEnd', 0);
      await becomes(/, and C gives most to its score$/);
      expect(Number(await slider('stars of D').inputValue())).toBeLessThan(0.02);
      expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    },
    { width: 360, hasTouch: true, isMobile: true },
  );
});

test('on a phone its texts can be read, its targets can be hit, and nothing stands out', async () => {
  await book.visit(
    'models/content-based',
    async ({ page }) => {
      await byHand(page);
      expect(await page.evaluate(smallTexts)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 740 });
      expect(await page.evaluate(overflowing)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(page, 'figure.by-hand')).toEqual([]);
    },
    { width: 360 },
  );
});
