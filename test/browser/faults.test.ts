// Everything that can go wrong around a run, provoked again and again in the full tier: the reader keeps the printed result,
// is told what happened, and can go on.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { models } from '../../code/models.ts';
import { pageHtml, sites } from '../support/site.ts';
import { inTier, isFull } from '../support/tier.ts';
import { alive, isAlive, useBook } from './support/book.ts';
import type { Visit, VisitOptions } from './support/book.ts';
import { contentOf, demoOn } from './support/demo.ts';
import type { Demo } from './support/demo.ts';
import { editButton, openEditor } from './support/editor.ts';
import { inTurn, tries } from './support/faults.ts';
import { until, untilEqual } from './support/until.ts';

const book = useBook();
/** The full tier has many tries of each fault side by side; with one try, faults are side by side. */
const trial = inTier(test.concurrent, test);

interface Place {
  readonly page: string;
  readonly title: string;
}
const chapters: readonly Place[] = models.map(({ id, title }) => ({ page: `models/${id}`, title }));
const board: Place = { page: 'leaderboard', title: 'The leaderboard' };
const demos = [...chapters, board];
/** Long enough to be left in the middle, also on a fast machine. */
const slowest = { page: 'models/implicit-als', title: 'Implicit ALS' };
/** Those that wait for Run: their runs take long enough to be caught in the middle. */
const trained = chapters.filter(({ page }) => /als|bpr/.test(page));

/** Visits a demo, the places in turn, and hands over what is printed there. */
async function onDemo(
  places: readonly Place[],
  n: number,
  use: (demo: Demo, visit: Visit, printed: string[]) => Promise<void>,
  options?: VisitOptions,
): Promise<void> {
  const { page: name, title } = places[n % places.length];
  await book.visit(
    name,
    async (visit) => {
      const demo = await demoOn(visit.page, title);
      await use(demo, visit, withoutTimes(await demo.result()));
    },
    options,
  );
}

/** Fit times are the machine's; all else is the model's. */
const withoutTimes = (lines: readonly string[]): string[] =>
  lines.filter((line) => !/^(?:[\d.]+ m?s|less than 1 ms|Fit time|press Run|waiting)$/.test(line));

const shows = async (demo: Demo, printed: readonly string[]): Promise<void> => {
  expect(withoutTimes(await demo.result())).toEqual(printed);
};
const noWorker = (page: Page) => untilEqual(() => page.workers().length, 0, 'the workers left');

/** Keeps the workers of the page where a test can reach them, and counts what they are asked. */
const watchWorkers = (page: Page) =>
  page.addInitScript(() => {
    const kept: Worker[] = [];
    const asked: unknown[] = [];
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        kept.push(this);
      }
      override postMessage(message: unknown): void {
        asked.push(message);
        super.postMessage(message);
      }
    };
    Object.assign(window, { kept, asked });
  });
interface Watched {
  readonly kept: Worker[];
  readonly asked: { readonly request: { readonly options: Record<string, number> } }[];
}
const askedOf = (page: Page) => page.evaluate(() => (window as unknown as Watched).asked.length);

trial('a worker killed in mid-run', async () => {
  // A browser that ends a worker, for want of memory say, tells the page nothing. So does this: the
  // worker is gone with its first word of progress.
  const deadly = (page: Page) =>
    page.addInitScript(() => {
      const state = { deadly: true, killed: 0 };
      const Real = window.Worker;
      window.Worker = class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          this.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => {
            if (!state.deadly || data.kind !== 'progress') return;
            state.killed++;
            this.terminate();
          });
        }
      };
      Object.assign(window, { state });
    });
  interface Deadly {
    readonly state: { deadly: boolean; killed: number };
  }
  await inTurn(tries, 5, (n) =>
    onDemo(
      [...trained, board],
      n,
      async (demo, { page }, printed) => {
        await demo.button('Run').click();
        await demo.becomes('failed');
        expect(await demo.says()).toMatch(/Nothing is lost; try again/);
        await shows(demo, printed);
        await noWorker(page);
        const killed = await page.evaluate(() => {
          const { state } = window as unknown as Deadly;
          state.deadly = false;
          return state.killed;
        });
        expect(killed).toBe(1);
        await demo.button('Retry').click();
        await demo.becomes('done');
        await shows(demo, printed);
        expect(await demo.says()).toMatch(/identical to the printed numbers/);
      },
      { prepare: deadly },
    ),
  );
});

/** The script of the worker. */
const script = /\/assets\/[^?]*worker[^?]*\.js/;

trial('the script of the worker missing', async () => {
  await inTurn(tries, 3, (n) =>
    onDemo(
      demos,
      n,
      async (demo, { page }, printed) => {
        await demo.button('Run').click();
        await demo.becomes('failed');
        expect(await demo.says()).toMatch(/could not be loaded/);
        await shows(demo, printed);
        await noWorker(page);
        await page.unroute(script);
        await demo.button('Retry').click();
        await demo.becomes('done');
        await shows(demo, printed);
      },
      {
        prepare: (page) =>
          page.route(script, (route) =>
            n % 2 ? route.abort() : route.fulfill({ status: 404, body: 'Not found' }),
          ),
        expected: /worker/i,
      },
    ),
  );
});

