// Random, in hand: a draw for each book, seed by seed; and fifty seeds around what chance expects.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeSwarm, seedHits, swarmLengths } from '../../../.vitepress/chapters/random/swarm.ts';
import { drawKeys, hitsOf, paperK } from '../../../.vitepress/chapters/random/keys.ts';
import { bookLog } from '../../../.vitepress/run/bookLog.ts';
import { violationsOf } from '../../browser/support/axe.ts';
import { useBook } from '../../browser/support/book.ts';
import { overflowing, smallTargets, smallTexts } from '../../browser/support/layout.ts';
import { until, untilEqual } from '../../browser/support/until.ts';

const book = useBook();

const titleOf = (figure: Locator) => () => figure.locator('.finding').innerText();

async function figureOn(page: Page, selector: string): Promise<Locator> {
  const figure = page.locator(selector);
  await figure.scrollIntoViewIfNeeded();
  return figure;
}

const said = (user: number, seed: number, person: string): string => {
  const letters = 'ABCDE';
  const { order, held, hit } = drawKeys(user, seed);
  const [a, b] = order.slice(0, paperK).map((item) => letters[item]);
  return `Seed ${seed} lists ${a} and ${b} for ${person}: the hidden ${letters[held]} is ${hit ? 'found' : 'missed'}`;
};

test('another seed gives another order of the same books, to pointer and keyboard', async () => {
  await book.visit('models/random', async ({ page }) => {
    const figure = await figureOn(page, '.drawn-keys');
    const title = titleOf(figure);
    await untilEqual(title, said(4, 0, 'Eve'), 'the title');
    const { height } = (await figure.boundingBox()) ?? { height: 0 };
    await until(
      async () => {
        await figure.getByRole('button', { name: 'Next seed' }).click();
        return title();
      },
      (text) => text === said(4, 3, 'Eve'),
      'seed 3 is drawn',
    );
    const seed = figure.getByRole('slider', { name: 'Seed' });
    await seed.focus();
    await page.keyboard.press('ArrowRight');
    await untilEqual(title, said(4, 4, 'Eve'), 'the title after the arrow');
    await figure.getByRole('combobox', { name: 'List for' }).selectOption('Dan');
    await untilEqual(title, said(3, 4, 'Dan'), 'Dan');
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
    await figure.getByText('Show the numbers').click();
    const mean = figure.getByRole('row', { name: /^Mean/ });
    const all = [0, 1, 2, 3, 4].map((user) => drawKeys(user, 4));
    const hits = all.filter(({ hit }) => hit).length / 5;
    await untilEqual(() => mean.locator('td').last().innerText(), hits.toFixed(2), 'the mean');
    expect(await violationsOf(page, '.drawn-keys')).toEqual([]);
  });
});

test('a press on a dot of the strip draws the list of that seed', async () => {
  await book.visit('models/random', async ({ page }) => {
    const figure = await figureOn(page, '.drawn-keys');
    const title = titleOf(figure);
    const strip = figure.locator('svg:visible circle.hit, svg:visible circle.miss');
    expect(await strip.count()).toBe(20);
    const filled = await strip.evaluateAll((dots) =>
      dots.map((dot) => dot.classList.contains('hit')),
    );
    expect(filled).toEqual(hitsOf(4));
    await until(
      async () => {
        await strip.nth(11).click({ force: true });
        return title();
      },
      (text) => text === said(4, 11, 'Eve'),
      'seed 11 is drawn',
    );
  });
});

test('fifty more seeds are those of the module, and they bring their mean nearer to the line', async () => {
  const swarm = makeSwarm();
  const data = bookLog();
  await book.visit('models/random', async ({ page }) => {
    const figure = await figureOn(page, '.seed-swarm');
    const title = titleOf(figure);
    const { low, high } = swarm.chances[1];
    const inside = (hits: readonly (readonly number[])[]) =>
      hits.filter((each) => low <= each[1] && each[1] <= high).length;
    await until(title, (text) => text.startsWith(`${inside(swarm.hits)} of 50 seeds`), 'printed');
    const { height } = (await figure.boundingBox()) ?? { height: 0 };
    const draw = figure.locator('button.draw');
    await until(
      async () => {
        await draw.focus();
        await page.keyboard.press('Enter');
        return draw.innerText();
      },
      (text) => text !== 'Draw fifty more' || /of 100/.test(text),
      'the worker is asked',
    );
    const next = Array.from({ length: 50 }, (_, n) => seedHits(data, 50 + n));
    const both = inside([...swarm.hits, ...next]);
    const off = (hits: readonly (readonly number[])[]) =>
      Math.abs(
        hits.reduce((sum, each) => sum + each[1], 0) / hits.length - swarm.chances[1].expected,
      );
    expect(off([...swarm.hits, ...next])).toBeLessThan(off(swarm.hits));
    await until(title, (text) => text.startsWith(`${both} of 100 seeds`), 'a hundred are there');
    await untilEqual(() => draw.innerText(), 'Draw fifty more', 'the button');
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
    const seed = figure.getByRole('slider', { name: 'Seed' });
    await seed.focus();
    await page.keyboard.press('End');
    const hits = next[49][1];
    const reading = figure.locator('.reading');
    await until(
      () => reading.innerText(),
      (text) => text.startsWith(`Seed 99: ${hits} hit`),
      'seed 99 is read',
    );
    await figure.getByRole('combobox', { name: /^Lists of/ }).selectOption('20');
    await until(
      () => reading.innerText(),
      (text) => text.startsWith(`Seed 99: ${next[49][swarmLengths.indexOf(20)]} hits`),
      'the same seed at 20',
    );
    expect((await figure.boundingBox())?.height).toBeCloseTo(height, 0);
    expect(await violationsOf(page, '.seed-swarm')).toEqual([]);
  });
});

test('on a phone both stand within the window, with letters and targets of their size', async () => {
  await book.visit(
    'models/random',
    async ({ page }) => {
      await figureOn(page, '.seed-swarm');
      expect(await page.evaluate(overflowing)).toEqual([]);
      expect(await page.evaluate(smallTexts)).toEqual([]);
      expect(await page.evaluate(smallTargets)).toEqual([]);
      const svg = page.locator('.seed-swarm svg:visible');
      const reading = page.locator('.seed-swarm .reading');
      const box = await svg.boundingBox();
      if (!box) throw new Error('no picture');
      const most = Math.max(...makeSwarm().hits.map((each) => each[swarmLengths.indexOf(10)]));
      const outermost = new RegExp(`^Seed \\d+: ${most} hits`);
      expect(await reading.innerText()).not.toMatch(outermost);
      await until(
        async () => {
          // The outermost dot stands at the right end of the swarm, in the middle of it.
          await page.mouse.move(box.x + 0.735 * box.width, box.y + (78 / 400) * box.height);
          return reading.innerText();
        },
        (after) => outermost.test(after),
        'the dot with the most hits is read',
      );
    },
    { width: 360 },
  );
});
