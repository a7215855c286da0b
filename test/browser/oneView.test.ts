// Cause and effect in one view: the control that one moves, Run, and the first thing that it changes fit into the window.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pages } from '../support/pages.ts';
import { pageHtml, sites } from '../support/site.ts';
import { isFull } from '../support/tier.ts';
import { useBook, wholeRead } from './support/book.ts';

const book = useBook();

const movable = ':is(.controls, .figure-controls) :is(input, select)';
/** What is said to a question is no control: it moves nothing before the run. */
const answers = '.predict, .station .answers';

const hasControls = /class="(?:controls|figure-controls)"/;
const withControls = pages.filter((page) => hasControls.test(pageHtml(sites[0], page)));
const asked = isFull
  ? withControls
  : withControls.filter((page) => ['data', 'models/implicit-als'].includes(page));

interface Measured {
  readonly name: string;
  /** How high a window must be, in CSS pixels; none where nothing changed. */
  readonly height: number | null;
  /** What changed nearest to the control. */
  readonly what: string;
}

/**
 * Runs in the page: moves a control by a step, and measures how high a window must be in which one sees it, Run, and the
 * nearest thing that it changes, or that is dimmed since as it waits for Run. Of a large thing a part is enough.
 */
async function moveAndMeasure(control: Element): Promise<Measured> {
  const enough = 160;
  const patience = 8000;
  const frame = control.closest('.figure-frame, .demo') ?? document.body;
  // Pictures, lists and tables are shown; these only say something about them.
  const told =
    '.controls, .figure-controls, .run-bar, .predict, .finding, .report, label, .live-only, figcaption, [role="status"]';
  const changed = new Set<Element>();
  const observer = new MutationObserver((mutations) => {
    for (const { target } of mutations) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element && element !== frame && !element.closest(told)) changed.add(element);
    }
  });
  observer.observe(frame, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });

  if (control instanceof HTMLSelectElement) {
    control.selectedIndex = control.selectedIndex > 0 ? 0 : 1;
  } else if (control instanceof HTMLInputElement && control.type === 'radio') {
    control.click();
  } else if (control instanceof HTMLInputElement) {
    const step = Number(control.step) || 1;
    const more = Number(control.value) + step;
    const isPast = control.max !== '' && more > Number(control.max);
    control.value = String(isPast ? more - 2 * step : more);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
  control.dispatchEvent(new Event('change', { bubbles: true }));

  const shown = (): Element[] => {
    const isStale = frame.classList.contains('stale');
    const waiting = isStale ? [...frame.querySelectorAll('.result')] : [];
    return [...changed, ...waiting].filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0,
    );
  };
  const end = performance.now() + patience;
  while (shown().length === 0 && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 50));
  }
  await new Promise((done) => setTimeout(done, 300));
  observer.disconnect();

  const run = [...frame.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === 'Run',
  );
  const own = [control, ...(run ? [run] : [])].map((element) => element.getBoundingClientRect());
  const top = Math.min(...own.map((box) => box.top));
  const bottom = Math.max(...own.map((box) => box.bottom));
  const measured = shown().map((element) => {
    const box = element.getBoundingClientRect();
    const part = Math.min(box.height, enough);
    // The nearest part of it.
    const from = Math.min(Math.max(top, box.top), box.bottom - part);
    const height = Math.max(bottom, from + part) - Math.min(top, from);
    return { height, what: element.outerHTML.slice(0, 60) };
  });
  measured.sort((a, b) => a.height - b.height);
  const label = control instanceof HTMLInputElement ? control.labels?.[0]?.textContent : '';
  return {
    name: `${control.tagName} ${label?.replace(/\s+/g, ' ').trim() || control.id || control.outerHTML.slice(0, 80)}`,
    height: measured[0]?.height ?? null,
    what: measured[0]?.what ?? 'nothing',
  };
}

/** One control of each group of choices, and each other one. */
async function controlsOf(page: Page): Promise<Locator[]> {
  const all = page.locator(`main ${movable}`);
  const places = await all.evaluateAll((elements, excepted) => {
    const groups = new Set<string>();
    return elements.flatMap((element, place) => {
      if (!element.checkVisibility() || element.closest(excepted)) return [];
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return [place];
      if (element.checked || groups.has(element.name)) return [];
      groups.add(element.name);
      return [place];
    });
  }, answers);
  return places.map((place) => all.nth(place));
}

/** What stays at the top of the window covers the rest. */
const headHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    scrollTo({ top: 2000, behavior: 'instant' });
    return document.querySelector('.page-head')?.getBoundingClientRect().bottom ?? 0;
  });

describe.for([
  [1440, 900],
  [390, 844],
] as const)('at %i x %i', ([width, height]) => {
  test('there are pages with controls', () => {
    expect(withControls.length).toBeGreaterThan(10);
  });

  test.for(asked)('what a control of %s changes is in view with it', async (name) => {
    await book.visit(
      name,
      async ({ page }) => {
        await wholeRead(page);
        const room = height - (await headHeight(page));
        const far: string[] = [];
        let changing = 0;
        const controls = await controlsOf(page);
        for (const control of controls) {
          await control.scrollIntoViewIfNeeded();
          const {
            name: what,
            height: needed,
            what: thing,
          } = await control.evaluate(moveAndMeasure);
          // Some wait for a choice beside them, as the time of a cut does.
          if (needed !== null) changing++;
          if (needed !== null && needed > room)
            far.push(`${what} needs ${Math.round(needed)} of ${Math.round(room)} px to ${thing}`);
        }
        expect(far).toEqual([]);
        if (controls.length > 0) expect(changing).toBeGreaterThan(0);
      },
      { viewport: { width, height } },
    );
  });

  test.for(asked)('the Run of each demo of %s is in view with its result', async (name) => {
    await book.visit(
      name,
      async ({ page }) => {
        const room = height - (await headHeight(page));
        const far = await page.locator('.demo:has(.run-bar)').evaluateAll((demos, most) => {
          return demos.flatMap((demo) => {
            const run = demo.querySelector('.run-bar button')?.getBoundingClientRect();
            const result = demo.querySelector('.result, details.measured')?.getBoundingClientRect();
            if (!run || !result) return [`${demo.getAttribute('aria-label') ?? ''} has no result`];
            const needed = result.top + Math.min(result.height, 160) - run.top;
            return needed > most || needed < 0
              ? [`${demo.getAttribute('aria-label') ?? ''}: ${Math.round(needed)} px`]
              : [];
          });
        }, room);
        expect(far).toEqual([]);
      },
      { viewport: { width, height } },
    );
  });
});