trial('ten clicks on Run', async () => {
  await inTurn(tries, 3, (n) =>
    onDemo(
      demos,
      n,
      async (demo, { page }, printed) => {
        await demo.button('Run').evaluate((button: HTMLElement) => {
          for (let click = 0; click < 10; click++) button.click();
        });
        await demo.becomes('done');
        await shows(demo, printed);
        expect(await askedOf(page)).toBe(1);
        expect(page.workers()).toHaveLength(1);
      },
      { prepare: watchWorkers },
    ),
  );
});

trial('a hundred changes of a slider in a second', async () => {
  const sliders = [
    { page: 'models/trending', title: 'Trending', label: 'Half-life', name: 'halfLife' },
    { page: 'models/content-based', title: 'Content-based', label: 'Half-life', name: 'halfLife' },
  ];
  await inTurn(tries, 3, (n) => {
    const { label, name } = sliders[n % sliders.length];
    return onDemo(
      sliders,
      n,
      async (demo, { page }) => {
        await demo.slider(label).evaluate(async (slider: HTMLInputElement, offset) => {
          for (let change = 0; change < 100; change++) {
            slider.value = String((offset + 7 * change) % (Number(slider.max) + 1));
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((done) => setTimeout(done, 10));
          }
        }, n);
        await demo.becomes('done');
        const wanted = Number(await demo.number(label).inputValue());
        const asked = () =>
          page.evaluate((key) => {
            const { asked: all } = window as unknown as Watched;
            return { count: all.length, last: all[all.length - 1].request.options[key] };
          }, name);
        await until(asked, ({ last }) => last === wanted, 'the last value is asked for');
        await demo.becomes('done');
        // Of those that come while a run is under way only the newest waits.
        expect((await asked()).count).toBeLessThanOrEqual(100);
        const live = await demo.result();
        await demo.runAndWait();
        expect(await demo.result()).toEqual(live);
      },
      { prepare: watchWorkers },
    );
  });
});

trial('navigation away in mid-run', async () => {
  await inTurn(tries, 3, (n) =>
    onDemo(
      [slowest],
      n,
      async (demo, { page }) => {
        // Asked for by its address, a run may be over before the page is looked at.
        await demo.becomes('done');
        await demo.button('Run').click();
        await demo.becomes('running');
        if (n % 2) await page.goto('about:blank');
        else {
          await page
            .getByRole('navigation')
            .getByRole('link', { name: 'Leaderboard' })
            .first()
            .click();
          await page.getByRole('heading', { level: 1, name: /leaderboard/i }).waitFor();
        }
        await noWorker(page);
      },
      // An empty page is asked for from nobody: what was on its way to the old one is cut off.
      { query: '?factors=64&iters=30', expected: /^request failed: \S+ \(net::ERR_ABORTED\)$/ },
    ),
  );
});

trial('storage blocked', async () => {
  const blocked = (page: Page) =>
    page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
        Object.defineProperty(window, name, { get: refuse });
      }
      Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
    });
  await inTurn(tries, 3, (n) =>
    onDemo(
      demos,
      n,
      async (demo, { page }, printed) => {
        await demo.runAndWait();
        await shows(demo, printed);
        const theme = page.getByRole('switch', { name: 'Appearance' }).first();
        const isDark = () =>
          page.evaluate(() => document.documentElement.classList.contains('dark'));
        const before = await isDark();
        await theme.click();
        await until(isDark, (now) => now !== before, 'the theme is another');
      },
      { prepare: blocked },
    ),
  );
});

trial('offline after the page has loaded', async () => {
  await inTurn(tries, 5, (n) =>
    onDemo(demos, n, async (demo, { page }, printed) => {
      // Fetched beforehand, when the page is quiet and all other scripts are here; a worker asks by itself.
      const fetched = () =>
        page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .some(
              (entry) =>
                entry.name.includes('model.worker') &&
                (entry as PerformanceResourceTiming).initiatorType === 'fetch',
            ),
        );
      await until(fetched, Boolean, 'the script of the worker is there');
      await page.context().setOffline(true);
      await demo.runAndWait();
      await shows(demo, printed);
      expect(await demo.says()).toMatch(/identical to the printed numbers/);
    }),
  );
});

trial('offline before anything was fetched, and online again', async () => {
  await inTurn(tries, 3, (n) =>
    onDemo(
      demos,
      n,
      async (demo, { page }, printed) => {
        await page.context().setOffline(true);
        await demo.button('Run').click();
        await demo.becomes('failed');
        expect(await demo.says()).toMatch(/Check the connection/);
        await shows(demo, printed);
        await page.unroute(script);
        await page.context().setOffline(false);
        await demo.button('Retry').click();
        await demo.becomes('done');
        await shows(demo, printed);
      },
      {
        // On a busy machine the page may be quiet, and fetch beforehand, before it is cut off.
        prepare: (page) => page.route(script, (route) => route.abort('internetdisconnected')),
        expected: /worker|ERR_INTERNET_DISCONNECTED/i,
      },
    ),
  );
});

