// Nothing that the reader presses is lost: what is pressed 100 ms after the first picture of a page, on a processor
// six times slower, when no part of it is alive, waits and is carried out.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addressOf, modelPages, pages } from '../support/pages.ts';
import { pageHtml, sites } from '../support/site.ts';
import { inTier } from '../support/tier.ts';
import { useBook } from './support/book.ts';
import { newPage } from './support/browser.ts';
import { drawn } from './support/drawn.ts';
import { until, untilEqual } from './support/until.ts';

const book = useBook();
const slowdown = 6;

/** What was pressed, as it was right after. */
interface Early {
  /** Whether anybody listened already: then the test would show nothing. */
  readonly wasAlive: boolean;
  readonly waits: boolean;
}

interface Pressing {
  readonly act: 'press' | 'set' | 'choose';
  readonly selector: string;
  readonly nth?: number;
  /** What is alive with the page itself is pressed before any of its scripts can have run. */
  readonly isFrame?: boolean;
}

/**
 * Opens a page on a slow processor and, 100 ms after its first picture, does this to the nth element of a selector:
 * presses it, sets it as far as it goes, or chooses it.
 */
async function early(
  name: string,
  { act, selector, nth = 0, isFrame = false }: Pressing,
  use: (page: Page, control: Locator, early: Early) => Promise<void>,
): Promise<void> {
  const { page, troubles, close } = await newPage(book.browser(), book.server().url);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(pressSoon, { act, selector, nth, isFrame });
    await page.goto(book.server().url + addressOf(name));
    const noted = await page.waitForFunction(() => (window as unknown as Noting).early);
    const pressed = (await noted.jsonValue()) as Early;
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await use(page, page.locator(selector).nth(nth), pressed);
    expect(troubles).toEqual([]);
  } finally {
    await close();
  }
}

interface Noting {
  early?: Early;
}

/** Runs in the page, before anything else. */
function pressSoon({ act, selector, nth, isFrame }: Required<Pressing>): void {
  const press = (): void => {
    const control = document.querySelectorAll<HTMLInputElement>(selector)[nth];
    if (!control) {
      setTimeout(press, 10);
      return;
    }
    const wasAlive = Object.getOwnPropertySymbols(control).length > 0;
    if (act === 'set') {
      const end = control.max || '100';
      control.value = control.value === end ? control.min || '0' : end;
      control.dispatchEvent(new Event('input', { bubbles: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else control.click();
    const waits = control.getAttribute('aria-busy') === 'true';
    Object.assign(window, { early: { wasAlive, waits } });
  };
  if (isFrame) {
    document.addEventListener('readystatechange', press, { once: true });
    return;
  }
  new PerformanceObserver((list, observer) => {
    if (!list.getEntriesByName('first-paint').length) return;
    observer.disconnect();
    setTimeout(press, 100);
  }).observe({ type: 'paint', buffered: true });
}

const count = (name: string, pattern: RegExp): number =>
  pageHtml(sites[0], name).match(pattern)?.length ?? 0;

const allBars = pages.flatMap((name) =>
  Array.from({ length: count(name, /class="run-bar"/g) }, (_, nth) => ({ name, nth })),
);
const bars = inTier(
  allBars.filter(({ name }) => name === 'models/implicit-als'),
  allBars,
);

describe('Run, pressed before its demo is alive', () => {
  test('is on every page of a model, and on others', () => {
    expect(allBars.length).toBeGreaterThan(modelPages.length);
    const withBars = new Set(allBars.map(({ name }) => name));
    expect(modelPages.filter(({ page }) => !withBars.has(page))).toEqual([]);
  });

  test.concurrent.for(bars)('on $name, demo $nth, runs it', async ({ name, nth }) => {
    const selector = '.run-bar > .primary';
    await early(name, { act: 'press', selector, nth }, async (page, run, { wasAlive, waits }) => {
      expect({ wasAlive, waits }).toEqual({ wasAlive: false, waits: true });
      const bar = page.locator('.run-bar').nth(nth);
      // It runs, or is done already.
      const state = () =>
        bar.evaluate((element) =>
          element.getAttribute('aria-busy') === 'true'
            ? 'running'
            : element.querySelector('progress')?.value === 1
              ? 'done'
              : 'idle',
        );
      await until(state, (now) => now !== 'idle', 'the demo runs', 60_000);
      await untilEqual(() => run.getAttribute('aria-busy'), null, 'what Run says of waiting');
    });
  });
});

const pagesWithSliders = pages.filter((name) => count(name, /<input[^>]*type="range"/g) > 0);
const moved = inTier(['models/trending'], pagesWithSliders);

describe('a slider, moved before its part is alive', () => {
  test('is on many pages', () => {
    expect(pagesWithSliders.length).toBeGreaterThan(5);
  });

  test.concurrent.for(moved)('on %s stays where it is', async (name) => {
    const selector = 'main input[type=range]';
    await early(name, { act: 'set', selector }, async (page, slider, { wasAlive, waits }) => {
      expect({ wasAlive, waits }).toEqual({ wasAlive: false, waits: true });
      const set = await slider.inputValue();
      const waiting = () => slider.getAttribute('aria-busy');
      await untilEqual(waiting, null, 'what the slider says of waiting');
      await drawn(page);
      expect(await slider.inputValue()).toBe(set);
    });
  });
});

test.for(inTier(['start'], ['start', 'data', 'models/bpr', 'models/random', 'leaderboard']))(
  'a prediction on %s, chosen before it is alive, is taken',
  async (name) => {
    const selector = '.predict input[type=radio]';
    await early(name, { act: 'choose', selector, nth: 1 }, async (page, radio, { waits }) => {
      expect(waits).toBe(true);
      const verdict = page.locator('.predict .verdict').first();
      await until(
        () => verdict.innerText(),
        (text) => /press “Run”|Now press|You said|As you said/.test(text),
        'it is heard',
      );
      await untilEqual(
        () => radio.getAttribute('aria-busy'),
        null,
        'what the answer says of waiting',
      );
      expect(await radio.isChecked()).toBe(true);
    });
  },
);

test('an answer, typed and checked before its exercise is alive, is judged', async () => {
  const selector = '#random-1 .exercise-check button';
  await early('models/random', { act: 'press', selector }, async (page, _, { waits }) => {
    expect(waits).toBe(true);
    const reply = page.locator('#random-1 .reply');
    await until(() => reply.innerText(), Boolean, 'the answer is judged', 60_000);
  });
});

test('Search, pressed before the page is alive, opens the search', async () => {
  await early(
    'start',
    { act: 'press', selector: '.search-button', isFrame: true },
    async (page, _, { waits }) => {
      expect(waits).toBe(true);
      await page.getByRole('searchbox').waitFor();
    },
  );
});

test('the theme, switched before the page is alive, is switched', async () => {
  await early(
    'start',
    { act: 'press', selector: '.theme-switch', isFrame: true },
    async (page, _, { waits }) => {
      expect(waits).toBe(true);
      await page.locator('html.dark').waitFor();
    },
  );
});

test('Edit, pressed before the page is alive, opens the editor', async () => {
  await early(
    'models/bpr',
    { act: 'press', selector: '.listing-edit', isFrame: true },
    async (page, _, { waits }) => {
      expect(waits).toBe(true);
      await page.getByRole('textbox', { name: /code/i }).first().waitFor();
    },
  );
});