/** The first exercise of a page that takes a number or a choice. */
const checkOf = (page: Page) =>
  page.locator('.exercise-check', { has: page.locator('form') }).first();

/** On a busy machine the network may be idle for long before the page's own scripts have run. */
const woken = (page: Page) => until(() => isAlive(page), Boolean, 'the page is alive');

/** The script of the exercises. */
const checks = /\/checks\.[^/]*\.js/;

trial('the script of the exercises lost on its way', async () => {
  await inTurn(tries, 5, async (n) => {
    let left = 1 + (n % 2);
    await book.visit(
      chapters[n % chapters.length].page,
      async ({ page }) => {
        const check = page.getByRole('button', { name: 'Check', exact: true }).first();
        await check.scrollIntoViewIfNeeded();
        await page.mouse.move(10, 10);
        await alive(checkOf(page));
        expect(left).toBeLessThan(0);
      },
      {
        prepare: (page) =>
          page.route(checks, (route) =>
            left-- > 0 ? route.abort('connectionreset') : route.continue(),
          ),
        expected: /ERR_CONNECTION_RESET/,
      },
    );
  });
});

trial('offline before the scripts of the exercises were fetched, and online again', async () => {
  await inTurn(tries, 3, async (n) => {
    let isAsked: Promise<unknown> | undefined;
    await book.visit(
      chapters[n % chapters.length].page,
      async ({ page }) => {
        await woken(page);
        await page.context().setOffline(true);
        const check = checkOf(page).getByRole('button', { name: 'Check' });
        await check.scrollIntoViewIfNeeded();
        await page.mouse.move(10, 10);
        await isAsked;
        // What is pressed meanwhile waits, says so, and is carried out.
        await check.click();
        expect(await check.getAttribute('aria-busy')).toBe('true');
        const reply = checkOf(page).locator('.reply');
        expect(await reply.innerText()).toBe('');
        await page.unroute(checks);
        await page.context().setOffline(false);
        await until(() => reply.innerText(), Boolean, 'the answer is judged');
        expect(await check.getAttribute('aria-busy')).toBe(null);
      },
      {
        // On a busy machine the page may be quiet, and fetch beforehand, before it is cut off.
        prepare: async (page) => {
          isAsked = page.waitForEvent('requestfailed', (request) => checks.test(request.url()));
          await page.route(checks, (route) => route.abort('internetdisconnected'));
        },
        expected: /ERR_INTERNET_DISCONNECTED/,
      },
    );
  });
});

/** Those whose class is a part of the file that an editor changes. */
const editable = models.filter(({ id }) =>
  pageHtml(sites[0], `models/${id}`).includes(`Edit<span class="visually-hidden"> ${id}</span>`),
);

trial('offline before the editor was fetched, and online again', async () => {
  expect(editable.length).toBeGreaterThan(1);
  await inTurn(tries, 3, async (n) => {
    const { id } = editable[n % editable.length];
    await book.visit(
      `models/${id}`,
      async ({ page }) => {
        await woken(page);
        await page.context().setOffline(true);
        await editButton(page, id).click();
        await page.getByRole('alert').getByText('The editor could not be loaded').waitFor();
        expect(await page.locator(`[data-region="${id}"] pre`).isVisible()).toBe(true);
        await page.context().setOffline(false);
        const editor = await openEditor(page, id);
        expect(await editor.text.inputValue()).not.toBe('');
        expect(await page.getByText('The editor could not be loaded').count()).toBe(0);
      },
      { expected: /ERR_INTERNET_DISCONNECTED/ },
    );
  });
});

trial('JavaScript off', async () => {
  await inTurn(tries, 3, async (n) => {
    const { page: name, title } = demos[n % demos.length];
    const without = await book.visit(
      name,
      async ({ page }) => {
        const region = page.getByRole('region', { name: `${title}, live` });
        expect(await region.isVisible()).toBe(true);
        // Nothing is offered that could not work. The names of columns stay, as names.
        expect(await region.locator('button:visible:not(th *)').count()).toBe(0);
        return withoutTimes(await region.evaluate(contentOf));
      },
      { javaScriptEnabled: false },
    );
    expect(without.length).toBeGreaterThan(20);
    await onDemo([demos[n % demos.length]], 0, async (demo) => {
      await shows(demo, without);
      await demo.runAndWait();
      await shows(demo, without);
    });
  });
});

trial('a processor six times slower', async () => {
  await inTurn(tries, 2, (n) =>
    onDemo(demos, n, async (demo, { page, inspect }, printed) => {
      const session = await inspect();
      await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      await demo.button('Run').click();
      // While it runs the page answers: a key press in a field is drawn.
      const answered = await page.evaluate(async () => {
        const start = performance.now();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
        return performance.now() - start;
      });
      // A time says something of the page on a quiet machine alone.
      if (isFull) expect(answered).toBeLessThan(1000);
      await demo.becomes('done');
      await shows(demo, printed);
      expect(await demo.says()).toMatch(/identical to the printed numbers/);
    }),
  );
});
